"""Read a Word document block by block; what has no place is listed, so that nothing is lost unnoticed."""

from collections.abc import Iterator
from typing import NamedTuple

from cica_docs.documents.markdown.blocks import (
    DELETED,
    INSERTED,
    Block,
    Cell,
    Footnote,
    Paragraph,
    Table,
    text_of,
)
from cica_docs.documents.redline.atoms import Atom, content_of
from cica_docs.documents.source import MOST_BYTES
from cica_docs.values.failure import Failure
from cica_docs.word.flow import Flow, Line, trimmed
from cica_docs.word.left_out import has_shade
from cica_docs.word.numbering import Numbering
from cica_docs.word.package import Element, Package, W, open_package
from cica_docs.word.received import Part, Received
from cica_docs.word.rows import can_go_on, cells_of, is_in_shaded_cell, marks_of, row_changes, rows_of
from cica_docs.word.running import are_bold, atoms_in
from cica_docs.word.state import Setting, State, change_of, text_in
from cica_docs.word.styles import PLAIN, read_styles, to_number, value_of
from cica_docs.word.surroundings import note_surroundings, remarks_of

_CONTENTS = "toc "
_MOST_PARAGRAPHS = 10_000
"""Paragraphs and cells; a paper of 60 pages has one thousand."""


def read_word(content: bytes, name: str, *, wanted: str = INSERTED) -> Received:
    """Read the bytes of a Word document with its tracked changes accepted, or rejected if the earlier text is wanted.

    Raise `Failure` for what is no Word document, or one that cannot be read within bounds.
    """
    received = _Reader(open_package(content, name), wanted, name).read()
    if sum(len(text_of(part.block)) for part in received.parts) > MOST_BYTES:
        raise Failure("word-inflates", path=name)
    return received


class _Pending(NamedTuple):
    """Running text whose paragraph mark does not count in this view: it goes on in the next paragraph."""

    atoms: tuple[Atom, ...] = ()
    line: Line | None = None


class _Reader:
    """Reads one document in one view."""

    def __init__(self, package: Package, wanted: str, name: str) -> None:
        self.package = package
        self.name = name
        self.wanted = wanted
        self.unwanted = DELETED if wanted == INSERTED else INSERTED
        self.state = State(wanted, read_styles(package.others.get("styles")), self._note)
        self.numbering = Numbering(package.others.get("numbering"))
        self.notes = {
            kind: {
                str(entry.get(f"{W}id", "")): entry
                for entry in package.others[kind]
                if entry.get(f"{W}type", "normal") == "normal"
            }
            for kind in ("footnotes", "endnotes")
            if kind in package.others
        }
        self.read_notes: dict[tuple[str, str], Footnote] = {}
        self.is_in_note = False
        self.pending = _Pending()

    def read(self) -> Received:
        """Read the text, then what is around it."""
        flow = Flow()
        body = self.package.document.find(f"{W}body")
        if body is not None:
            self._read_blocks(body, flow)
        parts = flow.parts()
        note_surroundings(self.package, self.state)
        self._note_unread_notes()
        return Received(
            parts,
            tuple(self.state.unplaced),
            tuple(self.state.changes),
            tuple(remarks_of(self.package, self.state)),
            self.package.properties,
        )

    def _note_unread_notes(self) -> None:
        for kind, entries in self.notes.items():
            for id, entry in entries.items():
                if (kind, id) not in self.read_notes and (text := text_in(entry).strip()):
                    self.state.leave_out("note-without-mark", text)

    def _read_blocks(self, holder: Element, flow: Flow) -> None:
        for child in holder:
            match str(child.tag).removeprefix(W):
                case "p":
                    if (line := self._line(child)) is not None:
                        flow.add(line)
                case "tbl":
                    self._flush(flow)
                    self.state.paragraph += 1
                    first = self.state.paragraph
                    table = self._table(child)
                    if table.rows or table.head:
                        flow.add_block(Part(table, first, self._bookmarks(), self._table_style(child)))
                case "sdt":
                    self._read_control(child, flow)
                case "customXml" | "sdtContent" | "ins" | "del" | "moveTo" | "moveFrom":
                    self._read_blocks(child, flow)
                case "bookmarkStart":
                    self.state.bookmarks.append(str(child.get(f"{W}name", "")))
                case "altChunk":
                    self.state.leave_out("object")
                case _:
                    if text := text_in(child).strip():
                        self.state.leave_out("other", text)
        self._flush(flow)

    def _read_control(self, control: Element, flow: Flow) -> None:
        content = control.find(f"{W}sdtContent")
        gallery = value_of(control, "sdtPr/docPartObj/docPartGallery")
        if content is None:
            return
        if gallery == "Table of Contents":
            self.state.leave_out("contents", text_in(content))
        elif control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
            self.state.leave_out("prompt", text_in(content))
        else:
            self._read_blocks(content, flow)

    def _flush(self, flow: Flow) -> None:
        """Keep running text that nothing follows as a paragraph of its own."""
        if self.pending.line is not None:
            flow.add(self.pending.line)
        self.pending = _Pending()

    def _line(self, paragraph: Element) -> Line | None:
        """Read a paragraph; None if its mark does not count, so that its text goes on in the next one."""
        self.state.paragraph += 1
        if self.state.paragraph > _MOST_PARAGRAPHS:
            raise Failure("word-inflates", path=self.name)
        properties = paragraph.find(f"{W}pPr")
        style = self.state.styles.get(value_of(properties, "pStyle"), PLAIN)
        if style.name.startswith(_CONTENTS):
            self.state.leave_out("contents", text_in(paragraph))
            return None
        number = None
        if properties is not None and properties.find(f"{W}numPr") is not None:
            level = to_number(value_of(properties, "numPr/ilvl"), style.list_level)
            number = self.numbering.place(value_of(properties, "numPr/numId") or style.list_id, level)
        elif style.list_id:
            number = self.numbering.place_of_style(style)
        targets = self.package.targets.get("main", {})
        setting = Setting(is_shaded=has_shade(properties), is_hidden=style.is_hidden, targets=targets)
        if is_in_shaded_cell(paragraph):
            setting = setting._replace(is_shaded=True)
        atoms = self.pending.atoms + tuple(atoms_in(paragraph, self.state, setting))
        outline = to_number(value_of(properties, "outlineLvl"), -1)
        line = Line(
            content_of(atoms),
            self.state.paragraph,
            style.name,
            level=outline + 1 if 0 <= outline < 9 else style.level,
            number=number,
            is_bold=style.is_bold or are_bold(atoms),
            is_centred=value_of(properties, "jc") == "center" or style.is_centred,
            bookmarks=self._bookmarks() + (self.pending.line.bookmarks if self.pending.line else ()),
        )
        if line.level and line.number is not None and line.number.label:
            self.state.leave_out("heading-number", line.number.label)
        if self.unwanted in marks_of(properties) and can_go_on(paragraph):
            self.pending = _Pending(atoms, line)
            return None
        self.pending = _Pending()
        return line

    def _bookmarks(self) -> tuple[str, ...]:
        bookmarks = tuple(self.state.bookmarks)
        self.state.bookmarks.clear()
        return bookmarks

    def _table(self, table: Element) -> Table:
        head: tuple[Cell, ...] = ()
        rows: list[tuple[Cell, ...]] = []
        for row in rows_of(table):
            if self._counts_not(row):
                continue
            cells = tuple(self._cells(row))
            if not rows and not head and row.find(f"{W}trPr/{W}tblHeader") is not None:
                head = cells
            else:
                rows.append(cells)
        return Table(head, tuple(rows), ())

    def _table_style(self, table: Element) -> str:
        return self.state.styles.get(value_of(table, "tblPr/tblStyle"), PLAIN).name

    def _counts_not(self, row: Element) -> bool:
        """Note the changes of a row as a whole, and return whether it is not there in this view."""
        changes = row_changes(row)
        for kind, change in changes:
            self.state.changes.append(change_of(change, kind, self.state.paragraph, text_in(row)))
        return self.unwanted in {kind for kind, _ in changes}

    def _cells(self, row: Element) -> Iterator[Cell]:
        yield from (Cell(()) for _ in range(to_number(value_of(row, "trPr/gridBefore"))))
        for cell in cells_of(row):
            flow = Flow()
            if cell.find(f"{W}tcPr/{W}vMerge") is not None or cell.find(f"{W}tcPr/{W}hMerge") is not None:
                self.state.leave_out("merged")
            if cell.find(f".//{W}tbl") is not None:
                self.state.leave_out("inner-table")
            self._read_blocks(cell, flow)
            blocks = flow.blocks()
            if len(blocks) > 1:
                self.state.leave_out("cell-lines")
            yield Cell(blocks)
            span = min(to_number(value_of(cell, "tcPr/gridSpan"), 1), 100)
            if span > 1:
                self.state.leave_out("merged")
            yield from (Cell(()) for _ in range(span - 1))

    def _note(self, kind: str, id: str) -> Footnote | None:
        """Read a footnote at its first mark; None if there is no such note."""
        if (kind, id) in self.read_notes:
            return self.read_notes[kind, id]
        entry = self.notes.get(kind, {}).get(id)
        if entry is None or self.is_in_note:
            return None
        label = str(len(self.read_notes) + 1)
        targets = self.package.targets.get(kind, {})
        fields, self.state.fields = self.state.fields, []
        self.is_in_note = True
        blocks = tuple(self._note_blocks(entry, Setting(targets=targets)))
        self.is_in_note = False
        self.state.fields = fields
        self.read_notes[kind, id] = Footnote(label, blocks)
        return self.read_notes[kind, id]

    def _note_blocks(self, entry: Element, setting: Setting) -> Iterator[Block]:
        for paragraph in entry.iter(f"{W}p"):
            content = trimmed(content_of(tuple(atoms_in(paragraph, self.state, setting))))
            if text_of(content).strip():
                yield Paragraph(content)
