"""Quotations of restricted items in the texts of a document: its body, its title and those of its front matter."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document, RegisterFile
from cica_docs.documents.query import cached_query
from cica_docs.documents.text_runs import span_between
from cica_docs.register.restricted.fingerprints import SHORTEST, find_passages, name_of_key
from cica_docs.register.restricted.items import FINGERPRINTS, InformationItem, restricted_items
from cica_docs.text.words import Words, read_words
from cica_docs.values.span import Span

Digest = tuple[str, str]
"""The name of the key, empty for a plain SHA-256, and the digest."""


@dataclass(frozen=True, eq=False)
class QuotationIndex:
    """Restricted items by the digests of their texts; those without a key at hand are left out."""

    items: Mapping[str, InformationItem]
    by_sha256: Mapping[str, str]
    by_key: tuple[tuple[bytes, Mapping[str, frozenset[str]]], ...]

    def __bool__(self) -> bool:
        return bool(self.by_sha256 or self.by_key)

    def find(self, words: Words) -> Iterator[tuple[str, int, int]]:
        """Yield the id of an item and the first and last index of its words in a text."""
        for key, by_digest in self.by_key:
            for passage in find_passages(words, by_digest, key):
                yield from ((id, passage.first, passage.last) for id in sorted(passage.names))

    def copied(self, text: str) -> Iterator[str]:
        """Yield the ids of items whose whole text this is."""
        yield from (self.by_sha256[digest] for digest in sorted(hashes_of(text) & self.by_sha256.keys()))


def index_quotations(
    items: Iterable[InformationItem], keys: Collection[bytes], without: Collection[Digest] = frozenset()
) -> QuotationIndex:
    """Index items by their digests, but for some."""
    by_id = {item.id: item for item in items}
    keys_by_name = {name_of_key(key): key for key in keys}
    by_sha256: dict[str, str] = {}
    by_name: dict[str, dict[str, frozenset[str]]] = {}
    for id, item in by_id.items():
        for name, digest in sorted(item.digests - frozenset(without)):
            if not name:
                by_sha256.setdefault(digest, id)
            elif name in keys_by_name:
                by_digest = by_name.setdefault(name, {})
                by_digest[digest] = by_digest.get(digest, frozenset()) | {id}
    by_key = tuple((keys_by_name[name], by_digest) for name, by_digest in by_name.items())
    return QuotationIndex(by_id, by_sha256, by_key)


@cached_query
def quotation_index(corpus: Corpus) -> QuotationIndex:
    """Index the restricted items of a register."""
    return index_quotations(restricted_items(corpus).values(), corpus.quotation_keys)


@cached_query
def unsearched_items(corpus: Corpus) -> tuple[InformationItem, ...]:
    """List the restricted items whose quotations cannot be found, because their key is not at hand."""
    names = {name_of_key(key) for key in corpus.quotation_keys}
    return tuple(
        item for item in restricted_items(corpus).values() if item.fingerprints and item.fingerprints.key not in names
    )


def find_quotations(file: RegisterFile, index: QuotationIndex) -> Iterator[tuple[InformationItem, Span]]:
    """Yield the items of other works that a file quotes, each with its place."""
    if not index:
        return
    work = file.work if isinstance(file, Document) else ""
    if isinstance(file, Document) and file.is_parted:
        first = file.body_line
        for id in index.copied(file.text):
            if index.items[id].work.name != work:
                yield index.items[id], Span(first, 1, first + file.text.count("\n"), 1)
    for words, place in texts_in(file) if index.by_key else ():
        for id, first_word, last_word in index.find(words):
            if index.items[id].work.name != work:
                yield index.items[id], place(words.starts[first_word], words.ends[last_word])


def items_quoted_in(text: str, index: QuotationIndex) -> Iterator[InformationItem]:
    """Yield the items that the text of a file of any other sort quotes, each once."""
    ids = {*index.copied(text), *(id for id, *_ in (index.find(read_words(text)) if index.by_key else ()))}
    yield from (index.items[id] for id in sorted(ids))


def texts_in(file: RegisterFile) -> Iterator[tuple[Words, Callable[[int, int], Span]]]:
    """Yield the words of each text of a file with a function that places them; a file with problems is one text."""
    text, starts = file.source.text, file.source.line_starts
    if file.problems:
        yield read_words(text), partial(span_between, starts)
        return
    if isinstance(file, Document):
        body = len(text) - len(file.text)
        yield read_words(file.text), lambda start, end: span_between(starts, body + start, body + end)
    for pointer in file.front.pointers:
        value = file.front.get(pointer)
        if isinstance(value, str) and value.count(" ") >= SHORTEST - 1 and not pointer.startswith(FINGERPRINTS):
            yield read_words(value), partial(_constant, file.front.value_at(pointer))
    if "#" in text:
        yaml, first = (file.front_text, text.find("\n") + 1) if isinstance(file, Document) else (text, 0)
        yield read_words(comments_of(yaml)), lambda start, end: span_between(starts, first + start, first + end)


def comments_of(yaml: str) -> str:
    """Return a YAML text with blanks in place of all but its comments; a sign within a value may count as one."""
    lines = yaml.split("\n")
    return "\n".join(" " * (len(line) - len(comment)) + comment for line in lines for comment in [_comment_on(line)])


def _comment_on(line: str) -> str:
    _, sign, comment = line.partition("#") if line.lstrip().startswith("#") else line.partition(" #")
    return comment if sign else ""


def _constant(span: Span, _start: int, _end: int) -> Span:
    return span


def hashes_of(text: str) -> frozenset[str]:
    """Return the SHA-256 digests of a text: as it is, without line ends around it, and with one at its end."""
    stripped = text.strip("\n")
    return frozenset(sha256(version.encode()).hexdigest() for version in (text, stripped, f"{stripped}\n"))
