"""Fix the tags of a PDF from typst: the first cell of a row of facts is the header of its row.

Typst has the function for this behind a switch that its Python package does not offer. Its tags are not compressed
in the file, so that they can be changed in place; nothing else moves, and the same file gives the same bytes.
"""

import re
from collections.abc import Iterator

from cica_docs.documents.markdown.blocks import Block, Group, Table

_ELEMENT = re.compile(rb"\n([0-9]+) 0 obj\n<</Type/StructElem/S/(Table|TR|TD)/P ([0-9]+) 0 R([^\n]*)>>(?=\nendobj\n)")
_CHILD = re.compile(rb"/K\[([0-9]+) 0 R")
_NO_HEADERS = b"<</O/Table/Headers[]>>"
_HEADS_ITS_ROW = b"<</O/Table/Scope/Row>>"
_NOTHING_SAID = b"<</O/Table>>"


def tag_row_headers(content: bytes, blocks: tuple[Block, ...]) -> bytes:
    """Tag the first column of tables of facts as headers of rows.

    Such a table has no head; its rows hang on the table itself, those of others on its head and body.
    """
    if not any(table.role == "facts" for table in _tables(blocks)):
        return content
    elements = {match[1]: match for match in _ELEMENT.finditer(content)}
    changed = bytearray(content)
    for number, cell in elements.items():
        row = elements.get(cell[3])
        if cell[2] != b"TD" or row is None or row[2] != b"TR" or row[3] not in elements:
            continue
        first = _CHILD.search(row[4])
        is_first = first is not None and first[1] == number
        start, end = cell.span()
        element = content[start:end].replace(_NO_HEADERS, _padded(_HEADS_ITS_ROW if is_first else _NOTHING_SAID), 1)
        changed[start:end] = element.replace(b"/S/TD/", b"/S/TH/", 1) if is_first else element
    return bytes(changed)


def _padded(replacement: bytes) -> bytes:
    """Pad to the length of what is replaced, so that no object moves."""
    return replacement.ljust(len(_NO_HEADERS))


def _tables(blocks: tuple[Block, ...]) -> Iterator[Table]:
    """Yield the tables that the tool itself lays out; those of an author always have a head."""
    for block in blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Group):
            yield from _tables(block.blocks)
