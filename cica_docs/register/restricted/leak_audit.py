"""Search for restricted information where it must not be: in files and in the whole history of Git."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.source import MOST_BYTES, decode
from cica_docs.register.restricted import items
from cica_docs.register.restricted.consents import PUBLIC, is_consented, is_public, is_public_section
from cica_docs.register.restricted.items import (
    information_items,
    may_be_restricted,
    restricted_items,
    restricted_sections,
    withheld_sentence,
)
from cica_docs.register.restricted.quotations import QuotationIndex, comments_of, index_quotations, unsearched_items
from cica_docs.text.escape import escape_terminal
from cica_docs.text.office_text import is_office_file, text_in
from cica_docs.text.words import read_words
from cica_docs.values.language import SOURCE_LANGUAGE, Language

MAX_BYTES_HASHED = 16 * 1024 * 1024
"""Bytes up to which a file is searched; over `MOST_BYTES` its digest alone is compared."""
_DOCUMENT = re.compile(rf"(?:.*/)?([a-z0-9-]{{1,80}})/([a-z0-9-]{{1,80}})/({'|'.join(Language)})\.md")
_MARKERS = ("handling", "distribution", "classification")


class File(NamedTuple):
    """A file to search: its path, its Git id if it has any, and its bytes unless they are too many.

    `unreadable` is the reason if the bytes should be there and are not.
    """

    path: str
    object: str
    content: bytes | None
    unreadable: str = ""


@dataclass(frozen=True, order=True)
class Leak:
    """A place with restricted content: `text` of an item, of a `section`, a `quotation`, or a `marked` text."""

    path: str
    object: str
    category: str


class Audit(NamedTuple):
    """The leaks, the number of files searched, and the files that were too large or unreadable."""

    leaks: tuple[Leak, ...]
    searched: int
    too_large: tuple[str, ...]
    unreadable: tuple[File, ...] = ()


def find_leaks(corpus: Corpus, files: Iterable[File]) -> Audit:
    """Search files for information that the register restricts today."""
    auditor = _Auditor(corpus.unredacted or corpus)
    count, large, unreadable = 0, list[str](), list[File]()
    for file in files:
        if file.unreadable:
            unreadable.append(file)
            continue
        count += 1
        if file.content is None:
            large.append(file.object or file.path)
        else:
            auditor.search(file)
    leaks = sorted({*auditor.leaks, *auditor.search_documents()})
    return Audit(tuple(leaks), count, (*large, *auditor.unsearched), tuple(unreadable))


def count_unsearched(corpus: Corpus) -> int:
    """Count the items whose quotations cannot be found, because their key is not at hand."""
    return len(unsearched_items(corpus.unredacted or corpus))


class _Auditor:
    """Compare digests at once; documents wait until all marks are known, since a translation carries none."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.leaks: list[Leak] = []
        self.unsearched: list[str] = []
        self._waiting: list[tuple[File, Document]] = []
        self._restricted = {id for id, item in restricted_items(corpus).items() if not is_public(corpus, item)}
        self._sections: dict[str, set[str]] = {}

    @cached_property
    def _index(self) -> QuotationIndex:
        """The items whose texts may not be quoted in public, by their digests."""
        to = (PUBLIC,)
        items = (
            item
            for item in restricted_items(self.corpus).values()
            if not is_public(self.corpus, item)
            and not is_consented(self.corpus, item.id, item.providers, "quote", to, self.corpus.as_of)
        )
        return index_quotations(items, self.corpus.quotation_keys)

    def search(self, file: File) -> None:
        """Compare a file, and queue it if it is a document."""
        content = file.content or b""
        self._report_if(file, "quotation", sha256(content).hexdigest() in self._index.by_sha256)
        if is_office_file(content):
            text = text_in(content)
            self._report_if(file, "quotation", bool(text and self._index) and self._quotes(str(text), None))
            if text is None:
                self.unsearched.append(file.object or file.path)
            return
        if len(content) > MOST_BYTES or b"\0" in content:
            return
        text = decode(content).text
        document = self._document(file, content)
        if self._index and text:
            self._report_if(file, "quotation", self._quotes(text, document))
        if document is None:
            self._report_if(file, "marked", _is_marked(content))
            return
        self._waiting.append((file, document))
        if document.language != self.corpus.reference.original:
            return
        if document.kind == items.KIND and _is_restricted(document):
            item = information_items(self.corpus).get(document.id)
            if item is None or not is_public(self.corpus, item):
                self._restricted.add(document.id)
        for mark in restricted_sections(document):
            if not is_public_section(self.corpus, mark):
                self._sections.setdefault(document.work, set()).add(mark.section)

    def search_documents(self) -> Iterator[Leak]:
        """Yield the leaks in the queued documents."""
        for file, document in self._waiting:
            if document.kind == items.KIND and document.id in self._restricted:
                kind = self.corpus.kinds.kinds[document.kind]
                if document.text.strip() not in {"", withheld_sentence(kind, document.language)}:
                    yield self._leak(file, "text")
            hidden = self._sections.get(document.work, set())
            outline = document.outline
            if any(section.id in hidden and outline.holds(section) for section in outline.sections if hidden):
                yield self._leak(file, "section")

    def _quotes(self, text: str, document: Document | None) -> bool:
        """Whether a file is, or quotes, the text of an item; an item's own file has its title."""
        bodies = (text, document.text) if document else (text,)
        if any(True for body in bodies for _ in self._index.copied(body)):
            return True
        work = document.work if document else ""
        texts = (text, comments_of(text)) if "#" in text else (text,)
        ids = (id for each in texts for id, *_ in self._index.find(read_words(each)))
        return any(self._index.items[id].work.name != work for id in ids)

    def _document(self, file: File, content: bytes) -> Document | None:
        match = _DOCUMENT.fullmatch(file.path)
        if match is None or match[1] not in self.corpus.kinds.kinds:
            return None
        return Document(match[1], match[2], Language(match[3]), file.path, decode(content, file.object))

    def _report_if(self, file: File, category: str, is_so: bool) -> None:
        if is_so:
            self.leaks.append(self._leak(file, category))

    def _leak(self, file: File, category: str) -> Leak:
        return Leak(escape_terminal(file.path), file.object, category)


def _is_restricted(original: Document) -> bool:
    """Whether an original is marked as restricted, or cannot be read."""
    if not original.is_readable:
        return True
    return original.get("/handling") != "open" or original.get("/own_use") is True


def _is_marked(content: bytes) -> bool:
    """Whether a text outside all kinds is marked as restricted in its front matter and has a body."""
    source = decode(content)
    if not source.text:
        source = decode(content.decode("utf-8", "replace").encode())
    stray = Document("", "", SOURCE_LANGUAGE, "", source)
    if not source.text.startswith("---") or not may_be_restricted(stray):
        return False
    if not stray.is_readable:
        # Its front matter cannot be read.
        return any(name in (stray.front_text or source.text) for name in _MARKERS)
    front: Mapping[str, object] = stray.front.value
    return any(front.get(name) == "restricted" for name in _MARKERS) and bool(stray.text.strip())
