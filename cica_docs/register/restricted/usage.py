"""Uses of restricted information by third parties: enclosed, disseminated or quoted."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.query import cached_query
from cica_docs.register.events import events_of, read_names
from cica_docs.register.initiatives import first_day_of
from cica_docs.register.letters import letters
from cica_docs.register.open_questions import setting
from cica_docs.register.restricted.consents import EVERY_MEMBER, PUBLIC
from cica_docs.register.restricted.items import KIND, InformationItem, information_items
from cica_docs.register.works import Work, work_named
from cica_docs.values.day import parse_day
from cica_docs.values.role import MEMBER_STATES
from cica_docs.values.span import Place, Span

_NAMES = {MEMBER_STATES: EVERY_MEMBER}
_LINE = r"[^\S\n]*+\S[^\n]*+"
_PARAGRAPH = re.compile(rf"(?<![^\n]){_LINE}(?:\n{_LINE})*+")


@dataclass(frozen=True, eq=False)
class ItemUse:
    """A use that needs consent: `transfer` or `quote`, the beneficiaries, the day and the place on record."""

    item: InformationItem
    purpose: str
    to: tuple[str, ...]
    on: date
    place: Place


@cached_query
def item_uses(corpus: Corpus) -> tuple[ItemUse, ...]:
    """List all uses of restricted items by third parties."""
    items = restricted_items(corpus)
    return (*_enclosed(corpus), *_disseminated(corpus), *quotations(corpus)) if items else ()


@cached_query
def restricted_items(corpus: Corpus) -> Mapping[str, InformationItem]:
    """Map ids to the restricted items."""
    return {id: item for id, item in information_items(corpus).items() if item.is_restricted}


def _enclosed(corpus: Corpus) -> Iterator[ItemUse]:
    for letter in letters(corpus):
        original = letter.work.original
        on = parse_day(str(original.get("/date") or "")) or corpus.as_of
        for name, pointer in letter.enclosed:
            kind, _, id = name.partition("/")
            item = restricted_items(corpus).get(id) if kind == KIND else None
            if item is not None:
                to = third_parties(corpus, item, read_names(original.get("/to")), on)
                if to:
                    yield ItemUse(item, "transfer", to, on, original.at(pointer))


def _disseminated(corpus: Corpus) -> Iterator[ItemUse]:
    for item in restricted_items(corpus).values():
        for act in events_of(item.work.original):
            to = third_parties(corpus, item, read_names(act.data.get("to")), act.on.last)
            if act.kind == "disseminated" and to:
                yield ItemUse(item, "transfer", to, act.on.last, act.place)


def third_parties(corpus: Corpus, item: InformationItem, to: tuple[str, ...], on: date) -> tuple[str, ...]:
    """Return the addressees to whom the information was not given; a setting says whether members are third parties."""
    informed = {*item.providers, *item.recipients, corpus.reference.role("circulates")}
    uninformed = tuple(addressee for addressee in (_NAMES.get(name, name) for name in to) if addressee not in informed)
    if setting(corpus, "third-party") != "non-members" and EVERY_MEMBER not in informed:
        return uninformed
    return tuple(name for name in uninformed if name != EVERY_MEMBER and not corpus.reference.is_member(name, on))


@cached_query
def quotations(corpus: Corpus) -> tuple[ItemUse, ...]:
    """List the quotations of restricted items in other works, if their digests match."""
    documents = corpus.documents if _by_hash(corpus) else ()
    return tuple(use for document in documents for use in quotations_in(corpus, document))


def quotations_in(corpus: Corpus, document: Document) -> Iterator[ItemUse]:
    """Yield the quotations of restricted items in a document, which may be another revision of one in the corpus."""
    return quotations_of(corpus, document, _by_hash(corpus))


def quotations_of(corpus: Corpus, document: Document, by_hash: Mapping[str, InformationItem]) -> Iterator[ItemUse]:
    """Yield the quotations in a document of texts with these digests, each of an item."""
    with_paragraphs = any(item.has_paragraphs for item in by_hash.values())
    for digest, span in _hashes(document, with_paragraphs) if by_hash else ():
        item = by_hash.get(digest)
        work = work_named(corpus, document.work) if item and item.work.name != document.work else None
        if item and work:
            yield ItemUse(item, "quote", _authors(work, item), first_day_of(corpus, work), document.place(span))


@cached_query
def _by_hash(corpus: Corpus) -> Mapping[str, InformationItem]:
    """Map the digests of texts to restricted items."""
    return {digest: item for item in restricted_items(corpus).values() for digest in item.hashes}


def _authors(work: Work, item: InformationItem) -> tuple[str, ...]:
    """Return who quotes: the states whose work it is, or the public for a work of no state."""
    states = (name for pointer in work.kind.holders for name in read_names(work.original.get(pointer)))
    return tuple(dict.fromkeys(state for state in states if state not in item.providers)) or (PUBLIC,)


def _hashes(document: Document, with_paragraphs: bool) -> Iterator[tuple[str, Span]]:
    text, first = document.text, document.body_line
    for digest in hashes_of(text):
        yield digest, Span(first, 1, first + text.count("\n"), 1)
    line, at = first, 0
    for match in _PARAGRAPH.finditer(text) if with_paragraphs else ():
        line += text.count("\n", at, match.start())
        at, lines = match.start(), match[0].split("\n")
        yield hash_paragraph(match[0]), Span(line, 1, line + len(lines) - 1, len(lines[-1]) + 1)


def hashes_of(text: str) -> frozenset[str]:
    """Return the SHA-256 digests of a text: as it is, without line ends around it, and with one at its end."""
    stripped = text.strip("\n")
    return frozenset(sha256(version.encode()).hexdigest() for version in (text, stripped, f"{stripped}\n"))


def split_paragraphs(text: str) -> tuple[str, ...]:
    """Split a text into paragraphs."""
    return tuple(match[0] for match in _PARAGRAPH.finditer(text))


def hash_paragraph(paragraph: str) -> str:
    """Return the SHA-256 digest of a paragraph with white space folded."""
    return sha256(" ".join(paragraph.split()).encode()).hexdigest()
