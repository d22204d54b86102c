"""The report for people."""

import re
from dataclasses import replace

import pytest
from hypothesis import given

from cica_docs.report.excerpt import WIDTH, excerpt_of
from cica_docs.report.report import Report
from cica_docs.report.text import format_finding, format_text
from cica_docs.text.escape import COMMAND, is_unsafe
from cica_docs.values.language import Language
from cica_docs.values.span import Span

from .sample import COMPARISON, NASTY, PLACEHOLDER, TENURE, planted, report, reports, thorough, words

_COLOURS = re.compile(r"\x1b\[[0-9;]*m")


def test_the_layout_of_a_finding() -> None:
    assert format_finding(TENURE, words()) == (
        "registry/notice/tourism-tj-2026/en.md:9:3: warning[mandate/tenure-out-of-bounds]: "
        "tenure 2026-01-01 to 2026-12-31 is not of 2 to 4 years (clause 1.10, should)\n"
        "  9 |   proposed_tenure: {from: 2026-01-01, to: 2026-12-31}\n"
        "    |   ^^^^^^^^^^^^^^^\n"
        "  see also: registry/mandate/tourism-tj/en.md:4:1: the mandate is here\n"
        "  help: propose an end date from 2027-12-31 to 2029-12-31 · cica explain mandate/tenure-out-of-bounds\n"
    )


def test_a_house_rule_is_never_a_clause() -> None:
    assert format_finding(PLACEHOLDER, words()) == (
        "registry/concept-paper/tourism/en.md:20:1: error[form/placeholder]: a placeholder is left (house rule)\n"
        "  help: cica explain form/placeholder\n"
    )


def test_a_waived_finding_is_one_line_with_the_reason() -> None:
    shown = format_finding(replace(TENURE, waived="agreed on 1 March"), words())
    assert shown.count("\n") == 1
    assert shown.endswith("(clause 1.10, should) · waived: agreed on 1 March\n")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            Language("en"),
            (
                "1 error, 1 warning · 12 documents of 5 works checked · as of 1 March 2026 · revision 8a0da68\n"
                "judged by the draft decision cbm-modalities; errors under it fail the check\n"
            ),
        ),
        (
            Language("ru"),
            (
                "1 ошибка, 1 предупреждение · проверено текстов — 12, документов — 5 · "
                "по состоянию на 1 марта 2026 г. · версия 8a0da68\n"
                "проверено по проекту решения cbm-modalities; ошибки по нему не дают пройти проверку\n"
            ),
        ),
        (
            Language("kk"),
            (
                "1 қате, 1 ескерту · тексерілгені: 5 құжат, 12 мәтін · "
                "2026 жылғы 1 наурыздағы жағдай бойынша · 8a0da68 нұсқасы\n"
                "cbm-modalities шешімінің жобасы бойынша тексерілді; ол бойынша қателер тексеруден өткізбейді\n"
            ),
        ),
    ],
)
def test_the_summary(language: Language, said: str) -> None:
    written = format_text(report(TENURE, PLACEHOLDER, language=language), words(language))
    assert written.split("\n\n")[-1] == said


def test_a_clean_report_says_so() -> None:
    written = format_text(replace(report(status="adopted"), revision=""), words())
    assert written == "no findings · 12 documents of 5 works checked · as of 1 March 2026 · work tree\n"


@pytest.mark.parametrize(
    ("language", "left_out", "nothing"),
    [
        (Language("en"), "left out: 2 errors, 1 warning", "left out: none"),
        (Language("ru"), "не показаны: 2 ошибки, 1 предупреждение", "не показаны: нет"),
        (Language("kk"), "сәйкессіздіктер: 2 қате, 1 ескерту", "сәйкессіздіктер: жоқ"),
    ],
)
def test_what_was_compared_and_left_out_is_said(language: Language, left_out: str, nothing: str) -> None:
    said = format_text(report(language=language, base=COMPARISON), words(language)).splitlines()[1]
    assert all(part in said for part in ("origin/main", "9c0c79a6a3a5", "5a21c0ce4ba1", left_out))
    assert nothing in format_text(report(language=language, base=replace(COMPARISON, left_out={})), words(language))
    without = format_text(report(language=language, base=replace(COMPARISON, has_register=False)), words(language))
    assert "9c0c79a6a3a5" in without
    assert left_out not in without
    assert nothing not in without


def test_colour_changes_nothing_but_colour() -> None:
    found = report(TENURE, PLACEHOLDER)
    coloured = format_text(found, words(), colour=True)
    assert coloured != format_text(found, words())
    assert _COLOURS.sub("", coloured) == format_text(found, words())


@pytest.mark.parametrize(
    ("line", "columns", "shown", "carets"),
    [
        ("title: x", (1, 6), "title: x", "^^^^^"),
        ("title: x", (9, 10), "title: x", "        ^"),
        ("title: x", (40, 50), "title: x", "        ^"),
        ("a\tb", (3, 4), "a   b", "    ^"),
        ("\tb", (1, 2), "    b", "^^^^"),
        ("Қазақ: тілі", (8, 12), "Қазақ: тілі", "       ^^^^"),
        ("界界b", (2, 3), "界界b", "  ^^"),
        ("e\u0301a", (3, 4), "e\u0301a", " ^"),
        ("e\u0301a", (2, 3), "e\u0301a", " ^"),
        ("\u0301a", (2, 3), "\\u0301a", "      ^"),
        ("\u202ea", (2, 3), "\\u202ea", "      ^"),
        ("a\x1b[2Jb", (2, 3), "a\\x1b[2Jb", " ^^^^"),
        ("##[x]y", (6, 7), "#\\x23[x]y", "        ^"),
        ("a\r\n", (1, 2), "a", "^"),
    ],
)
def test_the_caret_stands_under_the_place(line: str, columns: tuple[int, int], shown: str, carets: str) -> None:
    found = excerpt_of(line, Span(1, columns[0], 1, columns[1]))
    assert (found.line, found.carets) == (shown, carets)


def test_a_span_of_several_lines_is_marked_to_the_end_of_the_first() -> None:
    assert excerpt_of("abc def", Span(1, 5, 3, 2)).carets == "    ^^^"


@pytest.mark.parametrize("column", [1, 2, 30, 99, 100, 101, 5_000, 249_991, 249_999, 250_000])
def test_a_long_line_is_cut_around_the_place(column: int) -> None:
    line = "".join(chr(ord("a") + number % 26) for number in range(250_000))
    found = excerpt_of(line, Span(1, column, 1, column + 5))
    start = found.carets.index("^")
    marked = found.line[start : len(found.carets)]
    assert marked == line[column - 1 : column + 4][: len(marked)]
    assert len(found.line) in (WIDTH - 1, WIDTH)
    assert len(found.carets) <= WIDTH
    assert found.line.startswith("…") == (column > 35)
    assert found.line.endswith("…") == (column < 249_900)


def test_a_span_wider_than_the_line_shown_is_marked_as_far_as_shown() -> None:
    found = excerpt_of("x" * 500, Span(1, 1, 1, 501))
    assert found.carets == "^" * (WIDTH - 2)


@thorough
@given(reports)
def test_no_text_forges_a_line(found: Report) -> None:
    _assert_forges_no_line(found)


@pytest.mark.parametrize("value", NASTY)
def test_planted_text_forges_no_line(value: str) -> None:
    _assert_forges_no_line(planted(value))


def _assert_forges_no_line(found: Report) -> None:
    said = words(found.language)
    written = format_text(found, said)
    lines = written.split("\n")
    assert lines.pop() == ""
    assert not any(is_unsafe(character) for line in lines for character in line)
    assert not COMMAND.search(written)
    assert not any(line.lstrip().startswith("::") for line in lines)
    expected = sum(
        2 if finding.waived else 3 + 2 * bool(finding.excerpt) + len(finding.related) for finding in found.findings
    )
    expected += 2 * len(found.omitted)
    assert len(lines) == expected + 1 + (found.base is not None) + (found.decision.status != "adopted")
    assert _COLOURS.sub("", format_text(found, said, colour=True)) == written
