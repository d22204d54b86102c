"""The scope of a review, and what it may have to follow up."""

from datetime import date

import pytest

from cica_docs.documents.corpus import Corpus, read_corpus
from cica_docs.documents.kind import Kinds
from cica_docs.register.reviews.follow_ups import follow_ups
from cica_docs.register.reviews.reviews import areas_in_focus
from cica_docs.register.reviews.scope import ContributionStatus, last_in_focus, review_scope
from cica_docs.snapshot.memory import MemorySnapshot, OverlaySnapshot
from cica_docs.snapshot.worktree import WorktreeSnapshot
from conftest import TESTS


def changed(kinds: Kinds, as_of: date, path: str = "", find: str = "", put: str = "") -> Corpus:
    below = WorktreeSnapshot(TESTS / "corpus", "tests/corpus/")
    files = {}
    if path:
        text = below.read(path).decode()
        assert text.count(find) == 1
        files[path] = text.replace(find, put).encode()
    return read_corpus(OverlaySnapshot(below, MemorySnapshot(files), frozenset()), kinds, as_of)


def arrivals(corpus: Corpus, year: int = 2026) -> list[tuple[str, str, ContributionStatus]]:
    return [
        (contribution.state, contribution.role, contribution.status)
        for contribution in review_scope(corpus, year).expected
    ]


XB = "review-contribution/environment-2026-xb/en.md"


def test_contributions_are_received_before_the_day(example: Corpus) -> None:
    assert arrivals(example) == [
        ("XA", "coordinator", ContributionStatus.RECEIVED),
        ("XB", "co-coordinator", ContributionStatus.RECEIVED),
    ]


@pytest.mark.parametrize(
    ("as_of", "put", "status"),
    [
        (date(2026, 11, 17), "2026-11-20", ContributionStatus.AWAITED),
        (date(2026, 11, 18), "2026-11-20", ContributionStatus.MISSING),
        (date(2026, 11, 20), "2026-11-20", ContributionStatus.LATE),
        (date(2026, 11, 20), "2026-11-18", ContributionStatus.LATE),
        (date(2026, 11, 20), "2026-11-17", ContributionStatus.RECEIVED),
    ],
)
def test_a_contribution_is_awaited_then_missing_then_late(
    shipped_kinds: Kinds, as_of: date, put: str, status: ContributionStatus
) -> None:
    corpus = changed(shipped_kinds, as_of, XB, "on: 2026-11-02", f"on: {put}")
    assert arrivals(corpus)[1] == ("XB", "co-coordinator", status)


def test_who_contributes_without_a_role_stands_beside(shipped_kinds: Kinds) -> None:
    corpus = changed(shipped_kinds, date(2026, 12, 1), XB, "by: XB\nrole: co-coordinator", "by: XC\nrole: other")
    assert arrivals(corpus)[1:] == [
        ("XB", "co-coordinator", ContributionStatus.MISSING),
        ("XC", "other", ContributionStatus.RECEIVED),
    ]


def test_the_focus_is_chosen_else_on_record_else_everything(example: Corpus) -> None:
    assert review_scope(example, 2026, ("human",)).areas == ("human",)
    assert review_scope(example, 2026).focus == ("environmental",)
    scope = review_scope(example, 2031)
    assert (scope.is_focused, scope.on) == (False, None)
    assert scope.areas == tuple(example.reference.all("area"))


def test_a_measure_stands_for_its_area(example: Corpus) -> None:
    assert areas_in_focus(example, ("env-1",)) == ("environment-protection",)


def test_a_dimension_was_last_in_focus_when_one_of_its_areas_was(register: Corpus) -> None:
    last_days = last_in_focus(register)
    assert last_days["human"] == date(2024, 6, 27)
    assert last_days["economic"] == date(2022, 6, 15)


def sorts(corpus: Corpus, year: int) -> set[tuple[str, str, str]]:
    matters = follow_ups(corpus, review_scope(corpus, year, ("environment-protection",)))
    return {(matter.category, matter.work, matter.item) for matter in matters}


def test_nothing_is_left_to_follow_up_after_the_review_of_the_example(example: Corpus) -> None:
    assert sorts(example, 2026) == set()


def test_items_without_outcome_and_verdicts_follow(shipped_kinds: Kinds) -> None:
    plan, paper = "action-plan/environment-2026", "concept-paper/environment-2026"
    matters = sorts(changed(shipped_kinds, date(2027, 7, 20)), 2027)
    assert ("outcome-missing", plan, "item-4") in matters
    assert ("outcome-missing", plan, "item-3") not in matters, "it was cancelled"
    assert {("verdict-open", plan, ""), ("verdict-open", paper, "")} <= matters


def test_what_ends_within_the_year_follows(shipped_kinds: Kinds) -> None:
    matters = sorts(changed(shipped_kinds, date(2029, 1, 10)), 2029)
    assert ("expiring", "concept-paper/environment-2026", "") in matters
    assert ("expiring", "mandate/environment-xb", "") in matters


def test_an_update_that_a_review_wanted_stays_open_until_it_is_made(shipped_kinds: Kinds) -> None:
    revised = "\n  - {on: 2026-11-25, kind: revised, by: [XA, XB], to: all}"
    path = "action-plan/environment-2026/en.md"
    open_still = ("update-open", "action-plan/environment-2026", "")
    assert open_still in sorts(changed(shipped_kinds, date(2027, 2, 1), path, revised, ""), 2027)
    assert open_still not in sorts(changed(shipped_kinds, date(2027, 2, 1)), 2027)
    review = "review/environment-2026/en.md"
    for day, is_open in ((date(2026, 11, 20), True), (date(2026, 11, 25), False)):
        corpus = changed(shipped_kinds, day, review, ", due: 2026-12-15", "")
        assert (open_still in sorts(corpus, 2026)) is is_open
