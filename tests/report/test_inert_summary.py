"""That no text of a document shapes the job summary."""

import re
from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from cica_docs.report.report import Report, rests_on_decision
from cica_docs.report.summary import format_summary
from cica_docs.text.escape import escape_ci, escape_markdown, is_unsafe

from .sample import NASTY, hostile, planted, reports, thorough, words, work_of


def _shape(markdown: str) -> list[str]:
    """The kinds of everything in a Markdown text, inline nodes and raw HTML included, and not its words."""
    shape: list[str] = []
    for token in MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(markdown):
        shape.append(token.type + token.tag)
        nodes = [node for node in token.children or [] if node.type != "text" and node.content != "<!-- -->"]
        shape += [node.type + node.tag + (node.content if node.type == "html_inline" else "") for node in nodes]
    return shape


def _read(markdown: str) -> str:
    """The words of a Markdown text, as they are read."""
    return "".join(
        child.content
        for token in MarkdownIt("commonmark", {"html": True}).parse(markdown)
        for child in token.children or []
        if child.type == "text"
    )


def _harmless(found: Report) -> Report:
    """A report of the same shape whose every text is a plain word; words are equal, and in order, where texts are."""

    def word(value: str) -> str:
        return "word" if value else ""

    def numbered(letter: str, values: Iterable[str]) -> dict[str, str]:
        return {value: f"{letter}{number:04}" for number, value in enumerate(sorted(set(values)))}

    everything = (*found.findings, *found.omitted)
    places = {one.path: work_of(found, one.path) for one in sorted(everything, key=lambda one: one.path)}
    works = {work: f"w{number:04}/x" for number, work in enumerate(dict.fromkeys(places.values()))}
    files = numbered("f", places)
    paths = {path: f"{works[work]}/{files[path]}" for path, work in places.items()}
    rules = numbered("r", (one.rule for one in everything))
    provisions = numbered("p", (finding.provision for finding in found.findings))
    related = [one for finding in found.findings for one in finding.related]
    texts = numbered("t", (finding.message for finding in (*found.findings, *related)))
    cures = numbered("c", (finding.help for finding in found.findings))
    reasons = numbered("e", (finding.waived for finding in found.findings))
    elsewhere = numbered("a", (one.place.path for one in related))
    findings = [
        replace(
            finding,
            path=paths[finding.path],
            # Below the root of the finding or not, as it was.
            place=replace(finding.place, path=paths[finding.path] if finding.path == finding.place.path else "x"),
            rule=rules[finding.rule],
            message=texts[finding.message],
            help=cures[finding.help] if finding.help else "",
            related=tuple(
                one._replace(place=replace(one.place, path=elsewhere[one.place.path]), message=texts[one.message])
                for one in finding.related
            ),
            waived=reasons[finding.waived] if finding.waived else "",
            clause=word(finding.clause) if rests_on_decision(finding) else "",
            provision=provisions[finding.provision],
            force=word(finding.force),
            says=word(finding.says),
        )
        for finding in found.findings
    ]
    return replace(
        found,
        findings=tuple(findings),
        omitted=tuple(replace(more, path=paths[more.path], rule=rules[more.rule]) for more in found.omitted),
        decision=found.decision._replace(title="title", id="id"),
        revision=word(found.revision),
        register="",
        titles={works[work]: word(title) for work, title in found.titles.items()},
        base=found.base and replace(found.base, revision="main", commit="c", ancestor="a"),
    )


@thorough
@given(reports)
def test_no_text_shapes_the_summary(found: Report) -> None:
    _assert_shapes_nothing(found)


@pytest.mark.parametrize("value", NASTY)
def test_planted_text_never_shapes_the_summary(value: str) -> None:
    _assert_shapes_nothing(planted(value))


def _assert_shapes_nothing(found: Report) -> None:
    written = format_summary(found, words(found.language))
    assert _shape(written) == _shape(format_summary(_harmless(found), words(found.language)))
    assert not any(is_unsafe(character) for character in written if character != "\n")


@thorough
@given(hostile)
def test_plain_text_reads_as_it_was_meant(value: str) -> None:
    _assert_reads_as_meant(value)


@pytest.mark.parametrize("value", NASTY)
def test_planted_plain_text_reads_as_it_was_meant(value: str) -> None:
    _assert_reads_as_meant(value)


def _assert_reads_as_meant(value: str) -> None:
    written = escape_markdown(value)
    assert _read(f"x{written}x") == f"x{re.sub(' +', ' ', escape_ci(value, 4_000))}x"
    assert not re.search(r"[<>@`*_|~\\\[\]]|://|www\.", written.replace("<!-- -->", ""))
