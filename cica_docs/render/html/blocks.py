"""Blocks as HTML: every character of a document is escaped here, and no tag comes from a document."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

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
    text_of,
)
from cica_docs.render.foreign import Script, foreign_runs
from cica_docs.text.escape import escape_print
from cica_docs.values.address import is_allowed
from cica_docs.values.language import Language

_ROLE = re.compile(r"[a-z]+(?:-[a-z]+)*")
_ALIGNS = {"left": "at-left", "center": "at-center", "right": "at-right"}
_DEEPEST_HEADING = 6
_CHANGES = {INSERTED: "ins", DELETED: "del"}
NOTHING = Markup("")


@dataclass
class BlockWriter:
    """Writes the blocks of one language and keeps the footnotes and column widths that it meets.

    Ids carry the language in front (`en.framework`, `en.p1.2`), so that three languages fit one page.
    """

    language: Language
    words: dict[str, str]
    notes: list[Markup] = field(default_factory=list)
    widths: set[int] = field(default_factory=set)
    _known: list[Footnote] = field(default_factory=list)
    _taken: set[str] = field(default_factory=set)

    def blocks(self, blocks: Iterable[Block]) -> Markup:
        """Write blocks one after the other."""
        return _joined(self.block(block) for block in blocks)

    def block(self, block: Block) -> Markup:
        """Write one block with its content."""
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return self._paragraph(block)
            case Items():
                return self._items(block)
            case Quote(blocks=blocks):
                return Markup("<blockquote>{}</blockquote>\n").format(self.blocks(blocks))
            case Table():
                return self._table(block)
            case Group(role=role, blocks=blocks) if role in _CHANGES:
                return Markup("<{0}>\n{1}</{0}>\n").format(_CHANGES[role], self.blocks(blocks))
            case Group(role=role, blocks=blocks, language=language):
                kind = role if _ROLE.fullmatch(role) else "group"
                return Markup('<div class="{}"{}>\n{}</div>\n').format(kind, _spoken(language), self.blocks(blocks))

    def inlines(self, content: Iterable[Inline]) -> Markup:
        """Write running text."""
        return _joined(self._inline(inline) for inline in content)

    def endnotes(self) -> Markup:
        """Write the footnotes for the end of the text, each with a link back to its mark."""
        if not self.notes:
            return NOTHING
        return Markup('<section class="notes" aria-label="{}">\n<ol>\n{}</ol>\n</section>\n').format(
            self.words["notes"], _joined(self.notes)
        )

    def _heading(self, heading: Heading) -> Markup:
        level = min(max(heading.level, 2), _DEEPEST_HEADING)
        name = self._name(heading.id)
        return Markup("<h{0}{1}>{2}</h{0}>\n").format(level, name, self.inlines(heading.content))

    def _paragraph(self, paragraph: Paragraph) -> Markup:
        if not paragraph.number:
            return Markup("<p>{}</p>\n").format(self.inlines(paragraph.content))
        name = number_anchor_of(paragraph.number)
        number = Markup('<a class="number" href="#{}">{}</a>').format(name, _number(paragraph))
        return Markup('<p class="numbered"{}>{} {}</p>\n').format(
            self._name(name), number, Markup("<span>{}</span>").format(self.inlines(paragraph.content))
        )

    def _items(self, items: Items) -> Markup:
        items_html = _joined(Markup("<li>{}</li>\n").format(self._item(item)) for item in items.items)
        if items.start is None:
            return Markup("<ul>\n{}</ul>\n").format(items_html)
        start = Markup(' start="{}"').format(items.start) if items.start != 1 else NOTHING
        return Markup("<ol{}>\n{}</ol>\n").format(start, items_html)

    def _item(self, item: Sequence[Block]) -> Markup:
        """Write an item; a first paragraph without a number gets no space around it."""
        if item and isinstance(item[0], Paragraph) and not item[0].number:
            return self.inlines(item[0].content) + self.blocks(item[1:])
        return self.blocks(item)

    def _table(self, table: Table) -> Markup:
        known = len(table.widths) == len(table.aligns) and sum(table.widths) > 0
        shares = [round(100 * width / sum(table.widths)) for width in table.widths] if known else []
        self.widths |= set(shares)
        listed = _joined(Markup('<col class="wide-{}">').format(share) for share in shares)
        columns = Markup("<colgroup>{}</colgroup>\n").format(listed) if shares else NOTHING
        caption = Markup("<caption>{}</caption>\n").format(escape_print(table.caption)) if table.caption else NOTHING
        head = NOTHING
        if any(text_of(cell.blocks).strip() for cell in table.head):
            head = Markup("<thead>\n{}</thead>\n").format(self._row(table.head, table.aligns, "col"))
        first = "row" if table.role == "facts" else ""
        rows = _joined(self._row(row, table.aligns, "", first) for row in table.rows)
        kind = table.role if _ROLE.fullmatch(table.role) else "ruled"
        label = table.caption or self.words["table"]
        return Markup(
            '<div class="scroll" role="group" aria-label="{}" tabindex="0">\n<table class="{}">\n'
            "{}{}{}<tbody>\n{}</tbody>\n</table>\n</div>\n"
        ).format(escape_print(label), kind, caption, columns, head, rows)

    def _row(self, cells: Sequence[Cell], aligns: Sequence[str], scope: str, first: str = "") -> Markup:
        cells_html = NOTHING
        for index, cell in enumerate(cells):
            heads = first if first and index == 0 else scope
            tag = "th" if heads and text_of(cell.blocks).strip() else "td"
            kind = _ALIGNS.get(aligns[index], "") if index < len(aligns) else ""
            attributes = Markup(' class="{}"').format(kind) if kind else NOTHING
            attributes += Markup(' scope="{}"').format(heads) if tag == "th" else NOTHING
            content = self._cell(cell.blocks)
            cells_html += Markup("<{0}{1}{2}>{3}</{0}>\n").format(tag, attributes, _spoken(cell.language), content)
        return Markup("<tr>\n{}</tr>\n").format(cells_html)

    def _cell(self, blocks: Sequence[Block]) -> Markup:
        if len(blocks) == 1 and isinstance(blocks[0], Paragraph) and not blocks[0].number:
            return self.inlines(blocks[0].content)
        return self.blocks(blocks)

    def _inline(self, inline: Inline) -> Markup:
        match inline:
            case Text(text):
                return _text(text)
            case LineBreak():
                return Markup("<br>\n")
            case Emphasis(content):
                return Markup("<em>{}</em>").format(self.inlines(content))
            case Strong(content):
                return Markup("<strong>{}</strong>").format(self.inlines(content))
            case Link(target, content):
                text_html = self.inlines(content)
                return Markup('<a href="{}">{}</a>').format(target, text_html) if is_allowed(target) else text_html
            case Footnote():
                return self._footnote(inline)
            case Marked(kind, content) if kind == PROPOSED:
                return Markup('<span class="proposed">{}</span>').format(self.inlines(content))
            case Marked(kind, content):
                return Markup("<{0}>{1}</{0}>").format(_CHANGES[kind], self.inlines(content))
            case Remark():
                return NOTHING

    def _footnote(self, footnote: Footnote) -> Markup:
        """Write the mark of a footnote, and collect the note once for the end."""
        note = f"{self.language}.note-"
        if footnote in self._known:
            return Markup('<sup><a href="#{0}{1}" role="doc-noteref">{1}</a></sup>').format(
                note, self._known.index(footnote) + 1
            )
        self._known.append(footnote)
        self.notes.append(NOTHING)
        number = len(self.notes)
        mark = f"{self.language}.mark-{number}"
        back = Markup('<a href="#{}" role="doc-backlink" aria-label="{} {}">↩</a>').format(
            mark, self.words["back"], number
        )
        self.notes[number - 1] = Markup('<li id="{}{}">{} {}</li>\n').format(
            note, number, self._cell(footnote.blocks), back
        )
        return Markup('<sup><a id="{0}" href="#{1}{2}" role="doc-noteref">{2}</a></sup>').format(mark, note, number)

    def _name(self, name: str) -> Markup:
        """Return the id attribute for a name, and nothing if the name is taken."""
        if not name or name in self._taken:
            return NOTHING
        self._taken.add(name)
        return Markup(' id="{}.{}"').format(self.language, name)


def number_anchor_of(number: str) -> str:
    """Return the anchor of a numbered paragraph: `p1.2`."""
    return "p" + re.sub(r"[^0-9A-Za-z.-]", "", number)


def _spoken(language: Language | None) -> Markup:
    return NOTHING if language is None else Markup(' lang="{}"').format(language)


def _text(text: str) -> Markup:
    return _joined(_run(run, script) for run, script in foreign_runs(escape_print(text)))


def _run(run: str, script: Script | None) -> Markup:
    """Write a piece of a text; what runs from right to left is kept apart from the text around it."""
    if script is None:
        return Markup.escape(run)
    language = Markup(' lang="{}"').format(script.language) if script.language else NOTHING
    if script.is_backward:
        return Markup('<bdi{} dir="rtl">{}</bdi>').format(language, run)
    return Markup("<span{}>{}</span>").format(language, run) if language else Markup.escape(run)


def _joined(parts: Iterable[Markup]) -> Markup:
    return NOTHING.join(parts)


def _number(paragraph: Paragraph) -> Markup:
    number = Markup.escape(escape_print(paragraph.number))
    if not paragraph.former:
        return number
    return Markup("<del>{}</del><ins>{}</ins>").format(escape_print(paragraph.former), number)
