"""The public view of a register: restricted information is shown only with its providers' consent.

This is the only gate. Every command but the check works on this view alone, and a check quotes in its findings only
text that this view shows.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import DataFile, Document
from cica_docs.documents.kind import Kind
from cica_docs.documents.query import cached_query
from cica_docs.documents.reference_data import ReferenceData
from cica_docs.documents.source import Source
from cica_docs.documents.yaml.blanking import blank_texts
from cica_docs.register.restricted import consents, items
from cica_docs.register.restricted.commented import withheld_comments
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
from cica_docs.values.texts import texts_by_language

_FOOTNOTE = re.compile(r" {0,3}\[\^([^\]\s]+)\]:")
_MARK = re.compile(r"\[\^((?:[^\]\[\s]|\[(?!\^))++)\]")
_NAMELESS = "…"
BY_CONSENT = frozenset({items.KIND, consents.KIND})
"""The kinds whose restricted works are shown by consent alone: information items and consents."""


@cached_query
def public_view(corpus: Corpus) -> Corpus:
    """Return the corpus as others may see it; the corpus itself if nothing is withheld."""
    if corpus.unredacted is not None:
        return corpus
    quoted = _quoted(corpus)
    documents = tuple(
        _without_quotations(_public(corpus, document), quoted.get(document.path)) for document in corpus.documents
    )
    for path, spans in withheld_comments(corpus, documents):
        quoted = {**quoted, path: [*quoted.get(path, ()), *spans]}
    data = {file: _data_without_quotations(file, quoted[file.path]) for file in corpus.data if file.path in quoted}
    if not data and all(public is document for public, document in zip(documents, corpus.documents, strict=True)):
        return corpus
    return replace(_with_data(corpus, data), documents=documents, unredacted=corpus)


def _with_data(corpus: Corpus, shown: Mapping[DataFile, DataFile]) -> Corpus:
    """Return a corpus with the data files as they are shown."""
    if not shown:
        return corpus
    files = {name: shown.get(file, file) for name, file in corpus.reference.files.items()}
    return replace(
        corpus,
        data=tuple(shown.get(file, file) for file in corpus.data),
        reference=ReferenceData(files),
        decision=corpus.decision.with_files(lambda file: shown.get(file, file)),
    )


def is_shown_whole(corpus: Corpus, revision: Document) -> bool:
    """Whether another revision of a document could be shown in full, by its own marks and those of today."""
    return (
        all(is_public_section(corpus, mark) for mark in restricted_sections(revision))
        and _public(corpus, revision) is revision
        and all(_may_be_quoted(corpus, use) for use in quotations_in(corpus, revision))
    )


def _quoted(corpus: Corpus) -> Mapping[str, list[Span]]:
    """Map paths to the spans that quote restricted information without the consent of all providers."""
    by_path: dict[str, list[Span]] = {}
    for use in quotations(corpus):
        if not _may_be_quoted(corpus, use):
            by_path.setdefault(use.place.path, []).append(use.place.span)
    for release in releases(corpus):
        if release.kind == "quotation":
            by_path.setdefault(release.place.path, []).append(release.place.span)
    return by_path


def _may_be_quoted(corpus: Corpus, use: ItemUse) -> bool:
    return is_consented(corpus, use.item.id, use.asked, use.purpose, use.to, use.on)


def _without_quotations(document: Document, spans: list[Span] | None) -> Document:
    if not spans or document.is_withheld:
        return document
    if document.is_readable and any(span.line < document.body_line for span in spans):
        # A value of the front matter cannot be blanked without changing what the rest says.
        return replace(document, source=Source.of("", document.problems), is_withheld=True, is_shown_whole=False)
    return replace(document, source=_blanked(document.source, spans), is_shown_whole=False)


def _data_without_quotations(file: DataFile, spans: list[Span]) -> DataFile:
    """Return a data file without the texts, or the lines with a comment, that quote restricted information."""
    return replace(file, source=_blanked(file.source, spans), shown=blank_texts(file.front, spans, _NAMELESS))


def _blanked(source: Source, spans: list[Span]) -> Source:
    lines = source.text.split("\n")
    for span in spans:
        lines[span.line - 1 : span.end_line] = [_NAMELESS, *("" for _ in range(span.line, span.end_line))]
    return Source.of("\n".join(lines), source.problems, source.blob)


def _public(corpus: Corpus, document: Document) -> Document:
    """Return a document as the view shows it."""
    original = corpus.document(document.work)
    released = releases_by_work(corpus).get(document.work, ())
    if document.kind in BY_CONSENT or any(release.is_whole for release in released):
        if not released and _is_open(corpus, document):
            return document
        return replace(document, source=_stub(corpus, document), is_withheld=True, is_shown_whole=False)
    if not document.source.text or not (released or _may_hide(corpus, document, original)):
        return document
    work = work_named(corpus, document.work)
    hidden = [mark for mark in restricted_sections(original) if not is_public_section(corpus, mark)] if original else []
    hidden += [
        RestrictedSection(release.section, release.providers, "", "")
        for release in released
        if release.kind == "section"
    ]
    if work is None or (hidden and document.source.problems):
        # A document that may be restricted and cannot be read is not shown.
        return replace(document, source=Source.of("", document.problems), is_withheld=True, is_shown_whole=False)
    if not hidden:
        return document
    text, withheld = _hide_sections(document, work.kind, hidden)
    return replace(document, source=Source.of(text, blob=document.blob), is_shown_whole=False, withheld=withheld)


def _may_hide(corpus: Corpus, document: Document, original: Document | None) -> bool:
    """Whether a part of a document may be restricted; True for a translation without its original."""
    if original is not None:
        return may_be_restricted(original)
    kind = corpus.kind(document.kind)
    return kind is not None and "restricted" in kind.shape.schema.get("properties", {})


def _is_open(corpus: Corpus, document: Document) -> bool:
    """Whether an item may be shown; a consent is shown with its item or not at all."""
    id: object = document.id
    if document.kind == consents.KIND:
        work = work_named(corpus, document.work)
        id = work.original.get("/item") if work else None
    item = information_items(corpus).get(str(id))
    return item is not None and is_public(corpus, item) and item.work.name not in releases_by_work(corpus)


def _stub(corpus: Corpus, document: Document) -> Source:
    """Return the text shown for a withheld document: the fields that its kind makes public, without a body."""
    kind = corpus.kinds.kinds[document.kind]
    withheld = kind.data.get("withheld")
    texts: Mapping[str, object] = withheld if isinstance(withheld, dict) else {}
    front: dict[str, object] = {
        "title": texts_by_language(texts.get("title") or kind.data.get("title"))[document.language]
    }
    fixed = texts.get("fields")
    if document.language == corpus.reference.original:
        front |= dict(_public_fields(document, kind)) | (fixed if isinstance(fixed, dict) else {})
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items())
    return Source.of("\n".join(("---", *lines, "---", "")))


def _public_fields(document: Document, kind: Kind) -> Iterator[tuple[str, object]]:
    """Yield the fields that the kind makes public and that are valid; an invalid value may hold restricted text."""
    names = kind.data.get("public")
    if not isinstance(names, list) or not document.is_readable:
        return
    faulty = {error.pointer for error in kind.shape.errors(document.front.value)}
    for name in names:
        value = document.get(f"/{name}")
        if value is not None and not any(
            pointer == f"/{name}" or pointer.startswith(f"/{name}/") for pointer in faulty
        ):
            yield name, value


def _hide_sections(
    document: Document, kind: Kind, hidden: list[RestrictedSection]
) -> tuple[str, Mapping[str, tuple[str, ...]]]:
    """Return the text of a file with the lines of hidden sections blank, and the providers by section.

    If it is uncertain which lines belong to a section, the whole body is blank.
    """
    providers = {mark.section: mark.providers for mark in hidden}
    sections = document.outline.sections
    lines = document.source.text.split("\n")
    first = document.body_line - 1
    section_ids = {section.id for section in sections}
    if "" in providers or providers.keys() - section_ids or document.markup or not document.is_parted:
        everybody = dict.fromkeys(state for mark in hidden for state in mark.providers)
        return "\n".join([*lines[:first], *("" for _ in lines[first:])]), {"": tuple(everybody)}
    titles = {section.id: section.title[document.language] for section in kind.sections}
    visible = list(lines)
    end = 0
    hidden_lines: set[int] = set()
    for number, section in enumerate(sections):
        start = section.span.line - 1
        if section.id in providers and start >= end:
            ends = (later.span.line - 1 for later in sections[number + 1 :] if later.level <= section.level)
            end = next(ends, len(lines))
            hidden_lines.update(range(start, end))
            visible[start:end] = ["" for _ in range(start, end)]
            visible[start] = f"{'#' * section.level} {titles.get(section.id, _NAMELESS)} {{#{section.id}}}"
    for index in _footnotes(lines, first, hidden_lines):
        visible[index] = ""
    return "\n".join(visible), providers


def _footnotes(lines: list[str], first: int, hidden_lines: set[int]) -> set[int]:
    """Return the lines of footnotes that only hidden lines refer to."""
    notes: dict[str, set[int]] = {}
    label = ""
    for index in range(first, len(lines)):
        if match := _FOOTNOTE.match(lines[index]):
            label = match[1]
        elif lines[index].strip() and not lines[index].startswith(" ") and not lines[index - 1].strip():
            label = ""
        if label:
            notes.setdefault(label, set()).add(index)
    footnote_lines = {line for note_lines in notes.values() for line in note_lines}
    visible_labels = {
        label
        for index, line in enumerate(lines)
        if index not in hidden_lines | footnote_lines
        for label in _labels(line)
    }
    return {line for label, note_lines in notes.items() if label not in visible_labels for line in note_lines}


def _labels(line: str) -> Iterator[str]:
    """Yield the labels of the footnotes that a line refers to; nothing after the last closing bracket is searched."""
    for run in line.split():
        yield from _MARK.findall(run[: run.rfind("]") + 1])
