"""Short ways to say text as blocks."""

from cica_docs.documents.markdown.blocks import Cell, Group, Inline, LineBreak, Paragraph, Strong, Text


def paragraph(text: str) -> Paragraph:
    """A paragraph of plain text."""
    return Paragraph((Text(text),))


def lines(texts: tuple[str, ...]) -> Paragraph:
    """A paragraph whose lines are kept."""
    content: list[Inline] = []
    for text in texts:
        content += [LineBreak(), Text(text)] if content else [Text(text)]
    return Paragraph(tuple(content))


def group(role: str, *texts: str) -> Group:
    """A part of the page that is lines of text."""
    return Group(role, (lines(texts),))


def cell(*texts: str) -> Cell:
    """A cell of plain paragraphs."""
    return Cell(tuple(paragraph(text) for text in texts))


def labelled(label: str, text: str) -> Paragraph:
    """A paragraph that begins with its label in bold."""
    return Paragraph((Strong((Text(f"{label}:"),)), Text(f" {text}")))
