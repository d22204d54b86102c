"""Write blocks as the Markdown of a register's document: what is read back is what was written.

Emphasis that Markdown cannot express where it is, as within a word, is dropped; its text stays.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import count

from cica_docs.documents.markdown.blocks import (
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
    text_of,
)
from cica_docs.documents.markdown.builder import MOST_LIST_DEPTH, MOST_QUOTE_DEPTH
from cica_docs.documents.markdown.lines import around, indented, wrapped
from cica_docs.documents.markdown.marks import has_markup, holds_strong, joined_texts, runs_of, unmarked
from cica_docs.documents.markdown.parser import parse_body
from cica_docs.text.escape import escape_link_text, escape_prose

_DEEPEST_HEADING = 4
_MOST_PARTS = 2_000
"""Parts of one paragraph that are set apart; nobody reads more, and a parser takes long for them."""
_RULES = {"left": ":---", "center": ":---:", "right": "---:"}


class BodyWriter:
    """Writes blocks; footnotes are collected and written after them, each once."""

    def __init__(self, taken_labels: Iterable[str] = ()) -> None:
        self.notes: dict[Footnote, str] = {}
        self._taken = set(taken_labels)
        self._numbers = count(1)

    def write(self, blocks: Sequence[Block]) -> str:
        """Return the blocks as lines, with an empty line between them and none after the last."""
        return "\n\n".join(self._each(blocks, 0, 0))

    def write_notes(self) -> str:
        """Return the footnotes whose marks were written; notes have no notes."""
        written = []
        for note, label in list(self.notes.items()):
            text = "\n\n".join(self._each(note.blocks, 0, 0, in_note=True)) or "…"
            written.append(f"[^{label}]: " + indented(text, 4).lstrip(" "))
        return "\n\n".join(written)

    def _each(self, blocks: Sequence[Block], lists: int, quotes: int, *, in_note: bool = False) -> Iterator[str]:
        marker = 0
        before: Block | None = None
        for block in blocks:
            # Two lists of one kind after each other are one, unless their markers differ.
            is_same_kind = isinstance(block, Items) and isinstance(before, Items) and _are_alike(block, before)
            marker = 1 - marker if is_same_kind else 0
            if text := self._block(block, (lists, quotes, marker), in_note=in_note):
                yield text
                before = block

    def _block(self, block: Block, place: tuple[int, int, int], *, in_note: bool) -> str:
        lists, quotes, _ = place
        match block:
            case Heading(level=level, content=content, id=id):
                return self._heading(level, content, id, at_top=not (lists or quotes or in_note))
            case Paragraph(content=content, number=number):
                return self._paragraph(content, number, in_note=in_note)
            case Items():
                return self._items(block, place, in_note=in_note)
            case Quote(blocks=inside):
                text = "\n\n".join(self._each(inside, lists, quotes + 1, in_note=in_note))
                if quotes >= MOST_QUOTE_DEPTH:
                    return text
                return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
            case Table():
                return self._table(block) if not (lists or quotes or in_note) else self._flattened(block)
            case Group(blocks=inside):
                return "\n\n".join(self._each(inside, lists, quotes, in_note=in_note))

    def _heading(self, level: int, content: tuple[Inline, ...], id: str, *, at_top: bool) -> str:
        text = self._line(content)
        if not at_top:
            return f"**{text}**" if not has_markup(content) else text
        if text.endswith("#"):
            text = f"{text[:-1]}\\#"
        signs = "#" * min(max(level, 2), _DEEPEST_HEADING)
        return f"{signs} {text} {{#{id}}}" if id else f"{signs} {text}"

    def _paragraph(self, content: tuple[Inline, ...], number: str, *, in_note: bool) -> str:
        text = self.write_running(_expressible(content), starts_line=not number, in_note=in_note)
        text = f"{number} {text}" if number else text
        return wrapped(text)

    def _items(self, items: Items, place: tuple[int, int, int], *, in_note: bool) -> str:
        lists, quotes, marker = place
        written = []
        is_loose = any(sum(isinstance(block, Paragraph) for block in item) > 1 for item in items.items)
        for number, item in enumerate(items.items, items.start or 0):
            sign = "-*"[marker] if items.start is None else f"{number}{'.)'[marker]}"
            inside = list(self._each(item, lists + 1, quotes, in_note=in_note))
            if lists + 1 > MOST_LIST_DEPTH:
                written.append("\n\n".join(inside))
                continue
            gap = "\n" if not is_loose and _is_close(item) else "\n\n"
            written.append(f"{sign} " + indented(gap.join(inside), len(sign) + 1).lstrip(" "))
        return ("\n\n" if is_loose or lists + 1 > MOST_LIST_DEPTH else "\n").join(written)

    def _table(self, table: Table) -> str:
        rows = [table.head, *table.rows] if table.head else list(table.rows)
        if not rows:
            return ""
        columns = max(len(row) for row in rows)
        aligns = [*table.aligns, *[""] * columns][:columns]
        lines = [self._row(row, columns) for row in rows]
        return "\n".join([lines[0], f"| {' | '.join(_RULES.get(align, '---') for align in aligns)} |", *lines[1:]])

    def _row(self, cells: Sequence[Cell], columns: int) -> str:
        texts = [self._flattened_cell(cell) for cell in cells] + [""] * (columns - len(cells))
        return f"| {' | '.join(texts)} |"

    def _flattened_cell(self, cell: Cell) -> str:
        return " ".join(filter(None, (self._line(_joined_content(block)) for block in cell.blocks)))

    def _flattened(self, table: Table) -> str:
        rows = [table.head, *table.rows] if table.head else list(table.rows)
        texts = ("; ".join(filter(None, map(self._flattened_cell, row))) for row in rows)
        return "\n\n".join(filter(None, texts))

    def _line(self, content: tuple[Inline, ...]) -> str:
        """Return running text that has to be on one line."""
        one_line = tuple(Text(" ") if isinstance(inline, LineBreak) else inline for inline in content)
        return self.write_running(_expressible(one_line), starts_line=False).replace("\\\n", " ").strip()

    def write_running(self, content: Iterable[Inline], *, starts_line: bool, in_note: bool = False) -> str:
        """Return running text; a note within a note is dropped."""
        text = ""
        before: Inline | None = None
        for inline in joined_texts(content):
            if isinstance(inline, Link | Footnote) and text.endswith("!"):
                text = f"{text[:-1]}\\!"
            begins = starts_line if not text else text.endswith("\n")
            written = self._inline(inline, starts_line=begins, in_note=in_note)
            # A bracket or colon directly after the mark of a footnote would belong to it.
            is_glued = isinstance(before, Footnote) and written.startswith(("(", "{", ":"))
            text += f"\\{written}" if is_glued else written
            before = inline
        return text

    def _inline(self, inline: Inline, *, starts_line: bool, in_note: bool) -> str:
        match inline:
            case Text(text):
                return escape_prose(text, starts_line=starts_line)
            case LineBreak():
                return "\\\n"
            case Emphasis(content):
                return around("_" if holds_strong(content) else "*", self._inner(content, in_note=in_note))
            case Strong(content):
                return around("**", self._inner(content, in_note=in_note))
            case Link(target, content):
                inside = escape_link_text(self._inner(content, in_note=in_note))
                return f"[{inside}](<{target}>)" if set("() ") & set(target) else f"[{inside}]({target})"
            case Footnote():
                return "" if in_note else f"[^{self._label(inline)}]"
            case Marked(_, content):
                return self._inner(content, in_note=in_note)
            case Remark():
                return ""

    def _inner(self, content: tuple[Inline, ...], *, in_note: bool) -> str:
        return self.write_running(content, starts_line=False, in_note=in_note)

    def _label(self, note: Footnote) -> str:
        if note not in self.notes:
            label = note.label
            while not label or label in self._taken:
                label = str(next(self._numbers))
            self._taken.add(label)
            self.notes[note] = label
        return self.notes[note]


def write_body(blocks: Sequence[Block]) -> str:
    """Write a whole body, its footnotes last."""
    writer = BodyWriter()
    text = writer.write(blocks)
    notes = writer.write_notes()
    return "\n\n".join(filter(None, (text, notes))) + "\n"


def _expressible(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return running text without the marks that Markdown cannot express where they are."""
    return content if is_expressible(content) else unmarked(content)


@lru_cache(maxsize=4_096)
def is_expressible(content: tuple[Inline, ...]) -> bool:
    """Whether Markdown can set the parts of running text apart as they are."""
    return not has_markup(content) or (len(content) <= _MOST_PARTS and _reads_back(content))


def _reads_back(content: tuple[Inline, ...]) -> bool:
    """Whether running text that begins a paragraph is read as it was written, footnotes apart."""
    written = BodyWriter().write_running(content, starts_line=True, in_note=True)
    match parse_body(written).blocks:
        case (Paragraph() as paragraph,) if not paragraph.number:
            return runs_of(paragraph.content) == runs_of(content)
        case (Paragraph() as paragraph,):
            return runs_of((Text(f"{paragraph.number} "), *paragraph.content)) == runs_of(content)
    return False


def _joined_content(block: Block) -> tuple[Inline, ...]:
    """Return a block of a cell as running text, since a cell has one line."""
    match block:
        case Paragraph(content=content, number=number):
            return (Text(f"{number} "), *content) if number else content
        case Heading(content=content):
            return content
    return (Text(" ".join(text_of(block).split())),)


def _are_alike(items: Items, others: Items) -> bool:
    return (items.start is None) == (others.start is None)


def _is_close(item: Sequence[Block]) -> bool:
    """Whether an item is a paragraph, and a list below it that may begin on the next line."""
    match tuple(item):
        case (Paragraph(),) | (Paragraph(), Items(start=None | 1)):
            return True
    return False
