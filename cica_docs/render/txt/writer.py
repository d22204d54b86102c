"""Plain text of an edition, for e-mail and for `diff`: UTF-8, lines of at most 72 cells, none with a space at its end.

Each paragraph, item and row of a table has lines of its own, so that a change of one leaves the others as they are;
only labels and columns line up with their neighbours. Numbers hang, footnotes follow the text, and a parallel edition
has its languages one below the other. Emphasis is not shown.
"""

from collections.abc import Iterable, Sequence

from cica_docs.documents.markdown.blocks import (
    DELETED,
    INSERTED,
    PROPOSED,
    Block,
    Cell,
    Emphasis,
    Footnote,
    Group,
    Heading,
    Inline,
    Items,
    LineBreak,
    Link,
    Marked,
    Paragraph,
    Quote,
    Remark,
    Strong,
    Table,
    Text,
)
from cica_docs.render.edition import Edition
from cica_docs.render.notes import ROLE, Numbers, has_notes_beside
from cica_docs.render.origin import Origin, find_last_line
from cica_docs.render.template import Templates
from cica_docs.render.txt.lines import align_right, center, fill, hang, indent, underline
from cica_docs.render.txt.tables import table_lines
from cica_docs.render.writers import Written
from cica_docs.text.escape import escape_print
from cica_docs.text.terminal import cell_width
from cica_docs.values.address import is_allowed

WIDTH = 72
"""Cells of a line: quoted twice in an e-mail, it still fits into 80."""
_NUMBER = 6
_QUOTE = 4
_CENTRED = frozenset({"letterhead", "organisation", "kind", "title", "status"})
_UNDERLINES = {1: "=", 2: "-"}
_DEEPER_UNDERLINE = "~"
_CHANGES = {INSERTED: ("{+", "+}"), DELETED: ("[-", "-]"), PROPOSED: ("", "")}
_SHEET_RULE = "_" * WIDTH
_NOTES_RULE = "_" * 20


def write(editions: Sequence[Edition], templates: Templates) -> Written:  # noqa: ARG001 - every writer is called alike
    """Write one edition."""
    edition = editions[0]
    writer = _LineWriter(edition)
    head = [align_right(escape_print(edition.header), WIDTH), ""] if _has_head(edition) else []
    proof = ["", *fill(escape_print(edition.proof), WIDTH)] if edition.proof else []
    lines = [*head, *writer.blocks(edition.blocks, WIDTH), *writer.footnotes(), *proof]
    return "".join(f"{line.rstrip(' ')}\n" for line in lines).encode(), 0


def read_origin(content: bytes) -> Origin | None:
    """Read the commit in the last line."""
    return find_last_line(content)


def _has_head(edition: Edition) -> bool:
    """Return whether the symbol is printed above the text; a letter states its number by itself."""
    return bool(edition.header) and edition.layout != "letter"


class _LineWriter:
    """Turns blocks into lines and numbers the footnotes that it meets."""

    def __init__(self, edition: Edition) -> None:
        self._language = edition.languages[0]
        self._notes: list[Footnote] = []
        self._note_numbers: dict[Footnote, int] = {}
        self._numbers = Numbers() if has_notes_beside(edition) else None
        self._is_in_cell = False
        self._is_in_notes = False

    def blocks(self, blocks: Iterable[Block], width: int, *, gap: int = 1) -> list[str]:
        """Write blocks with a blank line between them, and two before the heading of a section."""
        lines: list[str] = []
        for block in blocks:
            block_lines = self._block(block, width)
            if not any(block_lines):
                continue
            if lines and gap:
                lines += [""] * (gap + (1 if isinstance(block, Heading) and block.level <= 2 else 0))
            lines += block_lines
        return lines

    def footnotes(self) -> list[str]:
        """Write the footnotes below a rule; those within footnotes come last."""
        lines: list[str] = []
        for number, note in enumerate(self._notes, start=1):  # grows while it is read
            label = f"[{number}]"
            cells = max(_NUMBER, len(label) + 1)
            lines += ["", *hang(label, self.blocks(note.blocks, WIDTH - cells), cells)]
        return ["", _NOTES_RULE, *lines] if lines else []

    def _block(self, block: Block, width: int) -> list[str]:
        match block:
            case Heading(level=level, content=content):
                lines = fill(self._inlines(content), width)
                return underline(lines, _UNDERLINES.get(level, _DEEPER_UNDERLINE))
            case Paragraph():
                return self._paragraph(block, width)
            case Items():
                return self._items(block, width)
            case Quote(blocks=quoted):
                return indent(self.blocks(quoted, width - 2 * _QUOTE), _QUOTE)
            case Table():
                return self._table(block, width)
            case Group():
                return self._group(block, width)

    def _paragraph(self, paragraph: Paragraph, width: int) -> list[str]:
        if not paragraph.number:
            return fill(self._inlines(paragraph.content), width)
        number = _number(paragraph)
        label = f"[{number}]" if self._is_in_notes else number
        cells = max(_NUMBER, cell_width(label) + 2)
        return hang(label, fill(self._inlines(paragraph.content), width - cells), cells)

    def _items(self, items: Items, width: int) -> list[str]:
        start = items.start
        labels = ["–" if start is None else f"{start + at}." for at in range(len(items.items))]
        cells = max(map(len, labels), default=0) + 1
        is_tight = all(_is_short(item) for item in items.items)
        lines: list[str] = []
        for label, item in zip(labels, items.items, strict=True):
            content = self.blocks(item, width - 2 - cells, gap=0 if is_tight else 1)
            lines += [] if is_tight or not lines else [""]
            lines += hang(label, content, cells)
        return indent(lines, 2)

    def _group(self, group: Group, width: int) -> list[str]:
        outside, self._language = self._language, group.language or self._language
        lines = self._role(group, width)
        self._language = outside
        return lines

    def _role(self, group: Group, width: int) -> list[str]:
        match group.role:
            case "marks":
                return center([f"*** {' · '.join(self.blocks(group.blocks, width, gap=0))} ***"], width)
            case "notice":
                return [f"| {line}" for line in self.blocks(group.blocks, width - 2)]
            case "inserted" | "deleted":
                sign = _CHANGES[group.role][0][1]
                return [f"{sign} {line}" for line in self.blocks(group.blocks, width - 2)]
            case "annex" | "page-break":
                return [_SHEET_RULE, *([""] if group.blocks else []), *self.blocks(group.blocks, width)]
        if group.role in _CENTRED and not self._is_in_cell:
            return center(self._balanced(group.blocks, width), width)
        return self.blocks(group.blocks, width)

    def _balanced(self, blocks: Sequence[Block], width: int) -> list[str]:
        """Write blocks in as few lines as the width allows, of about equal length."""
        fewest = len(self.blocks(blocks, width))
        attempts = (self.blocks(blocks, cells) for cells in range(width // 2, width + 1))
        return next(lines for lines in attempts if len(lines) == fewest)

    def _table(self, table: Table, width: int) -> list[str]:
        caption = fill(escape_print(table.caption), width) if table.caption else []
        self._is_in_notes = table.role == ROLE
        rule = [_NOTES_RULE, ""] if self._is_in_notes else []
        return [*rule, *caption, *table_lines(table, width, self._cell)]

    def _cell(self, cell: Cell, width: int) -> list[str]:
        outside = self._language, self._is_in_cell
        self._language, self._is_in_cell = cell.language or self._language, True
        lines = self.blocks(cell.blocks, width, gap=0)
        self._language, self._is_in_cell = outside
        return lines

    def _inlines(self, content: Iterable[Inline]) -> str:
        return "".join(map(self._inline, content))

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text(text):
                return escape_print(text)
            case LineBreak():
                return "\n"
            case Emphasis(content) | Strong(content):
                return self._inlines(content)
            case Link(target, content):
                return _with_address(self._inlines(content), target)
            case Footnote():
                return f"[{self._number(inline)}]"
            case Marked(kind, content):
                before, after = _CHANGES[kind]
                return f"{before}{self._inlines(content)}{after}"
            case Remark():
                return ""

    def _number(self, note: Footnote) -> int:
        if self._numbers:
            return self._numbers.number(self._language, note)
        if note not in self._note_numbers:
            self._notes.append(note)
            self._note_numbers[note] = len(self._notes)
        return self._note_numbers[note]


def _is_short(item: Sequence[Block]) -> bool:
    """Return whether an item is one paragraph, perhaps with lists below it."""
    return all(isinstance(block, Paragraph | Items) for block in item) and (
        sum(isinstance(block, Paragraph) for block in item) <= 1
    )


def _with_address(text: str, target: str) -> str:
    """Put the address of a link behind its text, unless the text is the address."""
    if not is_allowed(target) or text in {target, target.removeprefix("mailto:")}:
        return text
    return f"{text} <{escape_print(target)}>"


def _number(paragraph: Paragraph) -> str:
    number = escape_print(paragraph.number)
    return f"[-{escape_print(paragraph.former)}-]{{+{number}+}}" if paragraph.former else number
