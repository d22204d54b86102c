"""What `cica import` answers: the sections it recognised, and what has no place in the register."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from cica_docs.cli.new import describe_files, describe_findings
from cica_docs.cli.register import OpenedRegister
from cica_docs.i18n.messages import Catalogue
from cica_docs.i18n.words import Words

if TYPE_CHECKING:
    from cica_docs.api.drafting.new import Draft
    from cica_docs.api.importing.facts import Offer
    from cica_docs.api.importing.new_paper import ImportedPaper
    from cica_docs.word.received import Comment, Received, TrackedChange, Unplaced

_MOST_FINDINGS = 10
_MOST_SHOWN = 40
"""Entries of one kind that are shown one by one."""


def shortened(draft: "Draft") -> "Draft":
    """Return a draft with the gravest of its findings: a text that comes in Word has many, and the check shows all."""
    findings = sorted(draft.report.findings, key=lambda finding: -finding.severity.rank)[:_MOST_FINDINGS]
    return replace(draft, report=replace(draft.report, findings=tuple(findings)))


def describe_rest(draft: "Draft", catalogue: Catalogue) -> Iterator[str]:
    """Say how many findings are not shown."""
    if (rest := len(draft.report.findings) - _MOST_FINDINGS) > 0:
        yield catalogue.commands.sentence("word.findings", number=rest)


def describe_offers(offers: "Sequence[Offer]", catalogue: Catalogue) -> Iterator[str]:
    """Name what a text tells of the facts that are asked for."""
    if offers:
        yield catalogue.commands.word("word.offered")
    for offer in offers:
        values = (f"--set {offer.field}={value}" + (f" ({name})" if name else "") for value, name in offer.values)
        yield f"  {' · '.join(values)}"


def describe_paper(paper: "ImportedPaper", received: "Received", catalogue: Catalogue) -> Iterator[str]:
    """Describe how a text was put into sections, and what has no place."""
    words, arranged = catalogue.commands, paper.arranged
    if arranged.recognised:
        titles = tuple(section.title[paper.language] for section in arranged.recognised)
        yield words.sentence("word.sections", number=len(titles), sections=titles)
    elif arranged.added:
        yield words.word("word.no-sections")
    if arranged.added:
        yield words.sentence("word.added", sections=tuple(each.title[paper.language] for each in arranged.added))
    if paper.language in paper.draft.untitled and paper.titles:
        yield words.sentence("word.titles", titles=paper.titles)
    yield from describe_left_out(paper.unplaced, received, catalogue)


def describe_version(
    paper: "ImportedPaper", received: "Received", opened: OpenedRegister, catalogue: Catalogue
) -> Iterator[str]:
    """Describe a further language version of a work."""
    yield from describe_paper(paper, received, catalogue)
    yield from describe_files("word.version", paper.draft, opened, catalogue)
    yield from describe_findings(shortened(paper.draft), catalogue)
    yield from describe_rest(paper.draft, catalogue)
    yield catalogue.commands.sentence("record.next", check="cica check")


def describe_left_out(unplaced: "Sequence[Unplaced]", received: "Received", catalogue: Catalogue) -> Iterator[str]:
    """Describe what has no place, with the comments and tracked changes of the file."""
    words = catalogue.commands
    if unplaced or received.changes or received.remarks:
        yield words.word("word.unplaced")
    shown: Counter[str] = Counter()
    for entry in unplaced:
        shown[entry.kind] += 1
        if shown[entry.kind] <= _MOST_SHOWN:
            says = f": {words.format_text(entry.text, words.max_text)}" if entry.text else ""
            yield f"  {_place(entry.paragraph, words)}, {words.word(f'word.kinds.{entry.kind}')}{says}"
    for kind, number in shown.items():
        if number > _MOST_SHOWN:
            more = words.sentence("word.more", number=number - _MOST_SHOWN)
            yield f"  {words.word(f'word.kinds.{kind}')}: {more}"
    yield from _describe_changes(received.changes, words)
    yield from _describe_remarks(received.remarks, words)


def _describe_changes(changes: "Sequence[TrackedChange]", words: Words) -> Iterator[str]:
    if not changes:
        return
    names = tuple(dict.fromkeys(change.author or words.word("word.nameless") for change in changes))
    yield "  " + words.sentence("word.accepted", number=len(changes), authors=names)
    deleted = [change for change in changes if change.kind == "deleted"]
    for change in deleted[:_MOST_SHOWN]:
        author = change.author or words.word("word.nameless")
        place = _place(change.paragraph, words)
        yield "  " + words.sentence("word.deleted", place=place, author=author, text=" ".join(change.text.split()))
    if len(deleted) > _MOST_SHOWN:
        yield "  " + words.sentence("word.more", number=len(deleted) - _MOST_SHOWN)


def _describe_remarks(remarks: "Sequence[Comment]", words: Words) -> Iterator[str]:
    for remark in remarks[:_MOST_SHOWN]:
        author = remark.author or words.word("word.nameless")
        place = _place(remark.paragraph, words)
        yield "  " + words.sentence("word.remark", place=place, author=author, text=remark.text)
    if len(remarks) > _MOST_SHOWN:
        yield "  " + words.sentence("word.more", number=len(remarks) - _MOST_SHOWN)


def _place(paragraph: int, words: Words) -> str:
    return words.sentence("word.paragraph", number=paragraph) if paragraph else words.word("word.outside")
