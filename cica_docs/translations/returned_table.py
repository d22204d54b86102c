"""Read the Word table that a translator returns: its rows by their ids, tracked changes accepted."""

from collections.abc import Iterator, Mapping
from typing import Any

from cica_docs.documents.source import REFUSED
from cica_docs.translations.bilingual import ReturnedFile, ReturnedUnit, parse_record
from cica_docs.translations.word_table import DONE, RECORD, ROWS, UNMARKED
from cica_docs.values.failure import Failure
from cica_docs.word.package import W, open_package
from cica_docs.word.rows import cells_of, rows_of

SIGNATURE = b"PK\x03\x04"
_COLUMNS = 4
_DROPPED = {f"{W}{name}" for name in ("del", "moveFrom", "rPr", "pPr", "sdtPr", "instrText", "delText")}
_UNREADABLE = {f"{W}{name}" for name in ("footnoteReference", "endnoteReference", "drawing", "pict", "object", "tbl")}
_SIGNS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": " ", f"{W}noBreakHyphen": "\u2011"}


def read_word_table(content: bytes, name: str) -> ReturnedFile:
    """Read the units of a Word document; raise `Failure` for one that is not of this tool, or a row out of shape."""
    package = open_package(content, name)
    record = parse_record(package.properties.get(RECORD, ""))
    return ReturnedFile(record, _units(package.document), _ids(package.properties))


def _ids(properties: Mapping[str, str]) -> tuple[str, ...]:
    """Return the ids of the rows that were exported."""
    return tuple(id for name, ids in properties.items() if name.startswith(f"{ROWS}-") for id in ids.split())


def _units(document: Any) -> Iterator[ReturnedUnit]:
    tables = [table for table in document.iter(f"{W}tbl") if next(table.iterancestors(f"{W}tbl"), None) is None]
    for table in tables:
        for number, row in enumerate(rows_of(table), 1):
            if not (number == 1 and _is_head(row)) and not _is_deleted(row):
                yield _unit(row, number)


def _unit(row: Any, number: int) -> ReturnedUnit:
    cells = [*cells_of(row)]
    is_merged = any(cell.find(f"{W}tcPr/{W}{name}") is not None for cell in cells for name in ("vMerge", "gridSpan"))
    if len(cells) != _COLUMNS or is_merged:
        raise Failure("import-row-shape", number=number)
    id = "".join(_text(cells[0]).split())
    if not id:
        raise Failure("import-row-without-id", number=number)
    # What follows the source in its cell are notes.
    source = _text(next(cells[1].iter(f"{W}p"), cells[1]))
    target, status = _text(cells[2]).strip(), _text(cells[3]).strip()
    if next(cells[2].iter(*_UNREADABLE), None) is not None:
        raise Failure("import-row-content", id=id)
    if REFUSED.search(source) or REFUSED.search(target):
        raise Failure("import-character", id=id)
    return ReturnedUnit(id, source, target, is_unfinished=bool(status) and not status.startswith((DONE, UNMARKED)))


def _text(element: Any) -> str:
    """Return the text of an element as it is once all changes are accepted; a paragraph begins a line."""
    return "".join(_pieces(element)).removeprefix("\n")


def _pieces(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag in _DROPPED:
            continue
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        else:
            if child.tag == f"{W}p":
                yield "\n"
            yield from _pieces(child)


def _is_head(row: Any) -> bool:
    return row.find(f"{W}trPr/{W}tblHeader") is not None


def _is_deleted(row: Any) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None
