"""Releases: restricted information that a change no longer protects."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.query import cached_query
from cica_docs.register.restricted.consents import is_consented, is_public, is_public_section, may_be_published
from cica_docs.register.restricted.items import (
    KIND,
    InformationItem,
    RestrictedSection,
    information_items,
    restricted_items,
    restricted_sections,
)
from cica_docs.register.restricted.quotations import index_quotations
from cica_docs.register.restricted.usage import quotations_of, third_parties
from cica_docs.register.successors import new_works, successor_of
from cica_docs.register.works import Work, work_named
from cica_docs.values.span import Place


class Release(NamedTuple):
    """Information that a change no longer protects, without the consent of all its providers.

    `kind` is `item` (open now), `elsewhere` (open under another name), `section` (mark removed), `quotation` (digest
    removed), `provider` (removed from the list) or `recipient` (added to the list).
    """

    kind: str
    work: str
    place: Place
    providers: tuple[str, ...]
    section: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether the whole work was restricted."""
        return self.kind in {"item", "elsewhere"}


@cached_query
def releases(corpus: Corpus) -> tuple[Release, ...]:
    """List the releases by the change under judgement; empty if a register is checked without a base."""
    before = corpus.before
    if before is None:
        return ()
    releases = [*_of_items(corpus, before), *_of_sections(corpus, before)]
    whole_works = {release.work for release in releases if release.is_whole}
    return (*releases, *(release for release in _of_hashes(corpus, before) if release.work not in whole_works))


@cached_query
def releases_by_work(corpus: Corpus) -> Mapping[str, tuple[Release, ...]]:
    """Map works to their releases."""
    by_work: dict[str, list[Release]] = {}
    for release in releases(corpus):
        by_work.setdefault(release.work, []).append(release)
    return {work: tuple(of_work) for work, of_work in by_work.items()}


def _of_items(corpus: Corpus, before: Corpus) -> Iterator[Release]:
    for old in information_items(before).values():
        if is_public(before, old):
            continue
        new = successor_of(corpus, old.work)
        copies = [work for work in new_works(corpus) if work is not new and _has_same_hash(old, work)]
        for work in (*([new] if new else []), *copies):
            yield from _of_item(corpus, old, work)


def _has_same_hash(old: InformationItem, work: Work) -> bool:
    return ("", str(work.original.get("/sha256") or "").lower()) in old.digests


def _of_item(corpus: Corpus, old: InformationItem, work: Work) -> Iterator[Release]:
    item = information_items(corpus).get(work.id) if work.kind.name == KIND else None
    providers = _together(old.providers, item.providers if item else ())
    original = work.original
    if any(may_be_published(corpus, id, providers) for id in {old.id, work.id}):
        return
    if item is None or (not item.is_restricted and work.name != old.work.name):
        yield Release("elsewhere", work.name, original.at("/title"), providers)
    elif not item.is_restricted:
        pointer = "/own_use" if old.work.original.get("/handling") == "open" else "/handling"
        yield Release("item", work.name, original.at(pointer), providers)
    else:
        if set(old.providers) - set(item.providers):
            yield Release("provider", work.name, original.at("/provided_by"), providers)
        to = third_parties(corpus, old, item.recipients, corpus.as_of)
        if to and not is_consented(corpus, item.id, providers, "transfer", to, corpus.as_of):
            yield Release("recipient", work.name, original.at("/recipients"), providers)


def _together(*providers: Collection[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(state for listed in providers for state in listed))


def _of_hashes(corpus: Corpus, before: Corpus) -> Iterator[Release]:
    """Yield texts known by the digest of an item that no longer lists it."""
    known = frozenset(digest for item in restricted_items(corpus).values() for digest in item.digests)
    restricted = [
        item
        for item in restricted_items(before).values()
        if not is_public(before, item) and not may_be_published(corpus, item.id, item.providers)
    ]
    lost = index_quotations(restricted, corpus.quotation_keys, without=known)
    for file in corpus.files if lost else ():
        for use in quotations_of(corpus, file, lost):
            if not is_consented(corpus, use.item.id, use.asked, use.purpose, use.to, use.on):
                yield Release("quotation", getattr(file, "work", ""), use.place, use.asked)


def _of_sections(corpus: Corpus, before: Corpus) -> Iterator[Release]:
    for original in before.originals:
        hidden = [mark for mark in restricted_sections(original) if not is_public_section(before, mark)]
        old = work_named(before, original.work) if hidden else None
        new = successor_of(corpus, old) if old else None
        if old is None or new is None:
            continue
        for mark in hidden:
            kind = _loss_of_protection(corpus, old, new, mark)
            if kind and not _is_consented(corpus, before, mark, new):
                yield Release(kind, new.name, _place(new, mark), mark.providers, mark.section)


def _is_consented(corpus: Corpus, before: Corpus, mark: RestrictedSection, new: Work) -> bool:
    """Whether all providers of a section and of its item consent to its publication.

    If the mark names no item, the change may name it.
    """
    id = mark.item or next(
        (section.item for section in restricted_sections(new.original) if section.section == mark.section), ""
    )
    provider_lists = [
        information_items(register)[id].providers for register in (before, corpus) if id in information_items(register)
    ]
    is_known = bool(mark.section and mark.providers and provider_lists)
    return is_known and may_be_published(corpus, id, _together(mark.providers, *provider_lists))


def _loss_of_protection(corpus: Corpus, old: Work, new: Work, mark: RestrictedSection) -> str:
    """Return how a marked section is protected less than before, or ""."""
    hidden = [section for section in restricted_sections(new.original) if not is_public_section(corpus, section)]
    same_section = next((section for section in hidden if section.section == mark.section), None)
    if same_section is not None:
        return "" if set(mark.providers) <= set(same_section.providers) else "provider"
    if mark.section not in _headings(old):
        # The mark named no section of the work and so hid all of it; a mark that names one corrects it.
        return "" if hidden else "section"
    if mark.section in _headings(new):
        return "" if _is_inside(new, mark.section, {section.section for section in hidden}) else "section"
    known_ids = {section.section for section in restricted_sections(old.original)} | _headings(old)
    moved = [
        section
        for section in hidden
        if section.section not in known_ids and set(mark.providers) <= set(section.providers)
    ]
    return "" if moved or _is_shortened(old, new) else "section"


def _headings(work: Work) -> set[str]:
    return {section.id for document in work.documents.values() for section in document.outline.sections}


def _is_inside(work: Work, section: str, hidden: set[str]) -> bool:
    """Whether a section is part of a hidden one in every document."""
    return all(_within(document, section, hidden) for document in work.documents.values())


def _within(document: Document, id: str, hidden: set[str]) -> bool:
    enclosing: list[tuple[int, bool]] = []
    for section in document.outline.sections:
        while enclosing and enclosing[-1][0] >= section.level:
            enclosing.pop()
        is_hidden = section.id in hidden or any(hides for _, hides in enclosing)
        if section.id == id and not is_hidden:
            return False
        enclosing.append((section.level, is_hidden))
    return True


def _is_shortened(old: Work, new: Work) -> bool:
    """Whether a work has only lost text."""
    return all(
        language in old.documents and _lines(document) <= _lines(old.documents[language])
        for language, document in new.documents.items()
    )


def _lines(document: Document) -> set[str]:
    return {line.strip() for line in document.text.split("\n")}


def _place(work: Work, mark: RestrictedSection) -> Place:
    original = work.original
    spans = (section.span for section in original.outline.sections if section.id == mark.section)
    span = next(spans, None)
    pointer = "/restricted" if original.get("/restricted") is not None else "/title"
    return original.place(span) if span else original.at(pointer)
