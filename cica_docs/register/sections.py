"""Sections of the first level that are not found by their id, and which of their kind they seem to be."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from cica_docs.documents.document import Document
from cica_docs.documents.kind import Kind, SectionKind
from cica_docs.documents.markdown.outline import Section

_MOST_GUESSED = 100
"""Sections of one document for which it is guessed what they are meant to be."""


@dataclass(frozen=True)
class MisnamedSection:
    """A section whose id is missing, unknown or already taken; `meant` is the lacking section that it seems to be."""

    section: Section
    title: str
    is_taken: bool
    meant: SectionKind | None


def misnamed_sections(document: Document, kind: Kind) -> Iterator[MisnamedSection]:
    """The misnamed sections of a document, in its order; none where the kind has no sections of its own."""
    sections = document.outline.sections
    known = {section.id for section in kind.sections}
    ids = {section.id for section in sections}
    lacking = [section for section in kind.sections if section.id not in ids]
    taken: set[str] = set()
    guesses = 0
    for section in sections if known else ():
        if section.level != 2 or (section.id in known and section.id not in taken):
            taken.add(section.id)
            continue
        title = _without_id(section.title)
        guesses += 1
        meant = _meant(section.id, title, lacking, document) if guesses <= _MOST_GUESSED else None
        yield MisnamedSection(section, title, section.id in taken, meant)
        taken.add(section.id or title)


def _without_id(title: str) -> str:
    """A title without the last braces with which it ends, closed or not."""
    written = title.rstrip()
    start = written.find("{", written.rfind("}", 0, -1) + 1)
    return written[:start].rstrip() if start >= 0 else title


def _meant(id: str, title: str, lacking: list[SectionKind], document: Document) -> SectionKind | None:
    by_title = (one for one in lacking if one.title[document.language].casefold() == title.casefold())
    by_id = get_close_matches(id, [one.id for one in lacking], 1, 0.6)
    return next(by_title, None) or next((one for one in lacking if one.id in by_id), None)
