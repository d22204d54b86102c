"""Put right what is printed otherwise than it reads, where there is no doubt what is meant."""

import html
from collections.abc import Mapping
from dataclasses import replace

from cica_docs.documents.document import Document
from cica_docs.documents.misread.find import find_misread
from cica_docs.documents.misread.passage import Edit
from cica_docs.documents.source import decode

_HEADING = "heading"
_KINDS: Mapping[str, frozenset[str]] = {
    "layout/heading-unmarked": frozenset({_HEADING}),
    "layout/list-joined": frozenset({"bullets", "dashes", "labels"}),
    "layout/number-misread": frozenset({"dotted"}),
    "layout/paragraphs-joined": frozenset({"paragraphs"}),
    "layout/sign-left": frozenset({"entity"}),
    "layout/sign-unspaced": frozenset({"no-break-space"}),
    "layout/table-unformed": frozenset({"tabs"}),
}
LAYOUT_RULES = tuple(_KINDS)
"""The rules whose faults can be put right."""


def fix_layout(document: Document, chosen: set[str], titles: Mapping[str, str]) -> Document:
    """Return the document with its layout put right; as it is, if words would be lost or other faults come up."""
    kinds = frozenset[str]().union(*(_KINDS[rule] for rule in chosen & _KINDS.keys()))
    fixed = _fixed(document, kinds - {_HEADING}, titles)
    if fixed is not document and _words_of(fixed) != _words_of(document):
        fixed = document
    # A number typed before the title of a section is not part of its heading.
    return _fixed(fixed, kinds & {_HEADING}, titles)


def _fixed(document: Document, kinds: frozenset[str], titles: Mapping[str, str]) -> Document:
    """Return the document with the parts of some kinds put right; as it is, if other faults come up."""
    edits = sorted(edit for part in find_misread(document, titles) if part.kind in kinds for edit in part.edits)
    if not edits:
        return document
    fixed = replace(document, source=decode(_edited(document.source.text, edits).encode()))
    return document if _has_new_faults(document, fixed, titles) else fixed


def _edited(text: str, edits: list[Edit]) -> str:
    parts, at = [], 0
    for edit in edits:
        if edit.start >= at:
            parts += [text[at : edit.start], edit.text]
            at = edit.end
    return "".join((*parts, text[at:]))


def _has_new_faults(before: Document, after: Document, titles: Mapping[str, str]) -> bool:
    """Whether markup is refused, or something is misread, that was not before."""
    known = {problem.kind for problem in before.markup}
    if after.problems or any(problem.kind not in known for problem in after.markup):
        return True
    misread = {part.kind for part in find_misread(before, titles)}
    return any(part.kind not in misread for part in find_misread(after, titles))


def _words_of(document: Document) -> str:
    """Return the letters and digits of a body, without the ids of headings and capitals."""
    lines = (line.partition("{#")[0] for line in html.unescape(document.text).split("\n"))
    return "".join(filter(str.isalnum, "".join(lines))).casefold()
