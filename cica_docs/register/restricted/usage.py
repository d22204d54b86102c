"""Uses of restricted information by third parties: enclosed, disseminated or quoted."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document, RegisterFile
from cica_docs.documents.query import cached_query
from cica_docs.register.events import events_of, events_until, read_names
from cica_docs.register.initiatives import first_day_of
from cica_docs.register.letters import letters
from cica_docs.register.open_questions import setting
from cica_docs.register.restricted.consents import EVERY_MEMBER, PUBLIC
from cica_docs.register.restricted.items import KIND, InformationItem, restricted_items
from cica_docs.register.restricted.quotations import (
    QuotationIndex,
    find_quotations,
    items_quoted_in,
    quotation_index,
)
from cica_docs.register.works import Work, work_named
from cica_docs.snapshot.snapshot import Unreadable
from cica_docs.text.office_text import MOST_INFLATED, text_in
from cica_docs.values.day import parse_day
from cica_docs.values.role import MEMBER_STATES
from cica_docs.values.span import Place, Span

_NAMES = {MEMBER_STATES: EVERY_MEMBER}


class ItemUse(NamedTuple):
    """A use that needs consent: `transfer` or `quote`, the beneficiaries, the day and the place on record.

    `asked` are the providers whose consent it needs: a State may pass on what it provided itself.
    """

    item: InformationItem
    purpose: str
    to: tuple[str, ...]
    on: date
    place: Place
    asked: tuple[str, ...]
    is_done: bool = False
    """Whether it was done by an act on record, which nobody can take back."""


@cached_query
def item_uses(corpus: Corpus) -> tuple[ItemUse, ...]:
    """List all uses of restricted items by third parties."""
    items = restricted_items(corpus)
    if not items:
        return ()
    return (*_enclosed(corpus), *_disseminated(corpus), *quotations(corpus), *_quoted_beside(corpus))


def _enclosed(corpus: Corpus) -> Iterator[ItemUse]:
    for letter in letters(corpus):
        original = letter.work.original
        on = parse_day(str(original.get("/date") or "")) or corpus.as_of
        for name, pointer in letter.enclosed:
            kind, _, id = name.partition("/")
            item = restricted_items(corpus).get(id) if kind == KIND else None
            if item is None or item.providers == (letter.state,):
                continue
            to = third_parties(corpus, item, read_names(original.get("/to")), on)
            if to:
                asked = tuple(provider for provider in item.providers if provider != letter.state)
                is_sent = bool(events_until(corpus, original))
                yield ItemUse(item, "transfer", to, on, original.at(pointer), asked, is_sent)


def _disseminated(corpus: Corpus) -> Iterator[ItemUse]:
    for item in restricted_items(corpus).values():
        for act in events_of(item.work.original):
            to = third_parties(corpus, item, read_names(act.data.get("to")), act.on.last)
            if act.kind == "disseminated" and to:
                yield ItemUse(item, "transfer", to, act.on.last, act.place, item.providers, is_done=True)


def third_parties(corpus: Corpus, item: InformationItem, to: tuple[str, ...], on: date) -> tuple[str, ...]:
    """Return the addressees to whom the information was not given; a setting says whether members are third parties."""
    informed = {*item.providers, *item.recipients, corpus.reference.role("circulates")}
    uninformed = tuple(addressee for addressee in (_NAMES.get(name, name) for name in to) if addressee not in informed)
    if setting(corpus, "third-party") != "non-members" and EVERY_MEMBER not in informed:
        return uninformed
    return tuple(name for name in uninformed if name != EVERY_MEMBER and not corpus.reference.is_member(name, on))


@cached_query
def quotations(corpus: Corpus) -> tuple[ItemUse, ...]:
    """List the quotations of restricted items in other works and in data, if digests match and the key is at hand."""
    files = corpus.files if quotation_index(corpus) else ()
    return tuple(use for file in files for use in quotations_in(corpus, file))


def quotations_in(corpus: Corpus, file: RegisterFile) -> Iterator[ItemUse]:
    """Yield the quotations of restricted items in a file, which may be another revision of one in the corpus."""
    return quotations_of(corpus, file, quotation_index(corpus))


def quotations_of(corpus: Corpus, file: RegisterFile, index: QuotationIndex) -> Iterator[ItemUse]:
    """Yield the quotations in a file of items in an index."""
    work = work_named(corpus, file.work) if isinstance(file, Document) else None
    authors = _authors_of(corpus, work) if work else ()
    for item, span in find_quotations(file, index):
        asked = tuple(provider for provider in item.providers if provider not in authors)
        if item.providers and not asked:
            continue
        on = first_day_of(corpus, work) if work else corpus.as_of
        to = tuple(author for author in authors if author not in item.providers) or (PUBLIC,)
        yield ItemUse(item, "quote", to, on, Place(file.path, span), asked)


def _quoted_beside(corpus: Corpus) -> Iterator[ItemUse]:
    """Yield the quotations in files that are neither documents nor data, such as a Word file; they have no places."""
    index = quotation_index(corpus)
    for path in corpus.snapshot.paths() if index else ():
        text = _text_at(corpus, path) if corpus.file(path) is None else None
        for item in items_quoted_in(text, index) if text else ():
            yield ItemUse(item, "quote", (PUBLIC,), corpus.as_of, Place(path, Span.point(1)), item.providers)


def _text_at(corpus: Corpus, path: str) -> str | None:
    """Return the text of a file; None if it is too large, or cannot be read, which other rules report."""
    try:
        return text_in(corpus.snapshot.read(path)) if corpus.snapshot.size(path) <= MOST_INFLATED else None
    except Unreadable:
        return None


def _authors_of(corpus: Corpus, work: Work) -> tuple[str, ...]:
    """Return the states whose work it is."""
    names = (name for pointer in work.kind.holders for name in read_names(work.original.get(pointer)))
    return tuple(dict.fromkeys(name for name in names if name in corpus.reference.all("state")))
