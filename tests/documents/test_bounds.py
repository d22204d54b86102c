"""Bodies that would hold a reader for long, or fill his memory: each is read in proportion to its length."""

from collections import Counter

import pytest

from cica_docs.documents.markdown.outline import read_outline
from cica_docs.documents.markdown.parser import MOST_BRACKETS, parse_body
from cica_docs.documents.problem import Problem, Problems
from cica_docs.documents.source import Source
from cica_docs.values.span import Span


def test_so_many_problems_of_a_kind_are_listed_and_the_others_counted() -> None:
    problems = Problems(most=3)
    for line in range(1, 11):
        problems.add(Problem("html", Span.point(line)))
        problems.add(Problem("html", Span.point(line, 5)))
    problems.add(Problem("code", Span.point(2)))
    counted = [(problem.kind, problem.span.line, problem.count) for problem in problems.all()]
    assert counted == [("html", 1, 1), ("html", 2, 1), ("code", 2, 1), ("html", 3, 1), ("html", 4, 7)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("<b>x", "html"),
        ("a :::", "attributes"),
        ("a {{b", "attributes"),
        ("# a", "heading-level"),
        ("[a]: b", "reference"),
    ],
)
def test_a_body_of_nothing_but_faults_builds_few_of_them_and_counts_all(line: str, kind: str) -> None:
    problems = [problem for problem in parse_body(f"{line}\n\n" * 3_000).problems if problem.kind == kind]
    assert len(problems) <= 1_001
    assert sum(problem.count for problem in problems) == 3_000
    assert [problem.span.line for problem in problems] == sorted(problem.span.line for problem in problems)


def test_places_of_problems_are_those_of_their_lines() -> None:
    body = parse_body("one\n\ntwo {{x\n\nthree ::: and more\n", first_line=7)
    assert [(problem.span.line, problem.span.column, problem.span.end_column) for problem in body.problems] == [
        (9, 5, 7),
        (11, 7, 10),
    ]


def test_a_body_of_too_many_brackets_is_not_read() -> None:
    assert [problem.kind for problem in parse_body("![a " * (MOST_BRACKETS + 1)).problems] == ["too-many-brackets"]
    assert not parse_body("[a](https://b.example) " * 100).problems


def test_footnotes_within_footnotes_do_not_multiply() -> None:
    notes = 40
    marks = " ".join(f"a[^n{number}]" for number in range(notes))
    doubled = "".join(f"[^n{number}]: b[^n{number - 1}] [^n{number - 1}]\n\n" for number in range(1, notes))
    kinds = Counter(problem.kind for problem in parse_body(f"{marks}\n\n[^n0]: x\n\n{doubled}").problems)
    assert kinds == {"footnote-nested": notes - 1}


def test_a_long_footnote_is_not_repeated_without_end() -> None:
    note = "[^n]: " + "**a** b " * 2_000
    assert not parse_body(f"{'a[^n] ' * 5}\n\n{note}").problems
    problems = parse_body("\n".join(["a[^n]"] * 1_000) + f"\n\n{note}").problems
    assert {problem.kind for problem in problems} == {"footnote-repeated"}


def test_a_section_holds_what_stands_in_it_or_below_it() -> None:
    outline = read_outline("## A\n\n### B\n\n#### C\n\ntext\n\n## D\n\n### E\n\n## F\n\ntext\n", 1)
    assert [(section.title, outline.holds(section)) for section in outline.sections] == [
        ("A", True), ("B", True), ("C", True), ("D", False), ("E", False), ("F", True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "title", "id"),
    [
        ("## Aims {#aims}", "Aims", "aims"),
        ("##  Aims  {#aims}  ", "Aims", "aims"),
        ("## {#aims}", "", "aims"),
        ("## Aims {#one} {#two}", "Aims {#one}", "two"),
        ("## Aims {#one} more", "Aims {#one} more", ""),
        ("## Aims {#Aims}", "Aims {#Aims}", ""),
        ("## Aims {#" + "a" * 81 + "}", "Aims {#" + "a" * 81 + "}", ""),
        ("## Aims {#a{#b}", "Aims {#a", "b"),
        ("## Aims }", "Aims }", ""),
    ],
)
def test_a_heading_ends_in_its_id(written: str, title: str, id: str) -> None:
    section = read_outline(written, 1).sections[0]
    assert (section.title, section.id) == (title, id)


def test_lines_are_split_once() -> None:
    source = Source.of("one\ntwo\n")
    assert [source.line(number) for number in range(5)] == ["", "one", "two", "", ""]
    assert source.lines is source.lines
