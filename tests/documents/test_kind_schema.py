"""What all kinds have is written once; the schema of a kind adds its own fields, events and constraints."""

import json
from typing import Any

import pytest

from cica_docs.documents.kind import Kinds, read_kinds
from cica_docs.register.open import packaged_templates
from cica_docs.snapshot.memory import MemorySnapshot, OverlaySnapshot
from cica_docs.snapshot.packaged import packaged

KIND = """
title: {en: Summary}
events:
  issued: {stage: draft}
  noted: {stage: approved}
  superseded: {stage: superseded}
"""
OWN: dict[str, Any] = {
    "properties": {"chair": {"$ref": "cica:shapes#/$defs/member"}},
    "required": ["chair"],
    "$defs": {
        "noted": {
            "properties": {"by": {"$ref": "cica:shapes#/$defs/approves", "x-provision": True}, "ref": False},
            "required": ["by"],
            "x-requires": ["by"],
        }
    },
}


@pytest.fixture(scope="module")
def kinds() -> Kinds:
    """The packaged kinds and one more: two files of data."""
    files = {"chair-summary/kind.yaml": KIND.encode(), "chair-summary/schema.json": json.dumps(OWN).encode()}
    read = read_kinds(OverlaySnapshot(packaged("schemas"), MemorySnapshot(files)), packaged_templates())
    return read.with_roles({"approves": "council"})


def _errors(kinds: Kinds, **changes: object) -> list[tuple[str, str, str]]:
    front = {"title": "Summary", "chair": "XA", **changes}
    errors = kinds.kinds["chair-summary"].shape.errors(front)
    return [(error.pointer, error.keyword, error.expect) for error in errors]


def _of_event(kinds: Kinds, **event: object) -> list[tuple[str, str, str]]:
    return _errors(kinds, events=[{"on": "2026-03-01", **event}])


def test_a_kind_has_its_own_fields_and_those_of_all_kinds(kinds: Kinds) -> None:
    assert _errors(kinds, symbol="SOC/2026-I/INF/2", source=["seed"]) == []
    assert _errors(kinds, chair="xa") == [("/chair", "pattern", "a state's two-letter code of reference/states.yaml")]
    assert _errors(kinds, sybol="SOC/2026-I/INF/2") == [("/sybol", "additionalProperties", "")]
    untitled = kinds.kinds["chair-summary"].shape.errors({})
    assert [(error.keyword, error.names) for error in untitled] == [("required", ("title", "chair"))]


def test_an_event_without_a_definition_has_the_fields_of_all_events(kinds: Kinds) -> None:
    assert _of_event(kinds, kind="issued", by="XA", ref="SWG/569", confidence="likely") == []
    assert _of_event(kinds, kind="issued", to="all") == [("/events/0/to", "additionalProperties", "")]


def test_an_event_adds_fields_and_takes_some_away(kinds: Kinds) -> None:
    assert _of_event(kinds, kind="noted", by="council", note={"en": "N", "ru": "N", "kk": "N"}) == []
    assert _of_event(kinds, kind="noted", by="council", ref="SWG/569") == [
        ("/events/0/ref", "additionalProperties", "")
    ]


def test_the_hint_of_an_event_names_what_it_requires(kinds: Kinds) -> None:
    assert _of_event(kinds, kind="noted") == [("/events/0", "required", "")]
    shape = kinds.kinds["chair-summary"].shape.schema["$defs"]
    assert {name: shape[name]["x-expect"] for name in ("issued", "noted", "superseded")} == {
        "issued": "{on: 2026-03-01, kind: issued}",
        "noted": "{on: 2026-03-01, kind: noted, by: …}",
        "superseded": "{on: 2026-03-01, kind: superseded, by_work: kind/id}",
    }


def test_an_event_that_several_kinds_have_alike_is_defined_once(kinds: Kinds) -> None:
    assert _of_event(kinds, kind="superseded", by_work="chair-summary/next") == []
    assert _of_event(kinds, kind="superseded", by="XA") == [("/events/0/by", "additionalProperties", "")]


def test_only_the_events_of_kind_yaml_are_events(kinds: Kinds) -> None:
    told = "an event of this kind of work: issued, noted, superseded, corrected, edited"
    expected = [("/events/0/kind", "enum", told)]
    assert _of_event(kinds, kind="approved") == expected


def test_a_constraint_is_named_by_its_place_in_the_file_of_the_kind(kinds: Kinds) -> None:
    names = {name for name in kinds.shapes.constraints() if name.startswith("chair-summary#")}
    assert names == {"chair-summary#/$defs/noted/properties/by", "chair-summary#/$defs/noted/required/by"}
    wrong = kinds.kinds["chair-summary"].shape.errors(
        {"title": "S", "chair": "XA", "events": [{"on": "2026-03-01", "kind": "noted", "by": "XA"}]}
    )
    assert [error.provision for error in wrong] == ["chair-summary#/$defs/noted/properties/by"]
