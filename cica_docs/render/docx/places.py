"""Bookmarks in a Word document: the line of the file that says a paragraph, by which an edited copy is mapped back."""

from typing import Any

from cica_docs.values.span import Span

LINE, SECTION = "cica_line_", "cica_section_"
"""How names of bookmarks begin: Word takes letters, digits and underscores."""

Node = dict[str, Any]


def places_of(span: Span, section: str = "") -> list[Node]:
    """Return the bookmarks of a block of the text: the line of the file that says it, and its section."""
    names = [f"{LINE}{span.line}", section] if span.line else []
    return [{"t": "Span", "c": [[name, [], []], []]} for name in names if name]


def without_places(node: Any) -> Any:
    """Return nodes without bookmarks: a page of several texts would have the same ones twice."""
    if isinstance(node, list):
        return [without_places(child) for child in node if not _is_place(child)]
    return {key: without_places(value) for key, value in node.items()} if isinstance(node, dict) else node


def _is_place(node: Any) -> bool:
    return isinstance(node, dict) and node.get("t") == "Span" and node["c"][0][0].startswith((LINE, SECTION))
