"""The clauses of a decision's text, as they stand in the register and as word processors write them."""

import pytest

from cica_docs.documents.clauses import number_plainly, read_clauses

TEXT = """\
## Preamble {#preamble}

They reaffirm:

- one thing;
- another.

## Chapter 1 {#chapter-1}

1.1 A State may offer itself.

1.2 It shall
report.

It may also look ahead.

## Chapter 2 {#chapter-2}

What is said here holds for all.

2.1 Papers are drafted.
"""


def test_each_clause_has_all_that_stands_below_its_number() -> None:
    assert [(clause.number, clause.text, clause.line) for clause in read_clauses(TEXT)] == [
        ("preamble", "They reaffirm: - one thing; - another.", 1),
        ("1.1", "A State may offer itself.", 10),
        ("1.2", "It shall report. It may also look ahead.", 12),
        ("chapter-2", "What is said here holds for all.", 17),
        ("2.1", "Papers are drafted.", 21),
    ]


@pytest.mark.parametrize("written", ["1.10.", "1.10)", "**1.10**", "**1.10.**", "1.10\\.", "1.10\t", "1.10\u00a0"])
def test_a_number_may_come_from_a_word_processor(written: str) -> None:
    text = f"Before.\n\n{written} A State may\n"
    assert [clause.number for clause in read_clauses(text)] == ["preamble", "1.10"]
    assert number_plainly(text) == "Before.\n\n1.10 A State may\n"


@pytest.mark.parametrize("text", ["In\n1.10 is said so.", "Of 1.10 it is said.", "1.10", "1.10.2026 is a day"])
def test_a_number_elsewhere_begins_no_clause(text: str) -> None:
    assert [clause.number for clause in read_clauses(text)] == ["preamble"]


def test_single_numbers_begin_clauses_where_the_decision_has_such() -> None:
    text = "1. One.\n\n2. Two.\n"
    assert [clause.number for clause in read_clauses(text)] == ["preamble"]
    assert [clause.number for clause in read_clauses(text, has_single_numbers=True)] == ["1", "2"]
