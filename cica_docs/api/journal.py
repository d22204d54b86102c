"""The journal of notes: those of the organisation by number, and those received from States by day."""

import re
from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.words import Words
from cica_docs.register.events import events_until, read_names
from cica_docs.register.letters import Letter, letters
from cica_docs.text.escape import escape_ci
from cica_docs.text.terminal import WIDTH, format_columns, join_lines
from cica_docs.views.listing import Listing, Row

_COLUMNS = ("direction", "number", "date", "from", "to", "title", "sent", "work")
OUTGOING, INCOMING = "outgoing", "incoming"
_DIGITS = re.compile(r"(\d+)")


def list_journal(corpus: Corpus, words: Words, year: str = "") -> Listing:
    """List the notes of a year, or all: outgoing by number, incoming by day.

    `sent` is the day on which it was sent; empty for one that is drafted and not sent. What is withheld has no row.
    """
    rows = (_row(corpus, words, letter) for letter in letters(corpus))
    chosen = [row for row in rows if row["date"].startswith(year)]
    return Listing("journal", _COLUMNS, tuple(sorted(chosen, key=_order)))


def _row(corpus: Corpus, words: Words, letter: Letter) -> Row:
    original = letter.work.original
    sent = next((act.on.text for act in events_until(corpus, original) if act.kind == "sent"), "")
    return {
        "direction": INCOMING if letter.state else OUTGOING,
        "number": letter.number,
        "date": str(original.get("/date") or ""),
        "from": str(original.get("/from") or ""),
        "to": " ".join(read_names(original.get("/to"))),
        "title": letter.work.title(words.language),
        "sent": sent,
        "work": letter.work.name,
    }


def _order(row: Row) -> tuple[object, ...]:
    number = [(int(part), "") if part.isdecimal() else (0, part) for part in _DIGITS.split(row["number"])]
    by_number = row["direction"] == OUTGOING
    return row["direction"] == INCOMING, [] if by_number else row["date"], number, row["work"]


def format_journal(listing: Listing, words: Words) -> str:
    """Format the journal as one table of outgoing and one of incoming notes."""
    if not listing.rows:
        return join_lines((words.word("journal.none"),))
    return join_lines(_lines(listing, words))


def _lines(listing: Listing, words: Words) -> Iterator[str]:
    for direction in (OUTGOING, INCOMING):
        rows = [row for row in listing.rows if row["direction"] == direction]
        if rows:
            yield words.sentence(f"journal.{direction}", number=len(rows))
            yield from format_columns([tuple(_cells(row, words)) for row in rows], most=WIDTH, widest=3)
            yield ""


def _cells(row: Row, words: Words) -> Iterator[str]:
    yield escape_ci(row["number"])
    yield row["date"] if row["sent"] else words.sentence("journal.unsent", date=row["date"])
    yield escape_ci(f"{row['from']} → {row['to'].replace(' ', ', ')}")
    yield escape_ci(row["title"])
    yield escape_ci(row["work"])
