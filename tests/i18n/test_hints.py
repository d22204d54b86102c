"""The hints of schemas: in English beside the constraint, in other languages in a file of each."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cica_docs.i18n.hints import translate_hint
from cica_docs.i18n.words import Words
from cica_docs.text.locale_files import read_locale
from cica_docs.text.profile import profile_of
from cica_docs.values.language import SOURCE_LANGUAGE, Language
from cica_docs.values.texts import Hint

SCHEMAS = Path(__file__).parents[2] / "schemas"
TRANSLATED = [language for language in Language if language != SOURCE_LANGUAGE and profile_of(language).is_translated]


def _hints(node: Any) -> Iterator[object]:
    if isinstance(node, dict):
        yield from ([node["x-expect"]] if "x-expect" in node and "type" not in node["x-expect"] else [])
        yield from (hint for inner in node.values() for hint in _hints(inner))
    elif isinstance(node, list):
        yield from (hint for inner in node for hint in _hints(inner))


HINTS = {hint for path in SCHEMAS.rglob("*.json") for hint in _hints(json.loads(path.read_text(encoding="utf-8")))}


def test_a_hint_is_an_english_text() -> None:
    assert len(HINTS) > 200
    assert all(isinstance(hint, str) and hint for hint in HINTS)


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_hint_is_translated_and_no_other(language: Language) -> None:
    assert set(read_locale(language, "schema-hints")) == HINTS


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_hint_is_shown_in_the_language_of_the_reader(language: Language) -> None:
    shown = Words(language, {}).format_value(Hint("a text"))
    assert shown == translate_hint("a text", language) != "a text"


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_hint_names_the_events_of_a_kind_in_every_language(language: Language) -> None:
    shown = translate_hint("an event of this kind of work: sent, received", language)
    assert shown.endswith(": sent, received")
    assert not shown.startswith("an event")
    assert translate_hint("{on: 2026-03-01, kind: sent, by: …}", language) == "{on: 2026-03-01, kind: sent, by: …}"


def test_a_hint_without_a_translation_is_english() -> None:
    assert translate_hint("no such hint", TRANSLATED[0]) == "no such hint"
