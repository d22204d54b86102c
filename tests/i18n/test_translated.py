"""Words of a language with English in place of what is missing, and the profile that says how it is written."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from ruamel.yaml import YAML

from cica_docs.i18n.translated import read_text, read_translated
from cica_docs.text.profile import Profile, profile_of, tag_of
from cica_docs.values.failure import Failure
from cica_docs.values.language import SOURCE_LANGUAGE, Language

LOCALES = Path(__file__).parents[2] / "templates" / "locales"
OF_THE_LANGUAGE = {"agreeing", "cases", "dates", "count", "pages", "rules"}
"""Parts of messages and labels whose keys differ by language, or that a test of their own holds equal."""


def _read(path: str) -> bytes:
    file = LOCALES.parent / path
    if not file.is_file():
        raise KeyError(path)
    return file.read_bytes()


def _keys(data: Mapping[str, Any], at: str = "") -> Iterator[str]:
    for key, value in data.items():
        if key not in OF_THE_LANGUAGE:
            yield f"{at}/{key}"
            yield from _keys(value, f"{at}/{key}") if isinstance(value, Mapping) else ()


@pytest.mark.parametrize("name", ["labels", "messages"])
@pytest.mark.parametrize("language", tuple(Language))
def test_a_translated_language_has_every_key(language: Language, name: str) -> None:
    english, own = (set(_keys(read_translated(_read, each, name))) for each in (SOURCE_LANGUAGE, language))
    assert not profile_of(language).is_translated or english == own


def _dates(data: object) -> Iterator[str]:
    """The forms of dates that patterns ask for: `on` of `{since:on}`."""
    if isinstance(data, Mapping):
        data = list(data.values())
    if isinstance(data, list):
        for each in data:
            yield from _dates(each)
    elif isinstance(data, str):
        yield from (form for _, _, form, _ in Formatter().parse(data) if form)


@pytest.mark.parametrize("language", tuple(Language))
def test_every_form_of_a_date_is_one_of_the_language(language: Language) -> None:
    labels = read_translated(_read, language, "labels")
    assert set(_dates(labels)) - set(labels["dates"]) == set()


def test_english_takes_the_place_of_a_text_that_is_missing() -> None:
    def read(path: str) -> bytes:
        if "kk" in path:
            raise KeyError(path)
        return path.encode()

    assert read_text(read, "note/reminder.{}.md", Language("ru")) == "note/reminder.ru.md"
    assert read_text(read, "note/reminder.{}.md", Language("kk")) == "note/reminder.en.md"


def _profile() -> dict[str, Any]:
    return dict(YAML(typ="safe").load(LOCALES / "kk" / "profile.yaml"))


@pytest.mark.parametrize("field", sorted(_profile()))
def test_a_profile_lacks_no_field(field: str) -> None:
    data = _profile()
    del data[field]
    with pytest.raises(Failure) as raised:
        Profile.read(data, "kk")
    assert raised.value.details["field"] == field


@pytest.mark.parametrize(
    ("change", "field"),
    [({"dashes": "-"}, "dashes"), ({"inflection": {"kind": "any", "keeps_capitals": False}}, "inflection.kind")],
)
def test_a_profile_has_no_other_field_or_value(change: dict[str, Any], field: str) -> None:
    with pytest.raises(Failure) as raised:
        Profile.read({**_profile(), **change}, "kk")
    assert raised.value.details == {"file": "kk/profile.yaml", "field": field}


def test_a_language_is_a_folder() -> None:
    assert list(Language) == [language for language in Language if (LOCALES / language / "profile.yaml").is_file()]
    assert "zz" not in Language
    with pytest.raises(ValueError, match="zz"):
        Language("zz")
    assert Language("kk") is Language("kk")
    assert tag_of(Language("kk")) == "kk-KZ"
