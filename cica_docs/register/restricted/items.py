"""Restricted information: items, their providers, and the sections marked as restricted."""

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.kind import Kind
from cica_docs.documents.query import cached_query
from cica_docs.register.events import read_names
from cica_docs.register.restricted.fingerprints import Fingerprints, read_fingerprints
from cica_docs.register.works import Work, works_of
from cica_docs.values.language import Language
from cica_docs.values.texts import texts_by_language

KIND = "information-item"
FINGERPRINTS = "/fingerprints"
_OPEN = "open"
_WORD = "restricted"
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|\n[ \t]*)")


@dataclass(frozen=True, eq=False)
class InformationItem:
    """Information that states provided under a measure."""

    work: Work
    providers: tuple[str, ...]
    recipients: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id by which consents refer to it."""
        return self.work.id

    @property
    def is_restricted(self) -> bool:
        """Whether clause 4.2 protects it: True unless it is marked as open and not for own use."""
        original = self.work.original
        return original.get("/handling") != _OPEN or original.get("/own_use") is True

    @cached_property
    def fingerprints(self) -> Fingerprints | None:
        """The keyed digests of its text; None if there are none."""
        return read_fingerprints(self.work.original.get(FINGERPRINTS))

    @cached_property
    def digests(self) -> frozenset[tuple[str, str]]:
        """The digests of its text with the name of their key: that of the whole has none."""
        whole = str(self.work.original.get("/sha256") or "").lower()
        keyed = self.fingerprints
        fingerprints = {(keyed.key, digest) for digest in keyed.digests} if keyed else set()
        return frozenset({("", whole)} | fingerprints if whole else fingerprints)


@cached_query
def information_items(corpus: Corpus) -> Mapping[str, InformationItem]:
    """Map ids to the readable information items."""
    return {
        work.id: InformationItem(
            work, read_names(work.original.get("/provided_by")), read_names(work.original.get("/recipients"))
        )
        for work in works_of(corpus, KIND)
    }


@cached_query
def restricted_items(corpus: Corpus) -> Mapping[str, InformationItem]:
    """Map ids to the restricted items."""
    return {id: item for id, item in information_items(corpus).items() if item.is_restricted}


def withheld_sentence(kind: Kind, language: Language) -> str:
    """Return the only sentence that the body of a restricted item may hold: that its text is held elsewhere."""
    withheld = kind.data.get("withheld")
    return texts_by_language(withheld.get("says") if isinstance(withheld, Mapping) else None)[language]


class RestrictedSection(NamedTuple):
    """A section marked as restricted: its id, the providers of its content and its item."""

    section: str
    providers: tuple[str, ...]
    item: str
    pointer: str


def may_be_restricted(original: Document) -> bool:
    """Whether an original may mark sections as restricted: a fast test before its front matter is parsed.

    True for bytes that are not text. Escapes in field names are refused, but if the front matter cannot be parsed, the
    word counts in every spelling.
    """
    text = original.source.text
    return _WORD in text or not text or ("\\" in text and _WORD in _unescaped(original.front_text or text))


def _unescaped(yaml: str) -> str:
    """Return a YAML text with all escapes that may represent a letter, or nothing, resolved as in a quoted text."""
    return _ESCAPE.sub(_letter, yaml)


def _letter(match: re.Match[str]) -> str:
    digits = match[1] or match[2] or match[3]
    return chr(min(int(digits, 16), sys.maxunicode)) if digits else ""


def restricted_sections(original: Document) -> tuple[RestrictedSection, ...]:
    """Return the restricted sections of a work; an entry without a section restricts the whole work."""
    entries = original.get("/restricted") if may_be_restricted(original) and original.is_readable else None
    if entries is None:
        return ()
    if not isinstance(entries, list):
        return (RestrictedSection("", (), "", "/restricted"),)
    return tuple(_mark(entry, f"/restricted/{index}") for index, entry in enumerate(entries))


def _mark(entry: object, pointer: str) -> RestrictedSection:
    data = entry if isinstance(entry, dict) else {}
    section, item = data.get("section"), data.get("item")
    return RestrictedSection(
        section if isinstance(section, str) else "",
        read_names(data.get("provided_by")),
        item if isinstance(item, str) else "",
        pointer,
    )
