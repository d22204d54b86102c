"""Sections of the first level whose id is not recognized, and the section of their kind that each resembles."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.kind import Kind, SectionKind
from cica_docs.documents.markdown.outline import Section
from cica_docs.register.law.days import day_of_text
from cica_docs.register.standing import standing_acts
from cica_docs.register.works import Work, works
from cica_docs.values.span import Span

SECTIONS = "house/sections"
"""The house rule that asks for sections of a kind."""
FIRST = 2
"""The level of the headings of sections."""
_MAX_GUESSES = 100
"""Sections of one document for which a resemblance is computed."""


class MisnamedSection(NamedTuple):
    """A section whose id is missing, unknown or taken; `meant` is the lacking section that it resembles."""

    section: Section
    title: str
    is_taken: bool
    meant: SectionKind | None


def section_key(kind: Kind, section: SectionKind) -> str:
    """Return the name by which a provision binds a section: `concept-paper{#rationale}`."""
    return f"{kind.name}{{#{section.id}}}"


def provision_of_section(corpus: Corpus, work: Work, section: SectionKind) -> str:
    """Return the provision that asks for a section of a work; "" if the decision may ask for it and does not."""
    bound = corpus.decision.binding(section_key(work.kind, section), day_of_text(corpus, work))
    return bound or ("" if section.is_bound else SECTIONS)


def is_asked_for(corpus: Corpus, work: Work, section: SectionKind) -> bool:
    """Whether the text of a section is asked for by the corpus' day: some are written after an act only."""
    return not section.since or any(act.kind == section.since for act in standing_acts(corpus, work))


def to_come(corpus: Corpus, work: Work) -> frozenset[str]:
    """Return the ids of the sections that are not yet asked for."""
    return frozenset(section.id for section in work.kind.sections if not is_asked_for(corpus, work, section))


def placeholders_to_replace(corpus: Corpus, document: Document) -> tuple[tuple[str, Span], ...]:
    """Return the placeholders of a document outside the sections that are not yet asked for."""
    placeholders = document.placeholders if document.is_parted else ()
    work = works(corpus).get(document.work) if placeholders else None
    later = to_come(corpus, work) if work else frozenset()
    return tuple(placed for placed in placeholders if not later or _section_at(document, placed[1]) not in later)


def _section_at(document: Document, span: Span) -> str:
    """Return the id of the section of the first level in which a place of the body is, or ""."""
    sections = [section for section in document.outline.sections if section.level <= FIRST]
    return next((section.id for section in reversed(sections) if section.span <= span), "")


def misnamed_sections(document: Document, kind: Kind) -> Iterator[MisnamedSection]:
    """Yield the misnamed sections of a document in order; none if the kind has no sections of its own."""
    sections = document.outline.sections
    known_ids = {section.id for section in kind.sections}
    ids = {section.id for section in sections}
    missing = [section for section in kind.sections if section.id not in ids]
    taken: set[str] = set()
    guesses = 0
    for section in sections if known_ids else ():
        if section.level != FIRST or (section.id in known_ids and section.id not in taken):
            taken.add(section.id)
            continue
        title = _without_id(section.title)
        guesses += 1
        meant = _most_similar(section.id, title, missing, document) if guesses <= _MAX_GUESSES else None
        yield MisnamedSection(section, title, section.id in taken, meant)
        taken.add(section.id or title)


def _without_id(title: str) -> str:
    """Return a title without the last pair of braces at its end, closed or not."""
    written = title.rstrip()
    start = written.find("{", written.rfind("}", 0, -1) + 1)
    return written[:start].rstrip() if start >= 0 else title


def _most_similar(id: str, title: str, missing: list[SectionKind], document: Document) -> SectionKind | None:
    by_title = (
        section_kind for section_kind in missing if section_kind.title[document.language].casefold() == title.casefold()
    )
    by_id = get_close_matches(id, [section_kind.id for section_kind in missing], 1, 0.6)
    return next(by_title, None) or next((section_kind for section_kind in missing if section_kind.id in by_id), None)
