"""Tracked changes of a Word document: spans that pandoc writes as `w:ins` and `w:del`."""

from collections.abc import Sequence
from typing import Any

from cica_docs.documents.markdown.blocks import DELETED, INSERTED

Node = dict[str, Any]

CLASSES = {INSERTED: "insertion", DELETED: "deletion"}
_RUNNING = frozenset({"Para", "Plain"})


def tracked(content: Sequence[Node], kind: str) -> Node:
    """Return running text as one change; who made it and when is added to the finished document."""
    return {"t": "Span", "c": [["", [CLASSES[kind]], []], list(content)]}


def track_text(node: Any, kind: str) -> Any:
    """Return a block with all of its running text as a change."""
    if isinstance(node, list):
        return [track_text(child, kind) for child in node]
    if not isinstance(node, dict):
        return node
    if node.get("t") in _RUNNING:
        return node | {"c": [tracked(node["c"], kind)]}
    if node.get("t") == "Header":
        level, attributes, content = node["c"]
        return node | {"c": [level, attributes, [tracked(content, kind)]]}
    return {key: track_text(value, kind) for key, value in node.items()}
