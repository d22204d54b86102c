"""The letterhead: how the papers of the organisation name its bodies, from `reference/letterhead.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cica_docs.documents.corpus import Corpus
from cica_docs.values.language import SOURCE_LANGUAGE, Language

_FILE = "letterhead"


@dataclass(frozen=True)
class Letterhead:
    """The words for bodies in letters and above decisions, in one language; empty where the register gives none."""

    language: Language = SOURCE_LANGUAGE
    entries: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    places: Mapping[str, Any] = field(default_factory=dict)

    def head(self, sender: str) -> tuple[tuple[Language, tuple[str, ...]], ...] | None:
        """Return the lines at the head of a letter, in groups of one language each; None if none are on record."""
        groups = self._in_language(sender, "head")
        if not isinstance(groups, list):
            return None
        return tuple(
            (Language(group["language"]), _lines(group.get("lines")))
            for group in groups
            if isinstance(group, dict) and group.get("language") in Language
        )

    def addressee(self, party: str) -> tuple[str, ...]:
        """Return the lines that name the addressee below a letter."""
        return _lines(self._in_language(party, "addressee"))

    def form(self, party: str, use: str) -> str:
        """Return the name of a party as `sender`, `recipient`, `channel` or above a `decision` or `draft_decision`."""
        text = self._in_language(party, use)
        return text if isinstance(text, str) else ""

    def place(self, id: str) -> str:
        """Return the name of a place as the last line of a letter has it, or the id."""
        texts = self.places.get(id)
        return str(texts.get(self.language.value) or id) if isinstance(texts, dict) else id

    def _in_language(self, party: str, use: str) -> object:
        texts = self.entries.get(party, {}).get(use)
        return texts.get(self.language.value) if isinstance(texts, dict) else None


def letterhead_of(corpus: Corpus, language: Language) -> Letterhead:
    """Return the letterhead of a register in a language."""
    entries = {str(entry["party"]): entry for entry in corpus.reference.entries(_FILE) if "party" in entry}
    return Letterhead(language, entries, corpus.reference.all("place"))


def _lines(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()
