"""Footnotes of a parallel edition: numbered by language, side by side after the text, the same in PDF and DOCX."""

import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from zipfile import ZipFile

import pytest
from lxml import etree
from pypdf import PdfReader

from cica_docs.documents.markdown.blocks import Block, Footnote, Heading, Items, Paragraph, Table, Text, text_of
from cica_docs.i18n.labels import read_labels
from cica_docs.register.open import packaged_templates
from cica_docs.render.docx import pandoc
from cica_docs.render.docx.tree import build_tree
from cica_docs.render.docx.writer import write_docx
from cica_docs.render.edition import Edition
from cica_docs.render.notes import has_notes_beside
from cica_docs.render.pages.parallel import join_editions
from cica_docs.render.pdf.tree import to_typst_data
from cica_docs.render.pdf.writer import write_pdf
from cica_docs.values.language import Language

from .sample_edition import EN, KK, RU, line, paper, templates

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def in_columns(columns: dict[Language, tuple[Block, ...]]) -> Edition:
    """The parallel edition of these blocks in each language."""
    editions = [replace(paper(language), unmarked=blocks, marks=()) for language, blocks in columns.items()]
    return join_editions(editions, [read_labels(packaged_templates(), language) for language in columns])


def noted(text: str, *notes: Footnote) -> Paragraph:
    """A paragraph with the marks of notes."""
    return Paragraph((Text(text), *notes))


def note(label: str, text: str) -> Footnote:
    return Footnote(label, (line(text),))


def notes_of(edition: Edition) -> list[list[str]]:
    """The rows of notes, as text."""
    table = edition.unmarked[-1]
    assert isinstance(table, Table)
    return [[text_of(cell.blocks) for cell in row] for row in table.rows]


def marks(node: object) -> Iterator[str]:
    """The numbers of all marks in the data for typst, in reading order."""
    if isinstance(node, list):
        for one in node:
            yield from marks(one)
    elif isinstance(node, dict):
        if node.get("is") == "mark":
            yield node["key"]
        for value in node.values():
            yield from marks(value)


def test_each_language_counts_its_own_notes_and_equal_numbers_stand_side_by_side() -> None:
    first = {EN: note("a", "first"), RU: note("a", "первое"), KK: note("a", "бірінші")}
    second = {EN: note("b", "second"), RU: note("b", "второе"), KK: note("b", "екінші")}
    edition = in_columns({one: (noted("x", first[one]), noted("y", second[one])) for one in (EN, RU, KK)})
    assert notes_of(edition) == [["1 first", "1 первое", "1 бірінші"], ["2 second", "2 второе", "2 екінші"]]
    expected = [f"note-{language}-{number}" for number in (1, 2) for language in ("en", "ru", "kk")]
    assert list(marks(to_typst_data(edition))) == expected


def test_a_note_that_one_language_lacks_leaves_its_place_empty() -> None:
    edition = in_columns({EN: (noted("x", note("a", "one"), note("b", "two")),), RU: (noted("х", note("a", "один")),)})
    assert notes_of(edition) == [["1 one", "1 один"], ["2 two", ""]]


def test_a_note_that_is_marked_twice_stands_once() -> None:
    twice = note("a", "once")
    edition = in_columns({EN: (noted("x", twice), noted("y", twice)), RU: (noted("х"), noted("у"))})
    assert notes_of(edition) == [["1 once", ""]]
    assert list(marks(to_typst_data(edition))) == ["note-en-1", "note-en-1"]


def test_notes_within_notes_and_lists_are_found_and_come_last() -> None:
    inner = note("b", "inner")
    outer = Footnote("a", (Paragraph((Text("outer"), inner)),))
    blocks: tuple[Block, ...] = (Items(((noted("item", outer),),)), noted("x", note("c", "third")))
    edition = in_columns({EN: blocks, RU: (noted("х"),)})
    assert [row[0] for row in notes_of(edition)] == ["1 outer", "2 third", "3 inner"]
    assert sorted(marks(to_typst_data(edition))) == ["note-en-1", "note-en-2", "note-en-3"]


def test_an_edition_without_notes_has_no_table_of_them() -> None:
    assert not has_notes_beside(in_columns({EN: (line("x"),), RU: (line("х"),)}))


@pytest.mark.parametrize("count", [1, 40])
def test_pdf_and_docx_carry_the_same_notes(count: int) -> None:
    numbers = range(1, count + 1)
    columns = {
        language: (Heading(1, (Text("T"),)), *(noted(f"{w}{at} ", note(str(at), f"{w}note{at}.")) for at in numbers))
        for language, w in ((EN, "e"), (RU, "р"), (KK, "қ"))
    }
    edition = in_columns(columns)
    content, _ = write_pdf(edition, templates)
    printed = "".join("".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())
    with ZipFile(io.BytesIO(write_docx(edition, templates))) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    assert not list(root.iter(f"{W}footnoteReference"))
    written = "".join(root.itertext())
    for letter in "eрқ":
        for at in numbers:
            assert printed.count(f"{letter}note{at}.") == written.count(f"{letter}note{at}.") == 1
            # The mark repeats the number beside its text: e7 and a raised 7.
            assert f"{letter}{at}{at}" in printed


def test_a_mark_leads_to_its_note() -> None:
    edition = in_columns({EN: (noted("x", note("a", "one")),), RU: (noted("х", note("a", "один")),)})
    reader = PdfReader(io.BytesIO(write_pdf(edition, templates)[0]))
    links = [one.get_object() for page in reader.pages for one in page.get("/Annots") or ()]
    assert [str(link["/Subtype"]) for link in links] == ["/Link", "/Link"]


def test_real_footnotes_of_one_language_are_each_written_once() -> None:
    notes = [note(str(at), "the same words") for at in range(50)]
    edition = replace(paper(EN), unmarked=tuple(noted("x", one, one) for one in notes))
    written = json.dumps(build_tree(edition, pandoc.API_VERSION))
    assert written.count('"Note"') == 50
    assert re.findall(r'"Superscript", "c": \[{"t": "Str", "c": "(\d+)"', written) == [str(at) for at in range(1, 51)]
