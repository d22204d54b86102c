"""The proposals in brackets of a document, in its own words: quotations have the brackets of what they quote."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.text_runs import span_between
from cica_docs.languages.sentences import blank_quotes
from cica_docs.register.negotiation.delegations import delegations
from cica_docs.register.works import Work
from cica_docs.text.proposals import Proposal, find_proposals, may_hold_proposals
from cica_docs.values.span import Place

_QUOTED_LINE = re.compile(r"^ {0,3}>.*$", re.MULTILINE)


class PlacedProposal(NamedTuple):
    """A proposal in a document, with what is in its brackets as written."""

    document: Document
    proposal: Proposal
    text: str
    place: Place


def proposals_of(corpus: Corpus, document: Document) -> Iterator[PlacedProposal]:
    """Yield the proposals of a title and body in order; those in quotations are passed over."""
    yield from _in_title(corpus, document)
    text = document.text
    if not document.is_parted or not may_hold_proposals(text):
        return
    offset = len(document.source.text) - len(text)
    for proposal in find_proposals(own_words_of(corpus, document), delegations(corpus)):
        inside = text[proposal.start + 1 : proposal.end - 1]
        starts = document.source.line_starts
        place = document.place(span_between(starts, offset + proposal.start, offset + proposal.end))
        yield PlacedProposal(document, proposal.worded_by(text), " ".join(inside.split()), place)


def _in_title(corpus: Corpus, document: Document) -> Iterator[PlacedProposal]:
    """Yield the proposals of a title, each at the place of the whole: quotes of YAML shift what is in it."""
    title = document.get("/title") if document.is_readable else None
    if not isinstance(title, str) or not may_hold_proposals(title):
        return
    for proposal in find_proposals(blank_quotes(title), delegations(corpus)):
        inside = title[proposal.start + 1 : proposal.end - 1]
        place = document.place(document.front.value_at("/title"))
        yield PlacedProposal(document, proposal.worded_by(title), " ".join(inside.split()), place)


def number_of_proposals(corpus: Corpus, work: Work) -> int:
    """Count the proposals of a work, those within others too; editions hold the same, so the most of any counts."""
    return max((sum(1 for _ in proposals_of(corpus, document)) for document in work.documents.values()), default=0)


def own_words_of(corpus: Corpus, document: Document) -> str:
    """Return the body with spaces for quotations, unless its kind quotes the wording that it proposes."""
    kind = corpus.kind(document.kind)
    proposes = kind is not None and bool(kind.data.get("proposes_quotations"))
    return blank_quotes(document.text if proposes else _QUOTED_LINE.sub(_blank, document.text))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
