"""Rows and cells of a table, and what surrounds or marks a paragraph."""

from collections.abc import Iterator

from cica_docs.documents.markdown.blocks import DELETED, INSERTED
from cica_docs.word.left_out import has_shade
from cica_docs.word.package import Element, W
from cica_docs.word.styles import value_of

_MARKS = {"ins": INSERTED, "moveTo": INSERTED, "del": DELETED, "moveFrom": DELETED}


def rows_of(table: Element) -> Iterator[Element]:
    """Yield the rows of a table, not those of tables within it."""
    for child in table:
        if child.tag == f"{W}tr":
            yield child
        elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}del"}:
            yield from rows_of(child)


def cells_of(row: Element) -> Iterator[Element]:
    """Yield the cells of a row."""
    for child in row:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}customXml"}:
            yield from cells_of(child)


def marks_of(properties: Element | None) -> frozenset[str]:
    """Return how the mark at the end of a paragraph is changed."""
    marks = None if properties is None else properties.find(f"{W}rPr")
    if marks is None:
        return frozenset()
    return frozenset(_MARKS[name] for name in _MARKS if marks.find(f"{W}{name}") is not None)


def row_changes(row: Element) -> tuple[tuple[str, Element], ...]:
    """Return the tracked changes of a row as a whole, by kind."""
    properties = row.find(f"{W}trPr")
    if properties is None:
        return ()
    changes = ((_MARKS[name], properties.find(f"{W}{name}")) for name in ("ins", "del"))
    return tuple((kind, change) for kind, change in changes if change is not None)


def can_go_on(paragraph: Element) -> bool:
    """Whether a paragraph follows, with which this one is joined if its mark does not count."""
    following = paragraph.getnext()
    return following is not None and following.tag == f"{W}p"


def is_in_shaded_cell(paragraph: Element) -> bool:
    """Whether a paragraph is in a cell with a ground of its own, or in a table whose style may give it one."""
    cell = paragraph.getparent()
    if cell is None or cell.tag != f"{W}tc":
        return False
    table = next(cell.iterancestors(f"{W}tbl"), None)
    return has_shade(cell.find(f"{W}tcPr")) or bool(value_of(table, "tblPr/tblStyle"))
