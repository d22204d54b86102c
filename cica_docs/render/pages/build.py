"""Short ways to say text as blocks."""

from cica_docs.documents.markdown.blocks import Cell, Group, Inline, LineBreak, Paragraph, Strong, Text


def make_paragraph(text: str) -> Paragraph:
    """Make a paragraph of plain text."""
    return Paragraph((Text(text),))


def make_lines(texts: tuple[str, ...]) -> Paragraph:
    """Make a paragraph of several lines."""
    content: list[Inline] = []
    for text in texts:
        content += [LineBreak(), Text(text)] if content else [Text(text)]
    return Paragraph(tuple(content))


def make_group(role: str, *texts: str) -> Group:
    """Make a part of the page from lines of text."""
    return Group(role, (make_lines(texts),))


def make_cell(*texts: str) -> Cell:
    """Make a cell of plain paragraphs."""
    return Cell(tuple(make_paragraph(text) for text in texts))


def make_labelled(label: str, text: str) -> Paragraph:
    """Make a paragraph that begins with its label in bold."""
    return Paragraph((Strong((Text(f"{label}:"),)), Text(f" {text}")))
