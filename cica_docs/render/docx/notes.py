"""Footnotes in pandoc's tree: each once, or only as a number if the notes are printed after the text."""

from collections.abc import Iterator, Mapping
from typing import Any

from cica_docs.documents.markdown.blocks import DELETED, INSERTED, Footnote
from cica_docs.render.docx.tracked import change_of, tracked
from cica_docs.render.notes import Numbers
from cica_docs.text.profile import tag_of
from cica_docs.values.language import Language

FOOTNOTE = "footnote"
"""The key under which a node carries its footnote until all are counted; removed before pandoc reads the tree."""

Node = dict[str, Any]
_BY_TAG: Mapping[str, Language] = {tag_of(language): language for language in Language}


class Counting:
    """Numbers the footnotes of a tree and replaces each by a note or a number.

    A text with changes holds two texts, and which mark of a note is the first may differ between them; so may numbers.
    """

    def __init__(self, language: Language, *, beside: bool) -> None:
        self.beside = beside
        self._language = language
        self._numbers = Numbers()
        self._written: Mapping[str, dict[Footnote, int]] = {DELETED: {}, INSERTED: {}}
        self._change = ""

    def counted(self, node: Any) -> Any:
        """Keep each footnote once; a repeated mark, or one whose note is printed elsewhere, becomes a number."""
        if isinstance(node, list):
            return [counted for child in node for counted in self._each(child)]
        if not isinstance(node, dict):
            return node
        outside = self._language, self._change
        self._language, self._change = _spoken(node) or self._language, change_of(node) or self._change
        inside = {key: self.counted(value) for key, value in node.items()}
        self._language, self._change = outside
        return inside

    def _each(self, node: Any) -> Iterator[Any]:
        if isinstance(node, dict) and FOOTNOTE in node:
            yield from self._note(node)
        else:
            yield self.counted(node)

    def _note(self, node: Node) -> Iterator[Node]:
        note: Footnote = node[FOOTNOTE]
        if self.beside:
            yield _raised(self._numbers.number(self._language, note))
            return
        kinds = (self._change,) if self._change else (DELETED, INSERTED)
        numbers = [self._repeated(note, kind) for kind in kinds]
        if len({*numbers}) == 1:
            yield self._mark(node, numbers[0])
            return
        for kind, number in zip(kinds, numbers, strict=True):
            outside, self._change = self._change, kind
            yield tracked([self._mark(node, number)], kind)
            self._change = outside

    def _repeated(self, note: Footnote, kind: str) -> int:
        """Return the number of a note that the earlier or the later text marks again; 0 if this is its first mark."""
        written = self._written[kind]
        number = written.get(note, 0)
        written.setdefault(note, len(written) + 1)
        return number

    def _mark(self, node: Node, number: int) -> Node:
        return _raised(number) if number else {"t": "Note", "c": self.counted(node["c"])}


def _raised(number: int) -> Node:
    return {"t": "Superscript", "c": [{"t": "Str", "c": str(number)}]}


def _spoken(node: Node) -> Language | None:
    """Return the language that a division sets for its content."""
    if node.get("t") != "Div":
        return None
    _, _, attributes = node["c"][0]
    return next((_BY_TAG.get(value) for key, value in attributes if key == "lang"), None)
