"""The job summary: what it says first, and what it never leaves out."""

import re
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from cica_docs.report.report import Omitted
from cica_docs.report.summary import LIMIT, format_summary
from cica_docs.values.finding import Finding
from cica_docs.values.language import Language
from cica_docs.values.provision import Severity
from cica_docs.values.span import Place, Span

from .sample import COMPARISON, PLACEHOLDER, TENURE, report, words

ERROR = replace(TENURE, severity=Severity.ERROR)
NOTICE = replace(
    PLACEHOLDER,
    severity=Severity.NOTICE,
    path="registry/action-plan/tourism/en.md",
    place=Place("action-plan/tourism/en.md", Span(3, 1, 3, 2)),
)
TITLES = {"notice/tourism-tj-2026": "Notice on *tourism*", "concept-paper/tourism": "Concept paper"}
STATEMENTS = {"1.10/tenure": "The proposed tenure should be two to four years.", "house/placeholder": "None is left."}


def _summary(*findings: Finding, language: Language = Language("en"), **values: object) -> list[str]:
    """The lines of the summary as they are read."""
    stated = [replace(finding, says=STATEMENTS.get(finding.provision, "")) for finding in findings]
    found = replace(report(*stated, language=language), titles=TITLES, **values)  # type: ignore[arg-type]
    return _lines(format_summary(found, words(language)))


def _lines(markdown: str) -> list[str]:
    tokens = MarkdownIt("commonmark", {"html": True}).parse(markdown.replace("<br>", "\n"))
    return [
        line
        for token in tokens
        if token.children
        for line in "".join(
            "\n" if child.type in {"softbreak", "hardbreak"} else child.content if child.type == "text" else ""
            for child in token.children
        ).split("\n")
    ]


def test_what_prevents_merging_comes_first_and_by_title() -> None:
    lines = _summary(NOTICE, replace(TENURE, path=TENURE.path.replace("notice", "a")), ERROR, base=COMPARISON)
    title = "“Notice on *tourism*” (notice/tourism-tj-2026)"
    assert lines[:2] == [
        "Check of the register",
        f"This change cannot be merged yet: 1 error to be corrected first, in {title}.",
    ]
    assert [line for line in lines if re.fullmatch(r"\D+ \(\d+\)", line)] == [
        "Errors to be corrected (1)",
        "Warnings (1)",
        "Notices (1)",
    ]
    start = lines.index("Errors to be corrected (1)")
    assert lines[start + 1 : start + 7] == [
        title,
        "tenure 2026-01-01 to 2026-12-31 is not of 2 to 4 years · en.md, line 9",
        "basis: clause 1.10, should: “The proposed tenure should be two to four years.”",
        "see also: registry/mandate/tourism-tj/en.md:4: the mandate is here",
        "help: propose an end date from 2027-12-31 to 2029-12-31",
        "cica explain mandate/tenure-out-of-bounds",
    ]


@pytest.mark.parametrize(
    ("gate", "base", "findings", "said"),
    [
        (True, True, [TENURE], "This change can be merged: the check found no errors."),
        (False, True, [ERROR], "This change can be merged: 1 error under a decision that is applied as advice."),
        (False, True, [ERROR, PLACEHOLDER], "This change cannot be merged yet: 1 error to be corrected first, in “Con"),
        (True, True, [replace(ERROR, waived="agreed")], "This change can be merged: the check found no errors."),
        (True, False, [], "The register passes the check: no errors were found."),
        (False, False, [ERROR], "The register passes the check: 1 error under a decision that is applied as advice."),
        (True, False, [ERROR, ERROR], "The register does not pass the check: 2 errors to be corrected, in “Notice on"),
    ],
)
def test_the_verdict_is_that_of_the_exit_status(gate: bool, base: bool, findings: list[Finding], said: str) -> None:
    found = replace(report(*findings, gate=gate, base=COMPARISON if base else None), titles=TITLES)
    assert _lines(format_summary(found, words()))[1].startswith(said)
    assert ("not" in said) == bool(found.status)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language("ru"), "Изменение пока нельзя включить в реестр из-за ошибок (1 ошибка): «"),
        (Language("kk"), "Өзгерісті әзірге тізілімге енгізуге болмайды, қателер бар (1 қате): «"),
    ],
)
def test_the_verdict_is_in_the_readers_language(language: Language, said: str) -> None:
    assert _summary(ERROR, language=language, base=COMPARISON)[1].startswith(said)


def test_the_summary_says_what_was_compared_and_what_was_left_out() -> None:
    (line,) = [line for line in _summary(base=COMPARISON) if "origin/main" in line]
    assert "2 errors, 1 warning" in line


def test_many_works_with_errors_are_counted_in_the_verdict() -> None:
    many = [replace(ERROR, path=f"registry/notice/n{number}/en.md") for number in range(5)]
    assert _summary(*many)[1].endswith(": 5 errors to be corrected, in notice/n0; notice/n1; notice/n2; and 2 more.")


def test_a_fault_at_many_lines_is_told_once() -> None:
    def at(language: str, line: int) -> Finding:
        path = f"registry/notice/tourism-tj-2026/{language}.md"
        return replace(TENURE, path=path, place=Place(path[9:], Span(line, 1, line, 2)), help=f"mend {language}")

    lines = _summary(at("en", 3), at("en", 9), at("ru", 3), at("ru", 3))
    (told,) = [line for line in lines if line.startswith(TENURE.message)]
    assert told.endswith(" · en.md, lines 3, 9; ru.md, line 3")
    assert [line for line in lines if line.startswith("help")] == ["help: mend en", "help: mend ru"]


def test_notices_are_folded_by_rule() -> None:
    many = [
        replace(NOTICE, place=replace(NOTICE.place, span=Span(line, 1, line, 2)), message=f"“{line}” is left")
        for line in range(1, 41)
    ]
    lines = _summary(*many)
    assert "40 × “1” is left, and the like · form/placeholder" in lines
    assert not [line for line in lines if "“2” is left" in line]
    assert any(line.startswith("action-plan/tourism: en.md, lines 1, 2, 3, ") for line in lines)
    assert "2 × a placeholder is left · form/placeholder" in _summary(NOTICE, NOTICE)


def test_what_is_counted_and_not_listed_keeps_its_weight() -> None:
    more = (
        Omitted(ERROR.path, ERROR.rule, Severity.ERROR, 30),
        Omitted(NOTICE.path, NOTICE.rule, Severity.NOTICE, 7),
        Omitted("registry/x/y/en.md", "rule", Severity.WARNING, 2, is_waived=True),
    )
    lines = _summary(ERROR, NOTICE, omitted=more)
    assert "31 errors to be corrected" in lines[1]
    headings = [line for line in lines if re.fullmatch(r"\D+ \(\d+\)", line)]
    assert headings == ["Errors to be corrected (31)", "Notices (8)", "Exceptions (2)"]


def _spread(finding: Finding, number: int, message: str) -> list[Finding]:
    """So many findings, two in each file, with messages of their own."""
    paths = [f"notice/n{index // 2:05}/en.md" for index in range(number)]
    return [
        replace(
            finding,
            path=f"registry/{path}",
            place=Place(path, Span(index % 2 + 1, 1, index % 2 + 1, 2)),
            message=f"{message} {index}",
        )
        for index, path in enumerate(paths)
    ]


def test_no_number_of_notices_costs_an_error_its_words() -> None:
    errors = _spread(ERROR, 12, "*" * 900)
    notices = [
        replace(one, path=one.path.replace("/notice/", "/action-plan/")) for one in _spread(NOTICE, 6_000, "*" * 900)
    ]
    written = format_summary(report(*errors, *notices), words())
    assert len(written.encode()) <= LIMIT
    lines = _lines(written)
    assert [line for line in lines if line.startswith("*")] == [
        f"{error.message} · en.md, line {number % 2 + 1}" for number, error in enumerate(errors)
    ]
    assert any("6000 × " in line for line in lines)


@pytest.mark.parametrize(
    ("room", "said", "told"),
    [
        (LIMIT, "", 600),
        (200_000, "each has one line", 600),
        (60_000, "counted by file", 300),
        (12_000, "counted by rule", 1),
    ],
)
def test_errors_that_do_not_fit_are_shortened_and_every_one_is_told(room: int, said: str, told: int) -> None:
    errors = _spread(ERROR, 600, "y" * 150)
    written = format_summary(report(*errors, *_spread(TENURE, 600, "x" * 150)), words(), room)
    assert len(written.encode()) <= room
    blocking = written[written.index("### Errors") : written.index("### Warnings")]
    assert said in blocking
    assert blocking.count("The full list does not fit") == bool(said)
    assert blocking.count("\n- ") == told
    assert "(600)" in blocking
    assert "Warnings (600)" in written


def test_where_not_even_the_rules_fit_what_is_unsaid_is_counted() -> None:
    errors = [replace(one, rule=f"group/fault-{number}") for number, one in enumerate(_spread(ERROR, 300, "y" * 90))]
    written = format_summary(report(*errors), words(), 8_000)
    assert len(written.encode()) <= 8_000
    told = written.count("\n- ")
    assert 0 < told < 300
    assert _lines(written)[-1] == f"the summary is cut at 1 MiB; findings not shown: {300 - told}"
