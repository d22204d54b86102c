"""Units of a translation for a translator's tool: texts with ids, context and hints."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.placeholders import is_to_be_written, placeholders_in
from cica_docs.translations.revision import ChangeKind
from cica_docs.translations.staleness import Translation, TranslationStatus
from cica_docs.values.language import Language

_MOST_HINTS = 12


@dataclass(frozen=True)
class Unit:
    """One segment as a translator sees it."""

    id: str
    source: str
    target: str
    """The current translation, empty if there is none."""
    place: str
    """The file and line of the original."""
    context: str
    """The title of the section, and what kind of text it is."""
    was: str = ""
    """The source that the translation renders, if it is not the current one."""
    hints: tuple[str, ...] = ()
    """The approved terms for words in it: `priority area → приоритетная сфера`."""
    is_stale: bool = False
    draft: str = ""
    """A text with places still to fill, which is no translation yet."""
    is_suggested: bool = False
    """Whether the translation is taken from another text and nobody has looked at it."""


@dataclass(frozen=True)
class Exchange:
    """The units of one translation, and the ids of the texts in Git that they were taken from."""

    work: str
    language: Language
    source_language: Language
    original: str
    """Git's id of the original."""
    edition: str
    """Git's id of the translation."""
    units: tuple[Unit, ...]

    @property
    def path(self) -> str:
        """The file of the translation."""
        return f"{self.work}/{self.language}.md"


def export_units(corpus: Corpus, translation: Translation, *, stale_only: bool) -> Exchange:
    """Return the units of a translation, all or those out of date in more than spelling or not yet translated."""
    units = tuple(unit for unit in _units(corpus, translation) if unit.is_stale or not stale_only)
    return Exchange(
        translation.work.name,
        translation.language,
        translation.original.language,
        translation.original.blob,
        translation.document.blob,
        units,
    )


def _units(corpus: Corpus, translation: Translation) -> Iterator[Unit]:
    titles = {section.id: section.title for section in translation.original.outline.sections}
    stale = {change.id for change in translation.stale_changes if change.kind is not ChangeKind.EDITORIAL}
    terms = Terms(corpus, translation.original.language, translation.language)
    for segment in translation.sources:
        former = translation.former_sources.get(segment.id)
        rendering = translation.rendering.get(segment.id)
        # A text with a place still to fill is no translation yet, however much of it the skeleton gave.
        draft = rendering.text if rendering and placeholders_in(rendering.text) else ""
        target = rendering.text if rendering and not draft else ""
        yield Unit(
            id=segment.id,
            source=segment.text,
            target=target,
            place=f"{translation.original.path}:{segment.line}",
            context=" · ".join(filter(None, (titles.get(segment.section, ""), segment.kind))),
            was=former.text if former else "",
            hints=terms.hints(segment.text),
            is_stale=segment.id in stale or not target,
            draft="" if is_to_be_written(draft) else draft,
        )


@dataclass(frozen=True)
class Terms:
    """The register's approved terms from one language into another."""

    corpus: Corpus
    source: Language
    target: Language

    @cached_property
    def _patterns(self) -> Mapping[re.Pattern[str], str]:
        patterns = {}
        for entry in self.corpus.reference.entries("terms"):
            source, target = entry.get(self.source.value), entry.get(self.target.value)
            if isinstance(source, str) and isinstance(target, str) and source and target:
                patterns[re.compile(rf"\b{re.escape(source)}(?:s|es)?\b", re.IGNORECASE)] = f"{source} → {target}"
        return patterns

    def hints(self, text: str) -> tuple[str, ...]:
        """Return the terms that occur in a text."""
        hints = [hint for pattern, hint in self._patterns.items() if pattern.search(text)]
        return tuple(hints[:_MOST_HINTS])


Entry = tuple[str, Mapping[Language, str]]
"""Where an entry of a memory comes from, and its text in two or three languages, the original's first."""


def build_memory(translations: Iterable[Translation]) -> tuple[Entry, ...]:
    """Return the translation memory of the register: each entry once, from translations of the current original."""
    texts: dict[str, dict[Language, str]] = {}
    for translation in translations:
        for source in translation.sources if translation.status is TranslationStatus.CURRENT else ():
            target = translation.segments.get(source.id)
            if target is not None and target.kind == source.kind and not placeholders_in(target.text):
                entry = texts.setdefault(
                    f"{translation.work.name} {source.id}", {translation.original.language: source.text}
                )
                entry[translation.language] = target.text
    entries: dict[tuple[tuple[Language, str], ...], Entry] = {}
    for origin, entry in texts.items():
        entries.setdefault(tuple(entry.items()), (origin, entry))
    return tuple(entries.values())
