"""The journal of notes: those of the organisation by number, and those received from States by day."""

import re
from collections.abc import Iterator

from cica_docs.api.act_rows import name_in
from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.labels import Labels
from cica_docs.i18n.words import Words
from cica_docs.register.events import events_until, read_names
from cica_docs.register.letters import Letter, letters
from cica_docs.text.escape import escape_ci
from cica_docs.text.terminal import WIDTH, format_columns, join_lines, wrap
from cica_docs.views.listing import Listing, Row, holders_of

_COLUMNS = ("direction", "number", "date", "from", "to", "title", "sent", "received", "in_reply_to", "work")
OUTGOING, INCOMING = "outgoing", "incoming"
_DIGITS = re.compile(r"(\d+)")


def list_journal(corpus: Corpus, words: Words, year: str = "") -> Listing:
    """List the notes of a year, or all: outgoing by number, incoming by day.

    `sent` is the day on which it was sent; empty for one that is drafted and not sent. `received` is the day on which a
    note of a State came in; a note without one belongs to the year of its date. What is withheld has no row.
    """
    rows = (_row(corpus, words, letter) for letter in letters(corpus) if not letter.work.is_withheld)
    chosen = [row for row in rows if (row["received"] or row["date"]).startswith(year)]
    return Listing("journal", _COLUMNS, tuple(sorted(chosen, key=_order)))


def _row(corpus: Corpus, words: Words, letter: Letter) -> Row:
    original = letter.work.original
    days = {act.kind: act.on.text for act in reversed(events_until(corpus, original))}
    states = holders_of(corpus, letter.work)
    return {
        "direction": INCOMING if states else OUTGOING,
        "number": letter.number,
        "date": str(original.get("/date") or days.get("sent", "")),
        "from": " ".join(states) or str(original.get("/from") or ""),
        "to": " ".join(read_names(original.get("/to"))),
        "title": letter.work.title(words.language),
        "sent": days.get("sent", ""),
        "received": days.get("received", "") if states else "",
        "in_reply_to": str(original.get("/in_reply_to") or ""),
        "work": letter.work.name,
    }


def _order(row: Row) -> tuple[object, ...]:
    number = [(int(part), "") if part.isdecimal() else (0, part) for part in _DIGITS.split(row["number"])]
    by_number = row["direction"] == OUTGOING
    return row["direction"] == INCOMING, [] if by_number else row["date"], number, row["work"]


def name_parties(corpus: Corpus, listing: Listing, words: Words, labels: Labels) -> Listing:
    """Return the journal in words of the reader's language, for a sheet that people read."""
    rows = (
        {
            **row,
            "direction": words.word(f"journal.{row['direction']}-word"),
            "from": _parties(corpus, row["from"], labels),
            "to": _parties(corpus, row["to"], labels),
        }
        for row in listing.rows
    )
    return listing._replace(rows=tuple(rows))


def format_journal(corpus: Corpus, listing: Listing, words: Words, labels: Labels, most: int = WIDTH) -> str:
    """Format the journal as one table of outgoing and one of incoming notes, with the names of the parties."""
    if not listing.rows:
        return join_lines((words.word("journal.none"),))
    return join_lines(_lines(corpus, listing, words, labels, most))


def _lines(corpus: Corpus, listing: Listing, words: Words, labels: Labels, most: int) -> Iterator[str]:
    for direction in (OUTGOING, INCOMING):
        rows = [row for row in listing.rows if row["direction"] == direction]
        if rows:
            yield words.sentence(f"journal.{direction}", number=len(rows))
            heads = format_columns([tuple(_cells(corpus, row, words, labels)) for row in rows], most=most, widest=2)
            for row, head in zip(rows, heads, strict=True):
                yield head
                yield from wrap(" · ".join(_details(row, words)), first="  ", rest="  ", most=most)
            yield ""


def _cells(corpus: Corpus, row: Row, words: Words, labels: Labels) -> Iterator[str]:
    yield escape_ci(row["number"]) or "–"
    yield row["date"] if row["sent"] else words.sentence("journal.unsent", date=row["date"]).strip()
    yield " → ".join(_parties(corpus, row[end], labels) for end in ("from", "to"))


def _details(row: Row, words: Words) -> Iterator[str]:
    yield escape_ci(row["title"])
    yield escape_ci(row["work"])
    if row["received"]:
        yield words.sentence("journal.received", date=row["received"])
    if row["in_reply_to"]:
        yield words.sentence("journal.in-reply-to", note=row["in_reply_to"])


def _parties(corpus: Corpus, ids: str, labels: Labels) -> str:
    return escape_ci(", ".join(map(name_in(corpus, labels), ids.split())))
