"""What of a register may be shown: restricted information without its providers' consent is there, and no more.

This is the one gate. Every command but the check works on this view alone, and a check shows of its findings what
this view shows of the places that they speak of.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.kind import Kind, texts_by_language
from cica_docs.documents.query import cached_query
from cica_docs.documents.source import Source
from cica_docs.register.restricted import consents, items
from cica_docs.register.restricted.consents import is_consented, is_public, is_public_section
from cica_docs.register.restricted.items import (
    RestrictedSection,
    information_items,
    may_be_restricted,
    restricted_sections,
)
from cica_docs.register.restricted.releases import releases, releases_by_work
from cica_docs.register.restricted.usage import ItemUse, quotations, quotations_in
from cica_docs.register.works import work_named
from cica_docs.values.span import Span

_FOOTNOTE = re.compile(r" {0,3}\[\^([^\]\s]+)\]:")
_MARK = re.compile(r"\[\^((?:[^\]\[\s]|\[(?!\^))++)\]")
_NAMELESS = "…"
BY_CONSENT = frozenset({items.KIND, consents.KIND})
"""The kinds of which a restricted work is shown by consent alone: information, and the consents that tell of it."""


@cached_query
def public_view(corpus: Corpus) -> Corpus:
    """The corpus as others may see it; itself where nothing is withheld."""
    if corpus.whole is not None:
        return corpus
    quoted = _quoted(corpus)
    documents = tuple(
        _without_quotations(_public(corpus, document), quoted.get(document.path)) for document in corpus.documents
    )
    if all(one is other for one, other in zip(documents, corpus.documents, strict=True)):
        return corpus
    return replace(corpus, documents=documents, whole=corpus)


def is_shown_whole(corpus: Corpus, revision: Document) -> bool:
    """Whether another revision of a document could be shown whole, by its own marks and by those of today."""
    return (
        all(is_public_section(corpus, mark) for mark in restricted_sections(revision))
        and _public(corpus, revision) is revision
        and all(_may_be_quoted(corpus, use) for use in quotations_in(corpus, revision))
    )


def _quoted(corpus: Corpus) -> Mapping[str, list[Span]]:
    """Where, by path, restricted information is quoted without the consent of all who gave it."""
    found: dict[str, list[Span]] = {}
    for use in quotations(corpus):
        if not _may_be_quoted(corpus, use):
            found.setdefault(use.place.path, []).append(use.place.span)
    for release in releases(corpus):
        if release.way == "quotation":
            found.setdefault(release.place.path, []).append(release.place.span)
    return found


def _may_be_quoted(corpus: Corpus, use: ItemUse) -> bool:
    return is_consented(corpus, use.item.id, use.item.providers, use.purpose, use.to, use.on)


def _without_quotations(document: Document, spans: list[Span] | None) -> Document:
    if not spans or document.is_withheld:
        return document
    lines = document.source.text.split("\n")
    for span in spans:
        lines[span.line - 1 : span.end_line] = [_NAMELESS, *("" for _ in range(span.line, span.end_line))]
    source = Source.of("\n".join(lines), document.source.problems, document.blob)
    return replace(document, source=source, is_shown_whole=False)


def _public(corpus: Corpus, document: Document) -> Document:
    """What stands for a document in the view."""
    original = corpus.document(document.work)
    released = releases_by_work(corpus).get(document.work, ())
    if document.kind in BY_CONSENT or any(one.is_whole for one in released):
        if not released and _is_open(corpus, document):
            return document
        return replace(document, source=_stub(corpus, document), is_withheld=True, is_shown_whole=False)
    if not document.source.text or not (released or _may_hide(corpus, document, original)):
        return document
    work = work_named(corpus, document.work)
    hidden = [mark for mark in restricted_sections(original) if not is_public_section(corpus, mark)] if original else []
    hidden += [RestrictedSection(one.section, one.providers, "", "") for one in released if one.way == "section"]
    if work is None or (hidden and document.source.problems):
        # What might be restricted and cannot be read to find out is not shown.
        return replace(document, source=Source.of("", document.problems), is_withheld=True, is_shown_whole=False)
    if not hidden:
        return document
    text, withheld = _without(document, work.kind, hidden)
    return replace(document, source=Source.of(text, blob=document.blob), is_shown_whole=False, withheld=withheld)


def _may_hide(corpus: Corpus, document: Document, original: Document | None) -> bool:
    """Whether something of a document may be restricted: a translation without its original cannot tell."""
    if original is not None:
        return may_be_restricted(original)
    kind = corpus.kind(document.kind)
    return kind is not None and "restricted" in kind.shape.schema.get("properties", {})


def _is_open(corpus: Corpus, document: Document) -> bool:
    """Whether an item may be shown; a consent tells of the information, and is shown with its item or not at all."""
    id: object = document.id
    if document.kind == consents.KIND:
        work = work_named(corpus, document.work)
        id = work.original.get("/item") if work else None
    item = information_items(corpus).get(str(id))
    return item is not None and is_public(corpus, item) and item.work.name not in releases_by_work(corpus)


def _stub(corpus: Corpus, document: Document) -> Source:
    """The text of the document that stands for a withheld one: the fields that its kind makes public, and no body."""
    kind = corpus.kinds.kinds[document.kind]
    own = kind.data.get("withheld")
    words: Mapping[str, object] = own if isinstance(own, dict) else {}
    front: dict[str, object] = {
        "title": texts_by_language(words.get("title") or kind.data.get("title"))[document.language]
    }
    fixed = words.get("fields")
    if document.language == corpus.reference.original:
        front |= dict(_shown_fields(document, kind)) | (fixed if isinstance(fixed, dict) else {})
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items())
    return Source.of("\n".join(("---", *lines, "---", "")))


def _shown_fields(document: Document, kind: Kind) -> Iterator[tuple[str, object]]:
    """The fields on the list of the kind, as far as they hold what they should: a slip could be a part of the text."""
    names = kind.data.get("public")
    if not isinstance(names, list) or not document.is_readable:
        return
    faulty = {fault.pointer for fault in kind.shape.faults(document.front.value)}
    for name in names:
        value = document.get(f"/{name}")
        if value is not None and not any(one == f"/{name}" or one.startswith(f"/{name}/") for one in faulty):
            yield name, value


def _without(
    document: Document, kind: Kind, hidden: list[RestrictedSection]
) -> tuple[str, Mapping[str, tuple[str, ...]]]:
    """The text of a file with the lines of its hidden sections left empty, and what was hidden.

    Where it is not certain what belongs to a section, nothing of the body is shown.
    """
    providers = {mark.section: mark.providers for mark in hidden}
    sections = document.outline.sections
    lines = document.source.text.split("\n")
    first = document.body_line - 1
    known = {section.id for section in sections}
    if "" in providers or providers.keys() - known or document.markup or not document.is_parted:
        everybody = dict.fromkeys(state for mark in hidden for state in mark.providers)
        return "\n".join([*lines[:first], *("" for _ in lines[first:])]), {"": tuple(everybody)}
    titles = {section.id: section.title[document.language] for section in kind.sections}
    shown = list(lines)
    end = 0
    gone: set[int] = set()
    for at, section in enumerate(sections):
        start = section.span.line - 1
        if section.id in providers and start >= end:
            after = (one.span.line - 1 for one in sections[at + 1 :] if one.level <= section.level)
            end = next(after, len(lines))
            gone.update(range(start, end))
            shown[start:end] = ["" for _ in range(start, end)]
            shown[start] = f"{'#' * section.level} {titles.get(section.id, _NAMELESS)} {{#{section.id}}}"
    for index in _footnotes(lines, first, gone):
        shown[index] = ""
    return "\n".join(shown), providers


def _footnotes(lines: list[str], first: int, gone: set[int]) -> set[int]:
    """The lines of footnotes to which only hidden lines refer."""
    notes: dict[str, set[int]] = {}
    label = ""
    for index in range(first, len(lines)):
        if match := _FOOTNOTE.match(lines[index]):
            label = match[1]
        elif lines[index].strip() and not lines[index].startswith(" ") and not lines[index - 1].strip():
            label = ""
        if label:
            notes.setdefault(label, set()).add(index)
    within = {line for found in notes.values() for line in found}
    shown = {label for index, line in enumerate(lines) if index not in gone | within for label in _labels(line)}
    return {line for label, found in notes.items() if label not in shown for line in found}


def _labels(line: str) -> Iterator[str]:
    """The labels of the footnotes that a line refers to; no label is sought behind the last bracket that closes."""
    for run in line.split():
        yield from _MARK.findall(run[: run.rfind("]") + 1])
