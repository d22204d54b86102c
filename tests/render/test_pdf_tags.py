"""Tables of the PDF say what heads what, to who hears them read."""

import io
from collections.abc import Iterator
from dataclasses import replace

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from cica_docs.documents.markdown.blocks import Cell, Footnote, Paragraph, Table, Text
from cica_docs.render.edition import Edition
from cica_docs.render.pdf.tags import tag_row_headers
from cica_docs.render.pdf.writer import write_pdf
from cica_docs.values.language import Language

from .sample_edition import EN, RU, cell, letter, line, paper, parallel, templates

Rows = list[list[tuple[str, str]]]


def elements(node: object, kind: str) -> Iterator[DictionaryObject]:
    """The elements of a kind below a node of the structure tree, in reading order."""
    found = node.get_object() if isinstance(node, IndirectObject) else node
    if isinstance(found, ArrayObject):
        for child in found:
            yield from elements(child, kind)
    elif isinstance(found, DictionaryObject) and "/S" in found:
        if found["/S"] == kind:
            yield found
        yield from elements(found.get("/K"), kind)


def tables(content: bytes) -> list[Rows]:
    """For each table its rows, and of each cell its kind and scope; a cell that names no heads of its own has `-`."""
    root = PdfReader(io.BytesIO(content)).root_object["/StructTreeRoot"].get_object()
    assert isinstance(root, DictionaryObject)
    return [
        [[_said(one) for one in _cells(row)] for row in elements(table, "/TR")]
        for table in elements(root["/K"], "/Table")
    ]


def _cells(row: DictionaryObject) -> list[DictionaryObject]:
    children = row["/K"]
    assert isinstance(children, ArrayObject)
    return [child.get_object() for child in children]


def _said(found: DictionaryObject) -> tuple[str, str]:
    said = {key: value for one in found["/A"].get_object() for key, value in one.get_object().items()}  # type: ignore[attr-defined]
    return str(found["/S"]), str(said.get("/Scope", "-" if "/Headers" not in said else ""))


FACT = [("/TH", "/Row"), ("/TD", "-")]


@pytest.mark.parametrize("language", list(Language))
def test_the_first_cell_of_a_fact_heads_its_row_and_a_head_its_columns(
    language: Language,
) -> None:
    facts, *others = tables(write_pdf(paper(language), templates)[0])
    assert facts == [FACT, FACT]
    assert len(others) == 3
    for head, *rows in others:
        assert set(head) == {("/TH", "/Column")}
        assert {said for row in rows for said in row} == {("/TD", "")}


def test_a_table_of_facts_that_goes_over_the_end_of_a_page() -> None:
    rows = tuple((cell(f"Label {number}"), cell("value " * 60)) for number in range(40))
    note = Cell((Paragraph((Text("Noted"), Footnote("a", (line("The note."),)))),))
    table = Table((), (*rows, (note, cell("x"))), ("left", "left"), "facts", (34, 66))
    content, pages = write_pdf(replace(paper(EN), unmarked=(table, *paper(EN).unmarked)), templates)
    assert pages > 4
    assert tables(content)[:2] == [[FACT] * 41, [FACT] * 2]


@pytest.mark.parametrize("edition", [letter(RU), parallel()], ids=lambda one: one.name)
def test_nothing_is_changed_where_there_are_no_facts(edition: Edition) -> None:
    content, _ = write_pdf(edition, templates)
    assert tag_row_headers(content, edition.unmarked) == content
    assert "/Row" not in {scope for table in tables(content) for row in table for _, scope in row}


def test_nothing_moves_and_words_are_no_tags() -> None:
    words = "\n7 0 obj\n<</Type/StructElem/S/TD/P 8 0 R/A[<</O/Table/Headers[]>>]>>\nendobj\n"
    edition = replace(paper(EN), title=words, subject=words, header=words, marks=())
    content, _ = write_pdf(edition, templates)
    reader = PdfReader(io.BytesIO(content), strict=True)
    assert reader.metadata is not None
    assert reader.metadata.title == " ".join(words.split("\n"))
    assert tables(content)[0] == [FACT, FACT]
    # All that was written in place is as long as what stood there: each object is where the table of objects says.
    assert all(reader.get_object(number) is not None for number in range(1, len(reader.xref[0]) + 1))
