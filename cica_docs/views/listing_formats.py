"""Lists as a table, JSON and CSV."""

import csv
import io

from cica_docs.i18n.labels import Labels
from cica_docs.i18n.words import Words
from cica_docs.register.catalogue import CHANGES
from cica_docs.text.escape import escape_ci, escape_csv, to_json
from cica_docs.text.terminal import format_columns, join_lines
from cica_docs.views.listing import Listing, Row

VERSION = 1
_SHOWN = (
    "id",
    "symbol",
    "title",
    "abbreviation",
    "area",
    "dimension",
    "coordinator",
    "co_coordinators",
    "state",
    "membership",
    "route",
    "standing",
    "since",
    "period",
    *CHANGES,
)


def format_list_table(listing: Listing, words: Words, labels: Labels, *, most: int | None = None) -> str:
    """Format a list as columns with headings, without empty columns, at most `most` cells wide."""
    if not listing.rows:
        return join_lines((words.word("list.none"),))
    columns, lines = _printed_cells(listing, words, labels)
    widest = columns.index("title")
    return join_lines((*format_columns(lines, most=most, widest=widest), "", words.count("entry", len(listing.rows))))


def tabulate_list(listing: Listing, words: Words, labels: Labels) -> tuple[tuple[str, ...], ...]:
    """Return headings and cells of a list as its table shows them, for a workbook."""
    return _printed_cells(listing, words, labels)[1]


def _printed_cells(
    listing: Listing, words: Words, labels: Labels
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return the columns that hold something, and the lines below their headings, in the reader's words."""
    gender = listing.gender.get(labels.language, "")
    rows = [_printed_row(row, words, labels, gender) for row in listing.rows]
    columns = tuple(key for key in _SHOWN if not rows or any(row.get(key) for row in rows))
    headings = tuple(words.word(f"list.{key}") for key in columns)
    return columns, (headings, *(tuple(row.get(key, "") for key in columns) for row in rows))


def format_list_json(listing: Listing) -> str:
    """Format a list as JSON; keys and values, except names, do not depend on the reader's language."""
    return to_json({"version": VERSION, "list": listing.name, "entries": [dict(row) for row in listing.rows]})


def format_list_csv(listing: Listing) -> str:
    """Format a list as CSV with keys as headings; no cell can be taken for a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(listing.columns)
    for row in listing.rows:
        writer.writerow([escape_csv(row.get(key, "")) for key in listing.columns])
    return text.getvalue()


def tabulate(listing: Listing, words: Words | None = None) -> tuple[tuple[str, ...], ...]:
    """Return headings and cells of a list; with `words`, headings are in the reader's language, else they are keys."""
    keys = listing.columns
    headings = tuple(_heading_of(key, words) if words else key for key in keys)
    return (headings, *(tuple(row.get(key, "") for key in keys) for row in listing.rows))


def _heading_of(key: str, words: Words) -> str:
    return words.word(f"columns.{key}", otherwise=words.word(f"list.{key}", otherwise=key))


def _printed_row(row: Row, words: Words, labels: Labels, gender: str) -> Row:
    """Return an entry in the reader's words."""
    printed = {key: escape_ci(value) for key, value in row.items()}
    if row.get("standing"):
        example = f" · {words.word('example')}" if row.get("example") else ""
        printed["standing"] = escape_ci(labels.stage(row["standing"], gender=gender)) + example
        printed["period"] = f"{row['from']} – {row['to']}" if row["from"] else ""
        printed["since"] = "" if row["from"] else escape_ci(row["since"] or row["known"])
    for key in CHANGES:
        if row.get(key):
            parts = (part.split(" ") for part in printed[key].split("; "))
            printed[key] = "; ".join(
                " ".join(words.word("decided", word, otherwise=word) for word in part) for part in parts
            )
    for key, group in (("membership", "states"), ("route", "routes")):
        if row.get(key) and words.has(group, row[key]):
            printed[key] = words.word(f"{group}.{row[key]}")
    return printed
