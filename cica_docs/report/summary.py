"""The job summary on GitHub: all findings by file, in Markdown that no text of a document can shape."""

import re
from collections.abc import Iterator

from cica_docs.report.report import Report, related_path
from cica_docs.report.words import Words
from cica_docs.values.finding import Finding
from cica_docs.values.printable import printable

# GitHub refuses a longer summary whole.
LIMIT = 1_048_576
_RESERVE = 1_024
_VALUE = 1_000
_MARKUP = re.compile(r"[!#$&*+./:<=>@\[\\\]^_`{|}~]")


def github_summary(report: Report, words: Words) -> str:
    """The counts, the statement on the decision, and every finding under its file, as far as one MiB holds them."""
    written = "".join(_head(report, words))
    size = len(written.encode())
    parts = [written]
    shown = 0
    for part, findings in _findings(report, words):
        size += len(part.encode())
        if size > LIMIT - _RESERVE:
            left_out = len(report.findings) + sum(more.count for more in report.omitted) - shown
            parts.append(f"\n{plain(words.sentence('summary-cut', number=left_out))}\n")
            break
        parts.append(part)
        shown += findings
    return "".join(parts)


def plain(value: str) -> str:
    """The text as Markdown that reads as that text and nothing else: no markup, link, mention or HTML."""
    return _MARKUP.sub(_reference, " ".join(printable(value, _VALUE).split()))


def _reference(match: re.Match[str]) -> str:
    # Mentions, issues and e-mail addresses are looked for after references are resolved, within one node of text.
    character = match[0]
    return f"&#{ord(character)};" + ("<!-- -->" if character in "@#" else "")


def _head(report: Report, words: Words) -> Iterator[str]:
    yield f"## {plain(words.word('summary-title'))}\n\n"
    yield f"**{plain(words.findings(report))}** · {plain(words.checked(report))}\n"
    if statement := words.decision(report):
        yield f"\n> {plain(statement)}\n"


def _findings(report: Report, words: Words) -> Iterator[tuple[str, int]]:
    """Each part of the text with the number of findings in it."""
    for path, found, omitted in report.by_path():
        yield f"\n### {plain(path)}\n\n", 0
        for finding in found:
            yield f"- {'<br>'.join(_lines(finding, words))}\n", 1
        for more in omitted:
            what = f"**{plain(words.severity(more.severity))}** {plain(more.rule)}"
            yield f"- {what} · {plain(words.omitted(more))}\n", more.count


def _lines(finding: Finding, words: Words) -> Iterator[str]:
    span = finding.place.span
    what = f"**{plain(words.severity(finding.severity))}** {plain(finding.rule)}"
    where = plain(words.sentence("line", line=span.line, column=span.column))
    waived = f" · {plain(words.sentence('waived', reason=finding.waived))}" if finding.waived else ""
    yield f"{what} · {where}{waived}"
    yield f"{plain(finding.message)} ({plain(words.citation(finding))})"
    for related in finding.related:
        place = related.place.span
        where = plain(f"{related_path(finding, related)}:{place.line}:{place.column}")
        yield f"{plain(words.word('related'))}: {where}: {plain(related.message)}"
    if finding.help:
        yield f"{plain(words.word('help'))}: {plain(finding.help)}"
