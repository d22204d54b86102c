"""What `kind.yaml` and `print.yaml` of a kind name exists: a misspelt name would do nothing, and say nothing."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from cica_docs.documents.kind import Kind
from cica_docs.documents.yaml.positioned import parse_yaml
from cica_docs.register.open import packaged_kinds, packaged_templates
from cica_docs.register.record.settled import FACTS, TEXT
from cica_docs.render.pages.field_text import FORMS, PERIODS
from cica_docs.snapshot.packaged import packaged

KINDS = [pytest.param(kind, id=name) for name, kind in packaged_kinds().kinds.items()]
EVERY_KIND = json.loads(packaged("schemas").read("kind.schema.json"))
ROLES = set(json.loads(packaged("schemas").read("reference/settings.schema.json"))["properties"]["roles"]["properties"])
KEYS = {
    "kind": {
        "title",
        "plural",
        "gender",
        "languages",
        "sections",
        "body",
        "events",
        "standings",
        "holders",
        "period",
        "same_as",
    }
    | {
        "ask",
        "by_name",
        "corrected_by",
        "open",
        "formulae",
        "indispensable",
        "proposes_quotations",
        "public",
        "withheld",
    },
    "section": {"id", "title", "bound", "optional", "since"},
    "event": {
        "stage",
        "label",
        "agrees",
        "after",
        "needs",
        "not_after",
        "until",
        "renews",
        "lengthens",
        "reaches",
        "shortens",
    }
    | {"approval", "corrected_by", "settles", "amends"},
    "agreement": {"among", "covers", "within"},
    "question": {"field", "from", "prompt", "choices", "roles", "when", "asked_by"},
    "counterpart": {"document", "expects", "fields", "within", "noted"},
    "page": {"layout", "draft", "parts", "facts", "tables"},
    "fact": {"label", "value", "as"},
    "table": {"caption", "from", "columns"},
    "column": {"label", "value", "values", "as", "width"},
}
BODIES = {"sections", "paragraphs", "letter", "free"}
OFFICES = {"leads", "serves"}
ANSWERS = {"choice", "day", "text", "party", "member-state", *packaged_kinds().kinds}
CATEGORIES = {"state", "body", "area", "dimension", "measure"}


def _unknown(entries: object, name: str) -> set[str]:
    """The keys of some entries that nothing reads."""
    return {key for entry in entries or () for key in entry or ()} - KEYS[name]  # type: ignore[attr-defined]


def _page(kind: Kind) -> Mapping[str, Any]:
    page = parse_yaml(packaged_templates().read(f"{kind.name}/print.yaml").decode()).value
    assert isinstance(page, dict)
    return page


def _fields(kind: Kind, event: str = "") -> set[str]:
    """The fields of a kind or of one of its events."""
    own = json.loads(packaged("schemas").read(f"{kind.name}/schema.json"))
    common = EVERY_KIND
    if event:
        own, common = own.get("$defs", {}).get(event, {}), common["$defs"]["{event}"]
    return {*own.get("properties", {}), *common["properties"]}


def _pointers(kind: Kind) -> Iterator[str]:
    """The fields of the document that `kind.yaml` names."""
    data = kind.data
    yield from data.get("holders") or ()
    yield from filter(None, [data.get("period")])
    for counterpart in data.get("same_as") or ():
        yield counterpart["document"]
        yield from (field for name in ("fields", "within", "noted") for field in counterpart.get(name) or ())
    for event in filter(None, data["events"].values()):
        yield from filter(None, [event.get("until")])
        yield from (source for _, source in _sources(event) if source.startswith("/"))
    yield from data.get("open") or ()


def _sources(event: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for field, relations in (event.get("agrees") or {}).items():
        yield from ((field, source) for sources in relations.values() for source in sources)


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_of_a_kind_is_known(kind: Kind) -> None:
    data = kind.data
    events = list(filter(None, data["events"].values()))
    assert _unknown([data], "kind") == set()
    assert _unknown(data["sections"], "section") == set()
    assert _unknown(events, "event") == set()
    assert {part for event in events for part in event.get("settles", ())} <= {TEXT, FACTS}
    assert _unknown([each for event in events for each in (event.get("agrees") or {}).values()], "agreement") == set()
    assert _unknown(data.get("ask"), "question") == set()
    assert _unknown(data.get("same_as"), "counterpart") == set()
    assert data["body"] in BODIES


@pytest.mark.parametrize("kind", KINDS)
def test_the_acts_of_a_kind_name_its_acts_fields_and_roles(kind: Kind) -> None:
    unknown = set()
    for name, event in kind.data["events"].items():
        acts = {act for key in ("after", "needs", "not_after") for act in (event or {}).get(key) or ()}
        unknown |= acts - set(kind.data["events"])
        for field, source in _sources(event or {}):
            unknown |= {field} - _fields(kind, name)
            act, _, act_field = source.partition(".")
            if act_field:
                unknown |= {act} - set(kind.data["events"]) or {act_field} - _fields(kind, act)
            elif not source.startswith("/"):
                unknown |= {source} - ROLES - OFFICES
    assert unknown == set()


@pytest.mark.parametrize("kind", KINDS)
def test_the_fields_that_a_kind_names_are_its_own(kind: Kind) -> None:
    named = (pointer for pointer in _pointers(kind) if pointer.startswith("/"))
    assert {pointer for pointer in named if pointer.split("/")[1] not in _fields(kind)} == set()


@pytest.mark.parametrize("kind", KINDS)
def test_a_question_has_answers_and_fills_the_skeleton(kind: Kind) -> None:
    sources = {question.source for question in kind.questions} - ANSWERS
    assert {source for source in sources if not set(source.split("-or-")) <= CATEGORIES} == set()
    skeleton = "".join(kind.skeletons.values())
    assert {question.field for question in kind.questions if question.field not in skeleton} == set()


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_of_a_kind_names_its_fields_and_forms(kind: Kind) -> None:
    page = _page(kind)
    tables = list((page.get("tables") or {}).values())
    columns = [column for table in tables for column in table["columns"]]
    assert _unknown([page], "page") == set()
    assert _unknown(page.get("facts"), "fact") == set()
    assert _unknown(tables, "table") == set()
    assert _unknown(columns, "column") == set()
    derived = {"status", "known", "first-draft", *PERIODS, *kind.data["events"]}
    values = [str(row["value"]) for row in page.get("facts") or ()]
    assert {value for value in values if value.startswith("derived:")} <= {f"derived:{name}" for name in derived}
    pointers = [value for value in (*values, *(table["from"] for table in tables)) if value.startswith("/")]
    assert {pointer for pointer in pointers if pointer.split("/")[1] not in _fields(kind)} == set()
    forms = {str(entry["as"]) for entry in (*(page.get("facts") or ()), *columns) if "as" in entry}
    works = {f"work:{name}" for name in packaged_kinds().kinds}
    assert {form for form in forms if not form.startswith("label:")} <= {*FORMS, *works}
