"""Put right what is printed otherwise than it reads, where there is no doubt what is meant."""

import html
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from cica_docs.documents.document import Document
from cica_docs.documents.misread.find import find_misread
from cica_docs.documents.misread.passage import Edit, Misread
from cica_docs.documents.source import decode

_HEADING = "heading"
_KINDS: Mapping[str, frozenset[str]] = {
    "layout/heading-unmarked": frozenset({_HEADING}),
    "layout/list-joined": frozenset({"bullets", "dashes", "labels"}),
    "layout/number-misread": frozenset({"dotted", "tabbed"}),
    "layout/paragraphs-joined": frozenset({"paragraphs"}),
    "layout/sign-left": frozenset({"entity"}),
    "layout/sign-unspaced": frozenset({"no-break-space"}),
    "layout/table-unformed": frozenset({"tabs"}),
}
LAYOUT_RULES = tuple(_KINDS)
"""The rules whose faults can be put right."""
_MOST_ROUNDS = 8
_MOST_ATTEMPTS = 60
"""Attempts of one round, since each reads the whole document."""
_Parts = tuple[Misread, ...]


def fix_layout(document: Document, chosen: set[str], titles: Mapping[str, str]) -> Document:
    """Return the document with its layout put right, except where words would be lost or other faults come up.

    What is put right can bring to light what was hidden, as the full stop after a number that was within a paragraph.
    """
    kinds = frozenset[str]().union(*(_KINDS[rule] for rule in chosen & _KINDS.keys()))
    # A number typed before the title of a section is not part of its heading, so headings come last.
    for stage in (kinds - {_HEADING}, kinds & {_HEADING}):
        for _ in range(_MOST_ROUNDS):
            fixed = _Round(document, stage, titles).fixed()
            if fixed is document:
                break
            document = fixed
    return document


class _Round:
    """One reading of a document, and what of it can be put right together."""

    def __init__(self, document: Document, kinds: AbstractSet[str], titles: Mapping[str, str]) -> None:
        self._document = document
        self._titles = titles
        self._keeps_words = _HEADING not in kinds
        misread = [*find_misread(document, titles)]
        self._parts = [part for part in misread if part.kind in kinds and part.edits]
        self._known = {part.kind for part in misread} | kinds
        self._attempts_left = _MOST_ATTEMPTS

    def fixed(self) -> Document:
        """Return the document with all parts put right that bring no other faults; itself if there is none."""
        return self._with((), tuple(self._parts))[1] if self._parts else self._document

    def _with(self, accepted: _Parts, candidates: _Parts) -> tuple[_Parts, Document]:
        """Return the accepted parts with as many candidates as possible, and the document with these put right."""
        if self._attempts_left == 0:
            return accepted, self._put_right(accepted)
        self._attempts_left -= 1
        attempt = self._put_right((*accepted, *candidates))
        if self._is_sound(attempt):
            return (*accepted, *candidates), attempt
        if len(candidates) == 1:
            return accepted, self._put_right(accepted)
        middle = len(candidates) // 2
        accepted, _ = self._with(accepted, candidates[:middle])
        return self._with(accepted, candidates[middle:])

    def _put_right(self, parts: _Parts) -> Document:
        if not parts:
            return self._document
        edits = sorted(edit for part in parts for edit in part.edits)
        return replace(self._document, source=decode(_edited(self._document.source.text, edits).encode()))

    def _is_sound(self, after: Document) -> bool:
        """Whether no word is lost, and nothing is refused or misread that was not before."""
        known = {problem.kind for problem in self._document.markup}
        if after.problems or any(problem.kind not in known for problem in after.markup):
            return False
        if self._keeps_words and _words_of(after) != _words_of(self._document):
            return False
        return all(part.kind in self._known for part in find_misread(after, self._titles))


def _edited(text: str, edits: list[Edit]) -> str:
    parts, at = [], 0
    for edit in edits:
        if edit.start >= at:
            parts += [text[at : edit.start], edit.text]
            at = edit.end
    return "".join((*parts, text[at:]))


def _words_of(document: Document) -> str:
    """Return the letters and digits of a body, without the ids of headings and capitals."""
    lines = (line.partition("{#")[0] for line in html.unescape(document.text).split("\n"))
    return "".join(filter(str.isalnum, "".join(lines))).casefold()
