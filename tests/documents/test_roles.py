"""Schemas of a register ask for the bodies that its settings name; a role without a body asks for nothing."""

import pytest

from cica_docs.documents.kind import Kinds

ROLES = {"approves": "council", "forwards": "presidency", "circulates": "office", "guarded": "elders"}


def _keywords(kinds: Kinds, roles: dict[str, str], kind: str, front: dict[str, object]) -> list[tuple[str, object]]:
    errors = kinds.with_roles(roles).kinds[kind].shape.errors(front)
    return [(error.keyword, error.expected) for error in errors if error.keyword in {"const", "enum"}]


def _mandate(by: str) -> dict[str, object]:
    act = {"on": "2026-01-01", "kind": "appointed", "by": by, "tenure": {"from": "2026-01-01", "to": "2027-12-31"}}
    return {"title": "M", "area": "tourism", "role": "coordinator", "holder": "XA", "events": [act]}


def _request(via: str, to: str) -> dict[str, object]:
    return {"title": "R", "from_role": "coordinator", "by": ["XA"], "area": "tourism", "via": via, "to": [to]}


@pytest.mark.parametrize(
    ("roles", "by", "expected"),
    [(ROLES, "council", []), (ROLES, "soc", [("const", "council")]), ({}, "soc", [])],
)
def test_the_body_that_approves_is_that_of_the_settings(
    shipped_kinds: Kinds, roles: dict[str, str], by: str, expected: list[tuple[str, object]]
) -> None:
    assert _keywords(shipped_kinds, roles, "mandate", _mandate(by)) == expected


@pytest.mark.parametrize(
    ("roles", "via", "expected"),
    [
        (ROLES, "presidency", []),
        (ROLES, "direct", [("const", "presidency")]),
        ({"forwards": "presidency"}, "direct", []),
    ],
)
def test_no_request_is_guarded_unless_a_body_has_that_role(
    shipped_kinds: Kinds, roles: dict[str, str], via: str, expected: list[tuple[str, object]]
) -> None:
    assert _keywords(shipped_kinds, roles, "contribution-request", _request(via, "elders")) == expected


def test_roles_can_be_changed_once_more(shipped_kinds: Kinds) -> None:
    again = shipped_kinds.with_roles(ROLES).with_roles({"approves": "assembly"})
    assert [error.expected for error in again.kinds["mandate"].shape.errors(_mandate("council"))] == ["assembly"]
