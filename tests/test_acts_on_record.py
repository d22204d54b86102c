"""A help with what is on record never says to record an act otherwise than it was done.

Every field of every act of all kinds, and every field outside the acts that says what was done, gets wrong values and
is left out, one at a time; the help asks for what was done, or says what remains to be done, in each language.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from cica_docs.documents.corpus import Corpus, read_corpus
from cica_docs.documents.document import Document, read_document
from cica_docs.i18n.messages import Catalogue, read_catalogue
from cica_docs.register.events import events_of
from cica_docs.register.open import packaged_kinds, packaged_templates
from cica_docs.rules.rule import Rule, Violation, find_rule, rules
from cica_docs.snapshot.memory import MemorySnapshot
from cica_docs.snapshot.worktree import WorktreeSnapshot
from cica_docs.values.language import Language

ROOT = Path(__file__).parents[1]
WHAT_WAS_DONE = {"en": "what was done", "ru": "было сделано", "kk": "іс жүзінде"}
"""The words by which a help asks for what was done, or begins with it."""
OF_FORM = {"misspelt", "misspelt-asked", "additionalProperties", "maxLength", "minItems", "maxItems", "uniqueItems"}
"""The faults of spelling and size: whatever was done is written in other words, or in fewer."""
RECORDED = {"addressee", "by", "chairmanship_consulted_on", "convened_by", "held_on", "invited", "secretariat_assists"}
RECORDED_TOO = {"consulted", "date", "prepared_by", "provided_by", "submitted_by", "to", "via"}
WRONG = (42, "ministerial-council", "", ["XA"], ["secretariat"])
LEFT_OUT = object()
OPENINGS = ("{if_slip}", "{if_missing}")
ONLY_WRITE = re.compile(r"(?:write|add|date|send|record|let|end|begin|extend|issue|change|move|give|put) (?!.* if )")
OF_ACTS = {
    "action-plan",
    "completion-report",
    "concept-paper",
    "contribution-request",
    "correction",
    "correspondence",
    "expert-meeting",
    "information",
    "mandate",
    "notice",
    "recommendation",
    "record",
    "review",
}
OF_TEXTS = {
    "action-plan/item-without-heading",
    "concept-paper/theme-without-measure",
    "correspondence/enclosure-untranslated",
    "information/consent-rewritten",
    "information/disseminated-past-secretariat",
    "information/text-held",
    "record/act-moved",
    "record/document-gone",
    "record/settled-text-changed",
}
"""Rules about what a document says, or is to say again, not about what was done."""


@cache
def _corpus() -> Corpus:
    return read_corpus(WorktreeSnapshot(ROOT / "tests" / "corpus"), packaged_kinds(), date(2026, 12, 1))


def _examples() -> Iterator[tuple[Document, dict[str, Any]]]:
    """Yield an example of each kind with its front matter, one with acts if there is one."""
    for kind in _corpus().kinds.kinds:
        originals = [document for document in _corpus().of_kind(kind) if document.language == Language("en")]
        document = max(originals, key=lambda original: len(events_of(original)))
        yield document, dict(document.front.value)


def _recorded_fields(kind: str) -> set[str]:
    """The fields outside the acts that the schema of a kind marks, or whose shape does."""
    shape = _corpus().kinds.kinds[kind].shape
    described = {name: shape.resolve(node) for name, node in shape.schema["properties"].items()}
    return {name for name, node in described.items() if "x-act" in node}


def _fields_of(kind: str, data: Mapping[str, Any], act: str) -> tuple[str, ...]:
    """The fields of an act, as its schema names them where there is another."""
    events = [{"on": "2026-03-02", "kind": act, "no-such-field": ""}]
    errors = _corpus().kinds.kinds[kind].shape.errors({**data, "events": events})
    return next(tuple(error.expected) for error in errors if error.keyword == "additionalProperties")


def _changed(data: Mapping[str, Any], field: str, value: object) -> dict[str, Any]:
    rest = {name: inner for name, inner in data.items() if name != field}
    return rest if value is LEFT_OUT else {**rest, field: value}


def _variants() -> Iterator[tuple[str, dict[str, Any]]]:
    for document, data in _examples():
        for act in _corpus().kinds.kinds[document.kind].stages:
            recorded = [dict(event.data) for event in events_of(document) if event.kind == act]
            complete = recorded[0] if recorded else {"on": "2026-03-02", "kind": act}
            for field in _fields_of(document.kind, data, act):
                for value in (*WRONG, LEFT_OUT):
                    yield document.kind, {**data, "events": [_changed(complete, field, value)]}
        if data.get("events"):
            for field in _recorded_fields(document.kind):
                yield from ((document.kind, _changed(data, field, value)) for value in (*WRONG, LEFT_OUT))


@cache
def _violations() -> list[Violation]:
    return _violations_of(_variants())


def _violations_of(variants: Iterable[tuple[str, dict[str, Any]]]) -> list[Violation]:
    """What the schemas find in front matters, each by itself."""
    files = {}
    for number, (kind, data) in enumerate(variants):
        text = StringIO()
        YAML(typ="safe").dump(data, text)
        files[f"{kind}/variant-{number}/en.md"] = f"---\n{text.getvalue()}---\n".encode()
    snapshot = MemorySnapshot(files)
    documents = [read_document(snapshot, path, *path.split("/")[:2], Language("en")) for path in files]
    return list(_rule().check(replace(_corpus(), documents=tuple(documents), data=())))


def _rule() -> Rule:
    rule = find_rule("form/schema")
    assert rule is not None
    return rule


@cache
def _catalogue(language: Language) -> Catalogue:
    return read_catalogue(packaged_templates(), language)


def _help(violation: Violation, language: Language) -> str:
    return _catalogue(language).help(_rule(), violation.cure or violation.variant, violation.details)


@pytest.mark.series(6)
@pytest.mark.parametrize("language", [*Language])
def test_a_help_asks_for_what_was_done(language: Language) -> None:
    helps = {_help(violation, language) for violation in _violations() if violation.variant not in OF_FORM}
    assert len(helps) > 50
    assert {text for text in helps if WHAT_WAS_DONE[language] not in text} == set()


def test_every_kind_of_fault_is_provoked() -> None:
    variants = {violation.variant for violation in _violations()}
    assert variants >= {"required", "several", "empty", "type", "enum", "const", "contains", "pattern", ""}
    assert {name for kind in _corpus().kinds.kinds for name in _recorded_fields(kind)} >= RECORDED | RECORDED_TOO


def test_before_any_act_a_help_says_what_to_write() -> None:
    document = _corpus().document("notice/environment-xa-2026")
    assert document is not None
    draft = {**{name: value for name, value in document.front.value.items() if name != "events"}, "to": ["XB"]}
    (violation,) = _violations_of([("notice", draft)])
    assert _help(violation, Language("en")) == "write all: every Member State"


@pytest.mark.parametrize("language", [language for language in Language if language != Language("en")])
def test_helps_with_acts_begin_alike_in_every_language(language: Language) -> None:
    translations = _catalogue(language).part("rules")
    differing = [
        f"{rule.name}: {variant}"
        for rule in rules()
        for variant, text in _texts(rule.help).items()
        for translated in [_texts(translations[rule.name]["help"]).get(variant, "") if rule.help else ""]
        if any((opening in text) != (opening in translated) for opening in OPENINGS)
    ]
    assert differing == []


def test_a_rule_about_acts_never_says_only_what_to_record() -> None:
    about_acts = [rule for rule in rules() if rule.name.partition("/")[0] in OF_ACTS]
    bare = {rule.name for rule in about_acts for text in _texts(rule.help).values() if ONLY_WRITE.match(text)}
    assert bare == OF_TEXTS


def _texts(words: str | Mapping[str, str]) -> Mapping[str, str]:
    return {"": words} if isinstance(words, str) else words
