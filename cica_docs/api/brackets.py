"""The ledger of what is not agreed: each proposal in square brackets, who makes it and where."""

from collections.abc import Iterator, Sequence

from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.words import Words
from cica_docs.languages import proposals_of
from cica_docs.register.sources import names_of
from cica_docs.register.works import works
from cica_docs.text.escape import escape_ci
from cica_docs.text.proposals import Alternative, find_proposals
from cica_docs.text.terminal import WIDTH, join_lines, wrap
from cica_docs.views.listing import Listing, Row

_COLUMNS = ("work", "language", "line", "states", "text", "alternatives")


def list_brackets(corpus: Corpus, names: Sequence[str]) -> Listing:
    """List the proposals of some works, or of all, by work and language, in the order of the text."""
    chosen = names or sorted(works(corpus))
    return Listing("brackets", _COLUMNS, tuple(row for name in chosen for row in _rows(corpus, name)))


def _rows(corpus: Corpus, name: str) -> Iterator[Row]:
    for language, document in works(corpus)[name].documents.items():
        for placed in proposals_of(corpus, document):
            yield {
                "work": name,
                "language": str(language),
                "line": str(placed.place.span.line),
                "states": " ".join(placed.proposal.states),
                "text": placed.text,
                "alternatives": str(len(placed.proposal.alternatives)),
            }


def format_brackets(corpus: Corpus, listing: Listing, words: Words, width: int = WIDTH) -> str:
    """Format the ledger for a terminal: by work, each proposal with its States and its wordings."""
    return join_lines(_lines(corpus, listing, words, width))


def _lines(corpus: Corpus, listing: Listing, words: Words, width: int) -> Iterator[str]:
    former = ""
    for row in listing.rows:
        if row["work"] != former:
            former = row["work"]
            title = works(corpus)[former].title(words.language)
            yield from wrap(escape_ci(f"{title} ({former})"), most=width)
        place = f"{row['language']}.md:{row['line']}"
        (proposal, *_) = find_proposals(f"[{row['text']}]")
        for number, alternative in enumerate(proposal.alternatives):
            lead = f"  {place}  " if number == 0 else " " * (len(place) + 4)
            yield from wrap(_described(corpus, alternative, words), first=lead, most=width)
    yield from ("",) if listing.rows else ()
    yield words.count("bracket", len(listing.rows)) if listing.rows else words.word("brackets.none")


def _described(corpus: Corpus, alternative: Alternative, words: Words) -> str:
    who = names_of(corpus, alternative.states, corpus.as_of)[words.language] or words.word("brackets.nobody")
    return escape_ci(f"{who}: {alternative.text}", 1_000)
