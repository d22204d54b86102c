"""PDF: complete, in its language, safe, and the same twice."""

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, StreamObject

from cica_docs.documents.markdown.blocks import Cell, Footnote, Heading, Paragraph, Table, Text, text_of
from cica_docs.render.edition import Edition
from cica_docs.render.pdf.tree import to_typst_data
from cica_docs.render.pdf.writer import count_pages, write_pdf
from cica_docs.text.escape import escape_print
from cica_docs.text.profile import tag_of
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language

from .sample_edition import EN, KK, RU, cell, heading, letter, line, paper, parallel, templates

HOSTILE = (
    '#read("/etc/passwd")',
    "#panic() $x$ *a* _b_ `c` <d> @e = f",
    '"]) #import "@preview/x:1.0.0"',
    "\\u{41} \\# //x /*y*/",
    "https://example.org/" + "a" * 120,
)


def text(content: bytes) -> str:
    """The characters of all pages, white space left out."""
    return "".join("".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())


def _dictionary(found: object) -> DictionaryObject:
    assert isinstance(found, DictionaryObject)
    return found


def _stream(found: object) -> StreamObject:
    assert isinstance(found, StreamObject)
    return found


def squeezed(words: str) -> str:
    """Characters without white space."""
    return "".join(words.split())


@pytest.mark.parametrize("language", list(Language))
def test_a_paper_is_whole_and_tagged(language: Language) -> None:
    edition = paper(language)
    content, pages = write_pdf(edition, templates)
    reader = PdfReader(io.BytesIO(content))
    root = reader.root_object
    assert pages == len(reader.pages) == 3
    assert str(root["/Lang"]) in {language.value, tag_of(language)}
    assert str(_dictionary(root["/MarkInfo"])["/Marked"]) == "True"
    assert reader.metadata is not None
    assert reader.metadata.title == edition.title
    assert reader.metadata.creation_date is not None
    assert reader.metadata.creation_date.date() == edition.dated
    claims = _stream(root["/Metadata"]).get_data()
    assert b"pdfaid" in claims
    assert b"pdfuaid" in claims
    printed = text(content)
    # A hyphen at a line's end or the mark of a note may stand within a word.
    for word in text_of(edition.unmarked).split():
        assert word.rstrip(".") in printed or word.replace("-", "") in printed.replace("-", ""), word


def test_kazakh_letters_are_whole_in_every_style() -> None:
    letters = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"
    edition = replace(paper(KK), unmarked=(heading(1, letters), *paper(KK).unmarked))
    content, _ = write_pdf(edition, templates)
    assert letters in text(content)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_text_is_never_code(hostile: str) -> None:
    cells = (Cell((line(hostile),)), Cell((line(hostile),)))
    note = Footnote("a", (line(hostile),))
    blocks = (heading(1, hostile), Paragraph((Text(hostile), note)), Table(cells, (cells,), ("", "")))
    edition = replace(paper(EN), title=hostile, header=hostile, marks=(), unmarked=blocks)
    content, _ = write_pdf(edition, templates)
    assert text(content).replace("-", "").count(squeezed(hostile).replace("-", "")) >= 3
    assert "root:x" not in text(content)


def test_characters_that_hide_or_reorder_are_written_out() -> None:
    assert escape_print("a\u202eb\u200bc\x00") == "a\\u202eb\\u200bc\\x00"
    content, _ = write_pdf(replace(paper(EN), unmarked=(line("a\u202eb"),)), templates)
    assert "a\\u202eb" in text(content)


def test_a_character_in_no_font_is_refused_with_its_name() -> None:
    with pytest.raises(Failure) as refused:
        write_pdf(replace(paper(EN), unmarked=(line("ቀ"),)), templates)
    assert refused.value.status == 3
    assert "ቀ" in str(refused.value.details["reason"])


@pytest.mark.parametrize("edition", [paper(RU), letter(EN), parallel()], ids=["paper", "letter", "parallel"])
def test_the_same_edition_gives_the_same_bytes(edition: Edition) -> None:
    assert write_pdf(edition, templates) == write_pdf(edition, templates)


def test_a_letter_of_one_page_has_no_head_and_no_page_number() -> None:
    content, pages = write_pdf(letter(RU), templates)
    assert pages == 1
    assert text(content).count("SWG/569") == 1
    assert "Стр." not in text(content)


def test_marks_are_not_read_aloud() -> None:
    content, _ = write_pdf(paper(EN), templates)
    page = PdfReader(io.BytesIO(content)).pages[0]
    drawn = page.get_contents()
    assert drawn is not None
    # The mark is the first thing on the page, and an artifact.
    assert drawn.get_data().lstrip().find(b"/Artifact") < drawn.get_data().find(b"BT")
    assert "DRAFT" in page.extract_text()


def test_levels_of_headings_never_skip() -> None:
    blocks = (heading(3, "first"), heading(2, "second"), heading(4, "third"))
    nodes = to_typst_data(replace(paper(EN), unmarked=blocks))["blocks"]
    assert isinstance(nodes, list)
    assert [node["level"] for node in nodes] == [1, 2, 3]
    assert write_pdf(replace(paper(EN), unmarked=blocks), templates)[1] == 1


def test_a_note_that_is_marked_twice_is_printed_once() -> None:
    note = Footnote("a", (line("the note"),))
    edition = replace(paper(EN), unmarked=(Paragraph((Text("one"), note, Text(" two"), note)),))
    assert text(write_pdf(edition, templates)[0]).count("thenote") == 1


def test_a_heading_row_stays_with_its_first_row() -> None:
    rows = tuple(
        row
        for number in range(1, 9)
        for row in (
            (Cell((heading(2, f"Chapter {number}", f"chapter-{number}"),)), Cell((heading(2, f"Глава {number}"),))),
            *(((cell("words " * 90), cell("слова " * 90))),) * 2,
        )
    )
    table = Table((cell("English"), cell("Русский")), rows, ("", ""), "parallel")
    edition = replace(parallel(EN, RU), unmarked=(Heading(1, (Text("Title"),)), table), marks=())
    content, pages = write_pdf(edition, templates)
    assert pages > 2
    for page in PdfReader(io.BytesIO(content)).pages:
        lines = [words for words in page.extract_text().splitlines() if words.strip()]
        assert "Chapter" not in lines[-2], lines[-3:]


def test_pages_are_counted() -> None:
    content, pages = write_pdf(paper(EN), templates)
    assert count_pages(content) == pages
