"""The status of a decision on a day follows from its acts."""

from datetime import date

import pytest

from cica_docs.register.open_questions import applies_from
from small_register import small_register

PATH = "decision/modalities/en.md"
ADOPTED = "{on: 2026-03-02, kind: adopted, by: council}"
SUPERSEDED = "{on: 2026-09-01, kind: superseded}"


def _original(*acts: str, more: str = "") -> dict[str, str]:
    events = "".join(f"\n  - {act}" for act in acts) or " []"
    return {PATH: f"---\ntitle: Modalities\nbody: council\n{more}events:{events}\n---\n\nText.\n"}


@pytest.mark.parametrize(
    ("acts", "day", "status"),
    [
        ((), "2026-12-01", "draft"),
        (("{on: 2026-01-10, kind: proposed, by: secretariat}",), "2026-12-01", "draft"),
        ((ADOPTED,), "2026-03-01", "draft"),
        ((ADOPTED,), "2026-03-02", "adopted"),
        (("{on: 2026-03-02, kind: adopted, by: group}",), "2026-12-01", "draft"),
        (("{on: 2026-03-02, kind: adopted}",), "2026-12-01", "draft"),
        (('{on: "2026", kind: adopted, by: council}',), "2026-12-01", "adopted"),
        ((ADOPTED, SUPERSEDED), "2026-08-31", "adopted"),
        ((ADOPTED, SUPERSEDED), "2026-09-01", "superseded"),
    ],
)
def test_it_follows_from_the_acts_by_the_day(acts: tuple[str, ...], day: str, status: str) -> None:
    assert small_register(_original(*acts), date.fromisoformat(day)).decision.status == status


def test_what_is_known_to_be_in_force_is_adopted_without_a_day() -> None:
    known = _original(more='known: {as_of: "2019", source: [page]}\n')
    assert small_register(known).decision.standing.adopted_on is None
    assert small_register(known).decision.status == "adopted"
    assert small_register(known, date(2018, 12, 31)).decision.status == "draft"
    proposed = _original("{on: 2026-01-10, kind: proposed}", more='known: {as_of: "2019", source: [page]}\n')
    assert small_register(proposed).decision.status == "draft"


def test_a_declared_status_counts_for_nothing() -> None:
    declared = {"decision/modalities/provisions.yaml": "status: adopted\nprovisions: []\n"}
    assert small_register({**declared, **_original()}).decision.is_draft
    assert small_register(declared).decision.is_draft


def test_acts_before_the_adoption_are_not_judged_by_it() -> None:
    assert applies_from(small_register(_original(ADOPTED))) == date(2026, 3, 2)
    assert applies_from(small_register(_original())) == date.min
