"""Footnotes in pandoc's tree: each once, or only as a number if the notes are printed after the text."""

from collections.abc import Mapping
from typing import Any

from cica_docs.documents.markdown.blocks import Footnote
from cica_docs.render.notes import Numbers
from cica_docs.text.profile import tag_of
from cica_docs.values.language import Language

FOOTNOTE = "footnote"
"""The key under which a node carries its footnote until all are counted; removed before pandoc reads the tree."""

Node = dict[str, Any]
_BY_TAG: Mapping[str, Language] = {tag_of(language): language for language in Language}


class Counting:
    """Numbers the footnotes of a tree and replaces each by a note or a number."""

    def __init__(self, language: Language, *, beside: bool) -> None:
        self.beside = beside
        self._language = language
        self._numbers = Numbers()
        self._written: dict[Footnote, int] = {}

    def counted(self, node: Any) -> Any:
        """Keep each footnote once; a repeated mark, or one whose note is printed elsewhere, becomes a number."""
        if isinstance(node, list):
            return [self.counted(child) for child in node]
        if not isinstance(node, dict):
            return node
        if FOOTNOTE in node:
            return self._note(node)
        outside, self._language = self._language, _spoken(node) or self._language
        inside = {key: self.counted(value) for key, value in node.items()}
        self._language = outside
        return inside

    def _note(self, node: Node) -> Node:
        note: Footnote = node[FOOTNOTE]
        if self.beside:
            return _raised(self._numbers.number(self._language, note))
        if note in self._written:
            return _raised(self._written[note])
        self._written[note] = len(self._written) + 1
        return {"t": "Note", "c": self.counted(node["c"])}


def _raised(number: int) -> Node:
    return {"t": "Superscript", "c": [{"t": "Str", "c": str(number)}]}


def _spoken(node: Node) -> Language | None:
    """Return the language that a division sets for its content."""
    if node.get("t") != "Div":
        return None
    _, _, attributes = node["c"][0]
    return next((_BY_TAG.get(value) for key, value in attributes if key == "lang"), None)
