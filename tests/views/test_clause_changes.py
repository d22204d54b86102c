"""Which clauses of two texts are the same clause, and which of their words differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cica_docs.documents.clauses import Clause
from cica_docs.views.decision.clause_changes import pair_clauses
from cica_docs.views.decision.word_diff import diff_words, mark_words

NOTICE = "A State that intends to become Coordinator shall give notice to all States"
VACANT = "Where an area is without a Coordinator, a Co-coordinator may act"
REPORT = "A Coordinator shall issue a report on its tenure"


def clauses(**texts: str) -> tuple[Clause, ...]:
    return tuple(Clause(name.removeprefix("n").replace("_", "."), text, 1) for name, text in texts.items())


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        (clauses(n1_1=NOTICE), clauses(n1_1=NOTICE), [("1.1", "1.1")]),
        (clauses(n1_1=NOTICE), clauses(n1_1=f"{NOTICE} in writing"), [("1.1", "1.1")]),
        (clauses(n1_1=NOTICE), clauses(n1_1="Repealed"), [("1.1", "1.1")]),
        (clauses(n1_1=NOTICE), clauses(n1_1=REPORT, n1_2=NOTICE), [("", "1.1"), ("1.1", "1.2")]),
        (
            clauses(n1_1=NOTICE, n1_2=VACANT),
            clauses(n1_1=REPORT, n1_2=f"{NOTICE} in writing", n1_3=f"{VACANT} so"),
            [("", "1.1"), ("1.1", "1.2"), ("1.2", "1.3")],
        ),
        (
            clauses(n1_1=NOTICE, n1_2=VACANT, n1_3=REPORT),
            clauses(n1_1=NOTICE, n1_2=REPORT),
            [("1.1", "1.1"), ("1.2", ""), ("1.3", "1.2")],
        ),
        (clauses(n1_1=NOTICE, n1_2=REPORT), clauses(n1_1=REPORT, n1_2=NOTICE), [("1.2", "1.1"), ("1.1", "1.2")]),
        ((), clauses(n1_1=NOTICE), [("", "1.1")]),
        (clauses(n1_1=NOTICE), (), [("1.1", "")]),
    ],
    ids=["same", "amended", "rewritten", "inserted", "inserted-and-amended", "repealed", "swapped", "first", "last"],
)
def test_a_clause_is_known_again(
    old: tuple[Clause, ...], new: tuple[Clause, ...], pairs: list[tuple[str, str]]
) -> None:
    assert list(pair_clauses(old, new)) == pairs


@given(st.lists(st.sampled_from([NOTICE, VACANT, REPORT, ""])), st.lists(st.sampled_from([NOTICE, VACANT, REPORT])))
def test_every_clause_is_in_one_pair(old: list[str], new: list[str]) -> None:
    sides = [tuple(Clause(f"1.{number}", text, number) for number, text in enumerate(texts, 1)) for texts in (old, new)]
    pairs = pair_clauses(*sides)
    assert sorted(former for former, _ in pairs if former) == sorted(clause.number for clause in sides[0])
    assert [number for _, number in pairs if number] == [clause.number for clause in sides[1]]


def test_differing_words_are_marked_with_some_words_around() -> None:
    before = "one two three four five six seven eight nine ten eleven at most four years"
    after = before.replace("most four years", "most five years in all")
    marked = "… six seven eight nine ten eleven at most [-four-] {+five+} years {+in all+}"
    assert mark_words(diff_words(before, after)) == marked
    assert mark_words(diff_words("", "a b")) == "{+a b+}"


@given(st.text("ab ", max_size=30), st.text("ab ", max_size=30))
def test_the_runs_of_words_make_up_both_texts(before: str, after: str) -> None:
    changes = diff_words(before, after)
    assert " ".join(filter(None, (change.common or change.removed for change in changes))).split() == before.split()
    assert " ".join(filter(None, (change.common or change.added for change in changes))).split() == after.split()
