"""Reports to write: a plain one, and any number of hostile ones."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, settings, strategies
from ruamel.yaml import YAML

from cica_docs.report.report import Comparison, DecisionNote, Omitted, Report, RuleNote
from cica_docs.report.words import ReportWords
from cica_docs.values.finding import Finding, Related
from cica_docs.values.language import Language
from cica_docs.values.provision import Severity
from cica_docs.values.span import Place, Span

# The same examples in every run: what is new is looked for with more of them, not by chance in a gate.
thorough = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])

LOCALES = Path(__file__).parents[2] / "templates" / "locales"


@cache
def words(language: Language = Language("en")) -> ReportWords:
    """The words of a language as they are shipped."""
    return ReportWords(language, YAML(typ="safe").load(LOCALES / language / "messages.yaml")["report"])


TENURE = Finding(
    path="registry/notice/tourism-tj-2026/en.md",
    place=Place("notice/tourism-tj-2026/en.md", Span(9, 3, 9, 18)),
    severity=Severity.WARNING,
    rule="mandate/tenure-out-of-bounds",
    provision="1.10/tenure",
    clause="1.10",
    force="should",
    message="tenure 2026-01-01 to 2026-12-31 is not of 2 to 4 years",
    help="propose an end date from 2027-12-31 to 2029-12-31",
    excerpt="  proposed_tenure: {from: 2026-01-01, to: 2026-12-31}",
    related=(Related(Place("mandate/tourism-tj/en.md", Span(4, 1, 4, 5)), "the mandate is here"),),
)
PLACEHOLDER = Finding(
    path="registry/concept-paper/tourism/en.md",
    place=Place("concept-paper/tourism/en.md", Span(20, 1, 20, 8)),
    severity=Severity.ERROR,
    rule="form/placeholder",
    provision="house/placeholder",
    clause="",
    force="",
    message="a placeholder is left",
)
NOTE = RuleNote(
    id=TENURE.rule,
    statement="A mandate's tenure is shorter or longer than the decision allows.",
    help="## Why\nA candidate proposes a tenure of two to four years.",
    provision="1.10/tenure",
    clause="1.10",
)

COMPARISON = Comparison(
    revision="origin/main",
    commit="9c0c79a6a3a5f6f0f7d62a3e3a1f7f2b0c1d2e3f",
    ancestor="5a21c0ce4ba1e9f5bd9f9f0a8b22b2e6a5a3d0c1",
    left_out={Severity.ERROR: 2, Severity.WARNING: 1},
)


def report(
    *findings: Finding,
    gate: bool = True,
    status: str = "draft",
    language: Language = Language("en"),
    title: str = "Modalities",
    base: Comparison | None = None,
) -> Report:
    """A report of these findings on twelve documents of five works."""
    return Report(
        findings=findings,
        checked=12,
        works=5,
        as_of=date(2026, 3, 1),
        revision="8a0da68",
        register="registry",
        decision=DecisionNote("cbm-modalities", title, status, gate),
        language=language,
        tool_version="0.1.0",
        rules=(NOTE,),
        base=base,
    )


NASTY = (
    "\r", "\n", "\r\n", "\x85", "\u2028", "\u2029", "\x1b[2J", "\x1b]0;title\x07", "\x9b31m", "\x00",
    "\x7f", "\t", "\u202e", "\u2066", "\ufeff", "\u200b", "\U000e0041", "\ud800", "\udc80", "\udfff",
    "e\u0301", "\u0301", "界", "👩‍🚀", "##[", "##[add-mask]x", "###[group]", "##vso[task.setvariable]x", "::",
    "::error::x", "::stop-commands::x", "%0A", "%25", ",line=1", ":", "|", "`", "```\n", "# x", "- x",
    "> x", "1. x", "* * *", "**x**", "_x_", "~~x~~", "<b>", "<script>", "</li>", "<!--", "-->", "&lt;",
    "&#60;", "[x](https://e.org)", "](", "![x](y)", "[^1]", "www.e.org", "https://e.org", "a@e.org",
    "@octocat", "#12", "$x$", "\\", '"', "'", "{0}", "{x}", "{", "%s", "  ", "…", " · ",
)  # fmt: skip
hostile = strategies.lists(
    strategies.one_of(
        strategies.sampled_from(NASTY),
        strategies.text(max_size=8),
        strategies.integers(0xD800, 0xDFFF).map(chr),
    ),
    max_size=6,
).map("".join)

_number = strategies.integers(1, 60)


@strategies.composite
def _spans(draw: strategies.DrawFn) -> Span:
    line, column = draw(_number), draw(_number)
    if draw(strategies.booleans()):
        return Span(line, column, line, column + draw(_number))
    return Span(line, column, line + draw(_number), draw(_number))


_places = strategies.builds(Place, hostile, _spans())
findings = strategies.builds(
    Finding,
    path=hostile,
    place=_places,
    severity=strategies.sampled_from(Severity),
    rule=hostile,
    provision=hostile,
    clause=hostile,
    force=hostile,
    message=hostile,
    help=hostile,
    excerpt=hostile,
    related=strategies.lists(strategies.builds(Related, _places, hostile), max_size=2).map(tuple),
    waived=strategies.one_of(strategies.just(""), hostile),
)
_omitted = strategies.builds(
    Omitted, hostile, hostile, strategies.sampled_from(Severity), strategies.integers(1, 9_999), strategies.booleans()
)
_reports = strategies.builds(
    Report,
    findings=strategies.lists(findings, max_size=4).map(tuple),
    checked=strategies.integers(0, 3),
    works=strategies.integers(0, 3),
    as_of=strategies.dates(),
    revision=hostile,
    register=hostile,
    decision=strategies.builds(
        DecisionNote,
        hostile,
        hostile,
        strategies.sampled_from(("draft", "adopted", "superseded")),
        strategies.booleans(),
    ),
    language=strategies.sampled_from(tuple(Language)),
    tool_version=hostile,
    rules=strategies.lists(strategies.builds(RuleNote, hostile, hostile, hostile, hostile, hostile), max_size=2).map(
        tuple
    ),
    base=strategies.one_of(
        strategies.none(),
        strategies.builds(
            Comparison,
            hostile,
            hostile,
            hostile,
            strategies.booleans(),
            strategies.dictionaries(strategies.sampled_from(Severity), _number),
        ),
    ),
    omitted=strategies.lists(_omitted, max_size=2).map(tuple),
)


def _named(found: Report, title: str, statement: str) -> Report:
    """The report with a title for every work and a statement in every finding."""
    titles = {work_of(found, finding.path): title for finding in (*found.findings, *found.omitted)}
    findings = tuple(replace(finding, says=statement) for finding in found.findings)
    return replace(found, titles=titles, findings=findings)


reports = strategies.builds(_named, _reports, hostile, hostile)


def work_of(found: Report, path: str) -> str:
    """The work that a path lies in, as a report shows it."""
    below = path.removeprefix(f"{found.register}/") if found.register else path
    return "/".join(below.split("/")[:2])


def planted(text: str) -> Report:
    """A report that holds one text in every place where a text can stand, at the head and within."""
    found = [
        Finding(
            path=text + tail,
            place=Place(text, Span(2, 1, 2, 3)),
            severity=severity,
            rule=text + tail,
            provision=f"1.1/{text}{tail}",
            clause=text + tail,
            force=text + tail,
            message=text + tail,
            help=text + tail,
            excerpt=text + tail,
            related=(Related(Place(text + tail, Span(1, 1, 1, 2)), text + tail),),
            waived=waived,
        )
        for severity in Severity
        for tail in ("", text)
        for waived in ("", text)
    ]
    base = report(*found, title=text)
    decision = base.decision._replace(id=text)
    compared = Comparison(text, text, text)
    omitted = tuple(Omitted(text + tail, text, severity, 7) for severity in Severity for tail in ("", text))
    everywhere = replace(
        base,
        revision=text,
        register=text,
        decision=decision,
        tool_version=text,
        rules=(),
        base=compared,
        omitted=omitted,
    )
    return _named(everywhere, text, text)
