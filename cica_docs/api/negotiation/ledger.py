"""The ledger of what is not agreed: each proposal in square brackets, who makes it, where, and since when."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.i18n.labels import Labels
from cica_docs.i18n.words import Words
from cica_docs.languages import PlacedProposal, proposals_of
from cica_docs.register.sources import names_of
from cica_docs.register.works import works
from cica_docs.snapshot.past import Revision
from cica_docs.text.escape import escape_ci
from cica_docs.text.proposal_words import AGREED, DELETION, RESERVATION
from cica_docs.text.terminal import WIDTH, join_lines, wrap
from cica_docs.values.language import Language
from cica_docs.views.listing import Listing, Row

_COLUMNS = ("work", "language", "line", "paragraph", "states", "text", "alternatives", "since", "commit")
_EMPHASIS = re.compile(r"(?<!\\)\*")
_ID = 10
"""Digits of a commit by which it is shown."""


class Open(NamedTuple):
    """A proposal that is open: where it is, and the commit since which it has been there; None if not committed."""

    placed: PlacedProposal
    paragraph: str
    """The number of the paragraph, else the title of the section; empty before the first."""
    since: Revision | None


def open_proposals(corpus: Corpus, name: str, languages: Sequence[Language] = ()) -> Iterator[Open]:
    """Yield the proposals of a work, by language, in the order of the text; those within others after them."""
    for language, document in works(corpus)[name].documents.items():
        proposals = tuple(proposals_of(corpus, document)) if not languages or language in languages else ()
        since = _since(corpus, document, proposals) if proposals else {}
        starts, names = _paragraphs(document)
        for placed in proposals:
            at = bisect_right(starts, placed.place.span.line) - 1
            yield Open(placed, names[at] if at >= 0 else "", since.get(placed.text))


def _paragraphs(document: Document) -> tuple[list[int], list[str]]:
    """Return the lines of headings and numbered paragraphs, and the titles and numbers on them."""
    headings = ((section.span.line, section.title) for section in document.outline.sections)
    numbered = ((paragraph.span.line, paragraph.number) for paragraph in document.outline.numbered)
    ordered = sorted((*headings, *numbered))
    return [line for line, _ in ordered], [name for _, name in ordered]


def _since(corpus: Corpus, document: Document, proposals: Sequence[PlacedProposal]) -> Mapping[str, Revision | None]:
    """Return by text the commit that brought each proposal, as it is now and has been ever since."""
    texts = {placed.text for placed in proposals}
    since: dict[str, Revision | None] = {}
    steps = {str(step.commit.id): step for step in corpus.past.steps} if corpus.past else {}
    for revision in corpus.past.revisions(document.path) if corpus.past else ():
        blob = corpus.past.blob_in(steps[revision.commit], document.path) if corpus.past else ""
        content = corpus.past.read(document.path, blob) if corpus.past and blob else None
        former = " ".join((content or b"").decode("utf-8", "replace").split())
        texts = {text for text in texts if f"[{text}]" in former}
        since |= dict.fromkeys(texts, revision)
        if not texts:
            break
    return since


def list_brackets(corpus: Corpus, names: Sequence[str]) -> Listing:
    """List the proposals of some works, or of all, by work and language, in the order of the text."""
    chosen = names or sorted(works(corpus))
    return Listing(
        "brackets", _COLUMNS, tuple(_row(name, each) for name in chosen for each in open_proposals(corpus, name))
    )


def _row(name: str, each: Open) -> Row:
    placed, since = each.placed, each.since
    return {
        "work": name,
        "language": str(placed.document.language),
        "line": str(placed.place.span.line),
        "paragraph": each.paragraph,
        "states": " ".join(placed.proposal.states),
        "text": placed.text,
        "alternatives": str(len(placed.proposal.alternatives)),
        "since": since.on.isoformat() if since else "",
        "commit": since.commit if since else "",
    }


def format_brackets(corpus: Corpus, names: Sequence[str], words: Words, labels: Labels, width: int = WIDTH) -> str:
    """Format the ledger for a terminal: by work, each proposal with its States, its wordings and its age."""
    return join_lines(_lines(corpus, names or sorted(works(corpus)), words, labels, width))


def _lines(corpus: Corpus, names: Sequence[str], words: Words, labels: Labels, width: int) -> Iterator[str]:
    number = 0
    for name in names:
        for position, each in enumerate(open_proposals(corpus, name)):
            number += 1
            if position == 0:
                yield from wrap(escape_ci(f"{works(corpus)[name].title(words.language)} ({name})"), most=width)
            placed = each.placed
            place = f"{placed.document.language}.md:{placed.place.span.line}"
            lead = f"  {place}  "
            for line in describe(corpus, placed, labels):
                yield from wrap(escape_ci(line, 1_000), first=lead, most=width)
                lead = " " * len(lead)
            where = " · ".join(filter(None, (escape_ci(each.paragraph), age_of(each, labels))))
            yield from wrap(where, first=lead, most=width)
    yield from ("",) if number else ()
    yield words.count("bracket", number) if number else words.word("brackets.none")


def age_of(each: Open, labels: Labels) -> str:
    """Say since which day and commit a proposal has been in the text as it is."""
    if each.since is None:
        return labels.word("ledger", "uncommitted")
    return labels.sentence("ledger", "commit", on=each.since.on, commit=each.since.commit[:_ID])


def describe(corpus: Corpus, placed: PlacedProposal, labels: Labels) -> Iterator[str]:
    """Yield a line for each alternative: who asks for what, or that it is the text of the draft."""
    proposal = placed.proposal
    for at, alternative in enumerate(proposal.alternatives):
        if alternative.stance == AGREED and not alternative.states:
            who = labels.word("ledger", "agreed")
        elif not alternative.states and at == proposal.draft:
            who = labels.word("ledger", "draft")
        else:
            names = names_of(corpus, alternative.states, corpus.as_of)[labels.language]
            who = names or labels.word("ledger", "nobody")
        key = {DELETION: "deletion", RESERVATION: "reservation"}.get(alternative.stance)
        asked = labels.word("ledger", key) if key else ""
        text = " ".join(_EMPHASIS.sub("", alternative.text).split())
        yield ": ".join(part for part in (who, asked, text) if part)
