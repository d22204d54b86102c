"""Whatever of a register is printed is looked at for characters that the PDF cannot show, and nothing else is."""

import json
from collections.abc import Iterator

import pytest

from cica_docs.api.printing.render import PrintRequest, PrintRun
from cica_docs.documents.corpus import Corpus, read_corpus
from cica_docs.documents.document import Document
from cica_docs.documents.printability import find_unprintables
from cica_docs.documents.source import decode
from cica_docs.documents.text_runs import value_runs_of
from cica_docs.register.open import packaged_kinds, packaged_templates
from cica_docs.register.works import works
from cica_docs.render.edition import Edition
from cica_docs.render.pdf.tree import to_typst_data
from cica_docs.snapshot.memory import MemorySnapshot
from cica_docs.values.language import Language

Planted = tuple[Corpus, dict[str, str]]


@pytest.fixture(scope="module")
def planted(example: Corpus) -> Planted:
    """The worked example with a Tangut character of its own in every text of its fields, and where each stands."""
    files = {path: example.snapshot.read(path) for path in example.snapshot.paths()}
    where: dict[str, str] = {}
    for written in (*example.documents, *example.data):
        text = written.source.text
        for run in sorted(value_runs_of(written), key=lambda run: -run.start):
            character = chr(0x17000 + len(where))
            end = run.start + len(run.text.rstrip())
            text = text[:end] + character + text[end:]
            where[character] = f"{written.path}{run.pointer}"
        files[written.path] = text.encode()
    return read_corpus(MemorySnapshot(files), packaged_kinds(), example.as_of), where


def _editions(corpus: Corpus) -> Iterator[Edition]:
    """Everything that is printed of a register."""
    printing = PrintRun(corpus, packaged_templates(), PrintRequest(formats=("html",)), lambda *_: None, lambda *_: None)
    for work in works(corpus).values():
        yield from (edition for job in printing._jobs(work, {}) for edition in job.editions)
    yield from (edition for job in printing._lists() for edition in job.editions)


def _unprintable_characters(corpus: Corpus) -> set[str]:
    files = (*corpus.documents, *corpus.data)
    return {
        character for written in files for unprintable in find_unprintables(written) for character in unprintable.text
    }


def test_what_is_printed_of_the_fields_is_found_and_nothing_else(planted: Planted) -> None:
    corpus, where = planted
    printed = {dump for edition in _editions(corpus) for dump in json.dumps(to_typst_data(edition), ensure_ascii=False)}
    expected = {place for character, place in where.items() if character in printed}
    places = {where[character] for character in _unprintable_characters(corpus)}
    assert len(expected) > 80
    assert expected <= places
    # Comments are printed by a command of their own, and reference data by works that are yet to come.
    others = {place for place in places - expected if not place.startswith(("reference/", "decision/"))}
    assert {place for place in others if "/comments.yaml/" not in place} == set()


def test_names_and_statements_of_reference_data_are_looked_at(planted: Planted) -> None:
    corpus, where = planted
    places = {where[character] for character in _unprintable_characters(corpus)}
    for place in ("states.yaml/states/0/names/0/", "bodies.yaml/bodies/0/names/0/", "areas.yaml/areas/0/names/"):
        assert {f"reference/{place}{language}" for language in Language} <= places
    assert any(place.startswith("decision/cbm-modalities/provisions.yaml/provisions/0/says") for place in places)
    assert not any("terms.yaml" in place or "/open_questions/" in place for place in places)


def _document(front: str, body: str) -> Document:
    source = decode(f"---\n{front}---\n{body}".encode())
    return Document("notice", "x", Language("en"), "notice/x/en.md", source)


def test_reasons_and_notes_are_printed_and_notes_on_acts_are_not() -> None:
    front = """\
title: 'ቀ'
waivers: [{rule: a/b, reason: በ, by: XA}]
known: {note: {en: ገ, ru: x, kk: x}}
events: [{on: 2026-01-01, note: {en: ደ, ru: x, kk: x}}]
items: [{outcome: {note: {en: ነ, ru: x, kk: x}}, place: {en: መ, ru: x, kk: x}}]
sha256: ረ # ረ
"""
    unprintables = list(find_unprintables(_document(front, "")))
    assert {unprintable.text for unprintable in unprintables} == {"ቀ", "በ", "ገ", "መ"}
    assert [
        (unprintable.place.span.line, unprintable.place.span.column)
        for unprintable in unprintables
        if unprintable.text in {"ቀ", "በ"}
    ] == [
        (2, 9),
        (3, 31),
    ]


def test_of_a_long_text_no_more_is_told_than_anybody_reads() -> None:
    assert len(list(find_unprintables(_document("title: T\n", "ቀ ሰ\n" * 2000)))) == 1000
