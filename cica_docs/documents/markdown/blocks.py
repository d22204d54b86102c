"""The tree of allowed blocks that bodies and printed documents consist of.

There are no other kinds of node. Authors can write all of them but `Group`, `Marked`, `Remark`, `Paragraph.former`,
`Cell.language` and `Table.role`, which only the tool adds to a page; so no text can imitate a letterhead.
"""

from dataclasses import dataclass, field

from cica_docs.values.language import Language
from cica_docs.values.span import Span

NOWHERE = Span(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Text:
    """A run of characters on one line; white space is folded."""

    text: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A hard line break."""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Italic text."""

    content: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """Bold text."""

    content: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an `https:` or `mailto:` address."""

    target: str
    content: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote at the place of its mark."""

    label: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """Text that is marked as `INSERTED` or `DELETED` since another edition, or as `PROPOSED` and not agreed."""

    kind: str
    content: tuple["Inline", ...]


INSERTED, DELETED = "inserted", "deleted"
"""The kinds of `Marked` text of a comparison, and the roles of groups of blocks so marked."""
PROPOSED = "proposed"
"""The kind of `Marked` text that is under negotiation."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What the tool says of the text from here to the end of the block: a comment in Word, nothing in other formats."""

    lines: tuple[str, ...]


Inline = Text | LineBreak | Emphasis | Strong | Link | Footnote | Marked | Remark


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `id` is the section's stable id, empty if the author gave none."""

    level: int
    content: tuple[Inline, ...]
    id: str = ""
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `number` is its literal number (`1.10`), which `content` does not repeat.

    `former` is the number that it had in the earlier of two texts, set by a comparison if it differs.
    """

    content: tuple[Inline, ...]
    number: str = ""
    span: Span = field(default=NOWHERE, compare=False)
    former: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `start` is the first number of an ordered list, None for bullets."""

    items: tuple[tuple["Block", ...], ...]
    start: int | None = None
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation set off from the text."""

    blocks: tuple["Block", ...]
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; the language is set if it differs from that of the document."""

    blocks: tuple["Block", ...]
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `aligns` holds `left`, `center`, `right` or empty for each column, `widths` its share in percent."""

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    aligns: tuple[str, ...]
    role: str = ""
    widths: tuple[int, ...] = ()
    caption: str = ""
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that play a part on the page (`letterhead`, `addressee` …), optionally in another language."""

    role: str
    blocks: tuple["Block", ...]
    language: Language | None = None


Block = Heading | Paragraph | Items | Quote | Table | Group


def text_of(node: "Inline | Block | tuple[Inline | Block, ...]") -> str:
    """Return the text of a node in reading order without footnotes, blocks separated by line feeds."""
    match node:
        case tuple():
            parts = [text_of(part) for part in node]
            blocks = bool(node) and isinstance(node[0], Heading | Paragraph | Items | Quote | Table | Group)
            return ("\n" if blocks else "").join(parts)
        case Text(text):
            return text
        case LineBreak():
            return "\n"
        case Footnote() | Remark():
            return ""
        case Emphasis(content) | Strong(content) | Link(_, content) | Marked(_, content):
            return text_of(content)
        case Heading(content=content):
            return text_of(content)
        case Paragraph(content=content, number=number):
            return f"{number} {text_of(content)}" if number else text_of(content)
        case Items(items=items):
            return "\n".join(text_of(item) for item in items)
        case Quote(blocks=blocks) | Group(blocks=blocks):
            return text_of(blocks)
        case Table(head=head, rows=rows):
            return "\n".join("\t".join(text_of(cell.blocks) for cell in row) for row in (head, *rows))
    raise AssertionError(node)
