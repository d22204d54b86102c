"""Comments of a Word document: remarks in the tree, and the part that pandoc makes of them."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import count
from typing import Any

from cica_docs.documents.markdown.blocks import Remark
from cica_docs.render.docx.elements import Element, W
from cica_docs.text.escape import escape_print

Node = dict[str, Any]
_START, _END = "comment-start", "comment-end"
_BORDERS = frozenset({_START, _END})


def commented(remark: Remark, content: Sequence[Node]) -> list[Node]:
    """Return running text with a comment on it, still without a number."""
    lines: list[Node] = []
    for line in remark.lines:
        lines += [{"t": "LineBreak"}] if lines else []
        lines.append({"t": "Str", "c": escape_print(line)})
    return [_border(_START, lines), *content, _border(_END, [])]


def _border(kind: str, content: list[Node]) -> Node:
    return {"t": "Span", "c": [["", [kind], []], content]}


def is_border(node: Node) -> bool:
    """Whether a node begins or ends a comment; neither is text, so neither is part of a change."""
    return node.get("t") == "Span" and not _BORDERS.isdisjoint(node["c"][0][1])


def number_comments(node: Any) -> None:
    """Give each comment of a tree its number at both ends, in the order of their beginnings."""
    numbers = count(1)
    begun: list[int] = []
    for border in _borders(node):
        if _START in border["c"][0][1]:
            begun.append(next(numbers))
            number = begun[-1]
        else:
            number = begun.pop()
        border["c"][0][2] = [["id", str(number)]]


def _borders(node: Any) -> Iterable[Node]:
    if isinstance(node, list):
        for child in node:
            yield from _borders(child)
    elif isinstance(node, dict):
        if node.get("t") == "Span" and is_border(node):
            yield node
        else:
            yield from _borders(node.get("c"))


def sign_comments(root: Element, author: str, on: date) -> None:
    """Give each comment its author and day."""
    for comment in root.iter(f"{W}comment"):
        comment.set(f"{W}author", author)
        comment.set(f"{W}date", f"{on.isoformat()}T00:00:00Z")
