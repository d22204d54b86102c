"""The laws of kinds: each has its skeletons, its page, the words for both, and an example in the corpus."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.kind import Kind
from cica_docs.documents.yaml.positioned import parse_yaml
from cica_docs.register.open import packaged_kinds, packaged_templates
from cica_docs.render.pages.parts import PARTS
from cica_docs.snapshot.packaged import packaged
from cica_docs.text.profile import profile_of
from cica_docs.values.language import Language

KINDS = [pytest.param(kind, id=name) for name, kind in packaged_kinds().kinds.items()]
EVERY_KIND = json.loads(packaged("schemas").read("kind.schema.json"))
TRANSLATED = [language for language in Language if profile_of(language).is_translated]
"""English stands in for what the others lack."""
LABELS = {
    language: parse_yaml(packaged_templates().read(f"locales/{language}/labels.yaml").decode()).value
    for language in TRANSLATED
}


def _page(kind: Kind) -> Mapping[str, Any]:
    page = parse_yaml(packaged_templates().read(f"{kind.name}/print.yaml").decode()).value
    assert isinstance(page, dict)
    return page


def _found(value: object, key: str) -> Iterator[str]:
    """The texts that stand under a key, at any depth."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if name == key and isinstance(inner, str):
                yield inner
            yield from _found(inner, key)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _found(inner, key)


def _labels(kind: Kind) -> Iterator[tuple[str, str]]:
    """Every label that printing a work of the kind may ask for, by group."""
    page = _page(kind)
    yield from (("facts", row["label"]) for row in page.get("facts", ()))
    yield from (("columns", name) for name in _found(page.get("tables"), "label"))
    yield from (("events", event) for event in kind.stages)
    labels = {event: entry.get("label", event) for event, entry in kind.data["events"].items()}
    yield from (("stages", labels[event]) for event, stage in kind.stages.items() if stage)
    yield from (("stages", name) for name in kind.data.get("standings", {}).values())


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_a_title_and_a_skeleton_in_each_of_its_languages(kind: Kind) -> None:
    for language in {*map(Language, kind.languages)}.intersection(TRANSLATED):
        assert all(kind.data[name][language.value] for name in ("title", "plural"))
        assert kind.skeletons[language].startswith("---\n")
        sections = [section.id for section in kind.sections]
        assert [id for id in sections if f"{{#{id}}}" not in kind.skeletons[language]] == []


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_a_gender_that_the_words_of_each_language_know(kind: Kind, language: Language) -> None:
    for word, forms in LABELS[language]["agreeing"].items():
        assert kind.gender[language] in forms, f"{kind.name}: {word} has no form for it"


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_of_a_kind_is_made_of_parts_that_exist(kind: Kind) -> None:
    page = _page(kind)
    assert page["layout"] in {"paper", "letter"}
    assert set(page["parts"]) <= set(PARTS)


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("kind", KINDS)
def test_every_word_that_the_page_of_a_kind_takes_is_in_every_language(kind: Kind, language: Language) -> None:
    labels = LABELS[language]
    missing = [f"{group}.{key}" for group, key in _labels(kind) if key not in labels[group]]
    assert not missing, f"templates/locales/{language}/labels.yaml lacks {', '.join(missing)}"
    groups = {form.removeprefix("label:") for form in _found(_page(kind), "as") if form.startswith("label:")}
    assert groups - set(labels) - {""} == set()


def _own(kind: Kind) -> Mapping[str, Any]:
    """The schema of a kind as it is written: what is its own."""
    own = json.loads(packaged("schemas").read(f"{kind.name}/schema.json"))
    assert isinstance(own, dict)
    return own


@pytest.mark.parametrize("kind", KINDS)
def test_a_definition_of_a_kind_is_one_of_its_events_or_is_used(kind: Kind) -> None:
    own = _own(kind)
    used = {reference.removeprefix("#/$defs/") for reference in _found(own, "$ref")}
    assert set(own.get("$defs", {})) - set(kind.stages) - used == set()


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_writes_nothing_that_all_kinds_have(kind: Kind) -> None:
    own, form = _own(kind), EVERY_KIND["$defs"]["{event}"]
    events = [own["$defs"][event] for event in kind.stages if event in own.get("$defs", {})]
    for written, common in [(own, EVERY_KIND), *((event, form) for event in events)]:
        fields = written.get("properties", {})
        assert not set(written.get("required", ())) & set(common["required"])
        assert {name for name in written if name in common and written[name] == common[name]} == set()
        assert {name for name in fields if fields[name] == common["properties"].get(name)} == set()
        assert {name for name in fields if fields[name] is False} <= set(common["properties"])


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_an_example(kind: Kind, example: Corpus) -> None:
    expected = {*map(Language, kind.languages)}.intersection(example.languages)
    assert {document.language for document in example.of_kind(kind.name)} == expected
