"""Who holds which office in an area, or in all areas of a dimension, as of a day."""

from collections.abc import Iterator
from difflib import get_close_matches
from itertools import groupby

from cica_docs.documents.corpus import Corpus
from cica_docs.register.mandates.offices import Office, latest_symbol_of, office_holders
from cica_docs.register.mandates.service import COORDINATOR, area_name_of
from cica_docs.report.words import Words
from cica_docs.text.escape import escape_ci
from cica_docs.text.terminal import WIDTH, format_columns, join_lines, wrap
from cica_docs.values.failure import Failure
from cica_docs.views.listing import Listing, Row, lies_in

_COLUMNS = ("area", "held_in", "role", "state", "name", "from", "to", "known", "basis", "mandate")


def list_offices(corpus: Corpus, words: Words, area: str) -> Listing:
    """The offices on record in an area and in its whole dimension; of a dimension, those in all its areas."""
    known = (*corpus.reference.all("area"), *corpus.reference.all("dimension"))
    if area not in known:
        raise Failure("area-unknown", name=area, suggestion=tuple(get_close_matches(area, known, 1, 0.6)))
    rows = [_row(corpus, words, one, held) for one in _areas(corpus, area) for held in office_holders(corpus, one)]
    return Listing("who", _COLUMNS, tuple(rows))


def _areas(corpus: Corpus, wanted: str) -> tuple[str, ...]:
    """The area itself, or the areas of a dimension."""
    return tuple(id for id in corpus.reference.all("area") if lies_in(corpus, id, wanted)) or (wanted,)


def _row(corpus: Corpus, words: Words, area: str, held: Office) -> Row:
    mandate = held.mandate
    return {
        "area": area,
        "held_in": mandate.area,
        "role": mandate.role,
        "state": mandate.holder,
        "name": corpus.reference.names("state", mandate.holder, corpus.as_of)[words.language],
        "from": held.since.isoformat() if held.since else "",
        "to": held.until.isoformat() if held.until else "",
        "known": held.known_as_of,
        "basis": latest_symbol_of(mandate),
        "mandate": mandate.work.name,
    }


def format_offices(corpus: Corpus, words: Words, area: str) -> str:
    """The offices as a page: area by area, who holds which, since and until when, by which act."""
    found = list_offices(corpus, words, area)
    by_area = {name: list(rows) for name, rows in groupby(found.rows, key=lambda row: row["area"])}
    lines = [words.sentence("as-of", day=corpus.as_of)]
    for one in _areas(corpus, area):
        rows = by_area.get(one, [])
        name = escape_ci(area_name_of(corpus, one, corpus.as_of)[words.language])
        lines += [
            "",
            f"{name} ({escape_ci(one)})" if name != one else escape_ci(one),
            *_lines(corpus, words, one, rows),
        ]
    return join_lines(lines)


def _lines(corpus: Corpus, words: Words, area: str, rows: list[Row]) -> Iterator[str]:
    if not any(row["role"] == COORDINATOR for row in rows):
        yield from wrap(words.word("who.no-coordinator" if rows else "who.nobody"), first="  ")
    shown = [tuple(_cells(corpus, words, area, row)) for row in rows]
    yield from (f"  {line}" for line in format_columns(shown, most=WIDTH - 2, widest=4))


def _cells(corpus: Corpus, words: Words, area: str, row: Row) -> Iterator[str]:
    role = words.word(f"roles.{row['role']}") if row["role"] in _ROLES else escape_ci(row["role"])
    whole = area_name_of(corpus, row["held_in"], corpus.as_of)[words.language]
    yield role if row["held_in"] == area else words.sentence("who.of", role=role, area=whole)
    yield f"{escape_ci(row['name'])} ({escape_ci(row['state'])})"
    yield format_office_days(words, row)
    yield escape_ci(row["basis"])
    yield escape_ci(row["mandate"])


def format_office_days(words: Words, row: Row) -> str:
    """The days of an office, or the date of what is known."""
    if row["known"]:
        return words.sentence("who.known", day=row["known"])
    return f"{row['from']} – {row['to'] or '…'}"


_ROLES = frozenset({"coordinator", "acting-coordinator", "co-coordinator"})
