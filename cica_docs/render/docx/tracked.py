"""Tracked changes of a Word document: spans that pandoc writes as `w:ins` and `w:del`."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from cica_docs.documents.markdown.blocks import DELETED, INSERTED
from cica_docs.render.docx.comments import is_border

Node = dict[str, Any]

CLASSES = {INSERTED: "insertion", DELETED: "deletion"}
_RUNNING = frozenset({"Para", "Plain"})


def tracked(content: Sequence[Node], kind: str) -> Node:
    """Return running text as one change; who made it and when is added to the finished document."""
    return {"t": "Span", "c": [["", [CLASSES[kind]], []], list(content)]}


def change_of(node: Node) -> str:
    """Return the kind of change that a node is, or an empty string."""
    if node.get("t") != "Span":
        return ""
    classes = node["c"][0][1]
    return next((kind for kind, name in CLASSES.items() if name in classes), "")


def track_text(node: Any, kind: str) -> Any:
    """Return a block with all of its running text as a change, and the borders of comments outside of it."""
    if isinstance(node, list):
        return [track_text(child, kind) for child in node]
    if not isinstance(node, dict):
        return node
    if node.get("t") in _RUNNING:
        return node | {"c": _tracked_between(node["c"], kind)}
    if node.get("t") == "Header":
        level, attributes, content = node["c"]
        return node | {"c": [level, attributes, _tracked_between(content, kind)]}
    return {key: track_text(value, kind) for key, value in node.items()}


def _tracked_between(content: Sequence[Node], kind: str) -> list[Node]:
    nodes: list[Node] = []
    for is_comment, group in groupby(content, key=is_border):
        parts = list(group)
        nodes += parts if is_comment else [tracked(parts, kind)]
    return nodes
