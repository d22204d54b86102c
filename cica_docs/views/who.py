"""The office holders in an area, or in all areas of a dimension, on a day."""

from collections.abc import Iterator
from itertools import groupby

from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.words import Words
from cica_docs.register.mandates.offices import Office, latest_symbol_of, office_holders
from cica_docs.register.mandates.service import area_name_of
from cica_docs.register.naming.find import find_area
from cica_docs.text.escape import escape_ci
from cica_docs.text.terminal import format_columns, join_lines, table_width, wrap
from cica_docs.values.role import COORDINATOR, ROLES
from cica_docs.views.listing import Listing, Row, is_area_within

_COLUMNS = ("area", "held_in", "role", "state", "name", "from", "to", "known", "basis", "mandate")


def list_offices(corpus: Corpus, words: Words, area: str) -> Listing:
    """List the offices in an area and its whole dimension, in the areas of a dimension, or (without name) in all."""
    areas = _areas(corpus, find_area(corpus, area) if area else "")
    rows = [_row(corpus, words, each, office) for each in areas for office in office_holders(corpus, each)]
    return Listing("who", _COLUMNS, tuple(rows))


def _areas(corpus: Corpus, area_or_dimension: str) -> tuple[str, ...]:
    """Return the area itself, or the areas of a dimension; all areas if none is named."""
    if not area_or_dimension:
        return tuple(corpus.reference.all("area"))
    return tuple(id for id in corpus.reference.all("area") if is_area_within(corpus, id, area_or_dimension)) or (
        area_or_dimension,
    )


def _row(corpus: Corpus, words: Words, area: str, office: Office) -> Row:
    mandate = office.mandate
    return {
        "area": area,
        "held_in": mandate.area,
        "role": mandate.role,
        "state": mandate.holder,
        "name": corpus.reference.names("state", mandate.holder, corpus.as_of)[words.language],
        "from": office.since.isoformat() if office.since else "",
        "to": office.until.isoformat() if office.until else "",
        "known": office.known_as_of,
        "basis": latest_symbol_of(mandate),
        "mandate": mandate.work.name,
    }


def format_offices(corpus: Corpus, words: Words, area: str) -> str:
    """Format the offices by area: who holds which office since and until when, by which act."""
    listing = list_offices(corpus, words, area)
    by_area = {name: list(rows) for name, rows in groupby(listing.rows, key=lambda row: row["area"])}
    lines = [words.sentence("as-of", day=corpus.as_of)]
    for id in _areas(corpus, find_area(corpus, area) if area else ""):
        rows = by_area.get(id, [])
        name = escape_ci(area_name_of(corpus, id, corpus.as_of)[words.language])
        lines += [
            "",
            f"{name} ({escape_ci(id)})" if name != id else escape_ci(id),
            *_lines(corpus, words, id, rows),
        ]
    return join_lines(lines)


def _lines(corpus: Corpus, words: Words, area: str, rows: list[Row]) -> Iterator[str]:
    if not any(row["role"] == COORDINATOR for row in rows):
        yield from wrap(words.word("who.no-coordinator" if rows else "who.nobody"), first="  ")
    cells = [tuple(_cells(corpus, words, area, row)) for row in rows]
    yield from (f"  {line}" for line in format_columns(cells, most=table_width() - 2, widest=4))


def _cells(corpus: Corpus, words: Words, area: str, row: Row) -> Iterator[str]:
    role = words.word(f"roles.{row['role']}") if row["role"] in ROLES else escape_ci(row["role"])
    area_name = area_name_of(corpus, row["held_in"], corpus.as_of)[words.language]
    yield role if row["held_in"] == area else words.sentence("who.of", role=role, area=area_name)
    yield f"{escape_ci(row['name'])} ({escape_ci(row['state'])})"
    yield format_office_days(words, row)
    yield escape_ci(row["basis"])
    yield escape_ci(row["mandate"])


def format_office_days(words: Words, row: Row) -> str:
    """Return the days of an office, or the date of the public knowledge."""
    if row["known"]:
        return words.sentence("who.known", day=row["known"])
    return f"{words.date(row['from'])} – {words.date(row['to']) if row['to'] else '…'}"
