"""What every format keeps to: the marks that are due, the language, and the text, whole and in order."""

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from zipfile import ZipFile

import pytest
from lxml import etree
from lxml import html as markup
from pypdf import PdfReader

from cica_docs.documents.markdown.blocks import Block, Cell, Footnote, Heading, Items, Paragraph, Table, Text
from cica_docs.render.edition import Edition
from cica_docs.render.writers import DEFAULT_FORMATS, FORMATS_BY_SCOPE, PAGED_FORMAT, WRITERS, Scope
from cica_docs.text.profile import tag_of
from cica_docs.values.language import Language

from .sample_edition import MARKS, letter, paper, parallel, templates

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EDITIONS = [*map(paper, Language), *map(letter, Language), parallel()]
NAMES = [f"{edition.layout}-{'-'.join(edition.languages)}" for edition in EDITIONS]


def _pdf(content: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def _docx(content: bytes) -> str:
    with ZipFile(io.BytesIO(content)) as archive:
        parts = [etree.fromstring(archive.read(f"word/{name}.xml")) for name in ("header1", "document", "footnotes")]
    drawn = [str(each.get("string")) for each in parts[0].iter("{*}textpath") if each.get("string")]
    return " ".join((*drawn, *(text.text or "" for part in parts for text in part.iter(f"{W}t"))))


def _html(content: bytes) -> str:
    return "".join(markup.document_fromstring(content.decode()).xpath("//main")[0].itertext())


def _docx_language(content: bytes) -> str:
    with ZipFile(io.BytesIO(content)) as archive:
        styles = etree.fromstring(archive.read("word/styles.xml"))
    return str(styles.find(f"{W}docDefaults//{W}lang").get(f"{W}val"))


READERS: Mapping[str, Callable[[bytes], str]] = {"pdf": _pdf, "docx": _docx, "html": _html}
"""How the text of a file is read back; that of other formats is the file itself."""
LANGUAGE_READERS: Mapping[str, Callable[[bytes], str]] = {
    "pdf": lambda content: str(PdfReader(io.BytesIO(content)).root_object["/Lang"]),
    "docx": _docx_language,
    "html": lambda content: str(markup.document_fromstring(content.decode()).get("lang")),
}
"""How the language of a file is read back, where the format can hold one."""


def write(name: str, edition: Edition) -> bytes:
    """The file of an edition."""
    return WRITERS[name].load().write((edition,), templates)[0]


def read(name: str, content: bytes) -> str:
    """The text of a file without white space, and without hyphens, which may divide a word at the end of a line."""
    return squeeze(READERS.get(name, bytes.decode)(content))


def squeeze(text: str) -> str:
    return "".join(text.split()).replace("-", "").replace("\u00ad", "")


def runs(node: object) -> Iterator[str]:
    """The runs of text of some blocks in reading order, footnotes left out."""
    match node:
        case Text(text):
            yield text
        case Footnote():
            return
        case tuple():
            for part in node:
                yield from runs(part)
        case Paragraph(content=content, number=number):
            yield from filter(None, (number, *runs(content)))
        case Items(items=items):
            yield from runs(items)
        case Table(head=head, rows=rows):
            yield from runs((head, *rows))
        case _:
            yield from runs(getattr(node, "content", getattr(node, "blocks", ())))


def notes(node: object) -> Iterator[Footnote]:
    """The footnotes of some blocks."""
    match node:
        case Footnote():
            yield node
        case tuple():
            for part in node:
                yield from notes(part)
        case Table(head=head, rows=rows):
            yield from notes((head, *rows))
        case Items(items=items):
            yield from notes(items)
        case _:
            yield from notes(getattr(node, "content", getattr(node, "blocks", ())))


@pytest.mark.parametrize("name", WRITERS)
def test_marks_are_printed_when_they_are_due_and_only_then(name: str) -> None:
    for language in Language:
        marked = read(name, write(name, paper(language)))
        assert [mark for mark in MARKS[language] if mark not in marked] == []
        unmarked = read(name, write(name, replace(paper(language), marks=())))
        assert [mark for mark in MARKS[language] if mark in unmarked] == []


@pytest.mark.parametrize("name", WRITERS)
def test_a_parallel_edition_has_its_marks(name: str) -> None:
    edition = replace(parallel(), marks=tuple(mark for language in Language for mark in MARKS[language]))
    printed = read(name, write(name, edition))
    assert [mark for mark in edition.marks if mark not in printed] == []


def test_a_writer_that_prints_the_blocks_prints_the_marks() -> None:
    edition = paper(Language("en"))
    assert list(runs(edition.blocks)) == [*edition.marks, *runs(edition.unmarked)]
    assert replace(edition, marks=()).blocks == edition.unmarked


@pytest.mark.parametrize("name", sorted(set(WRITERS) & set(LANGUAGE_READERS)))
@pytest.mark.parametrize("edition", EDITIONS, ids=NAMES)
def test_the_language_of_the_document_is_set(name: str, edition: Edition) -> None:
    language = edition.languages[0]
    assert LANGUAGE_READERS[name](write(name, edition)) in {language.value, tag_of(language)}


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("edition", EDITIONS, ids=NAMES)
def test_the_text_is_whole_and_in_order(name: str, edition: Edition) -> None:
    printed = read(name, write(name, edition))
    at = 0
    for run in runs(_in_order(name, edition)):
        # The head and foot of a page may come between two words.
        for piece in map(squeeze, run.split() if WRITERS[name].counts_pages else [run]):
            place = printed.find(piece, at)
            assert place >= 0, f"{piece} is not in {printed[at : at + 200]}"
            at = place + len(piece)
    for note in notes(edition.unmarked):
        assert [run for run in runs(note.blocks) if squeeze(run) not in printed] == []


def _in_order(name: str, edition: Edition) -> tuple[Block, ...]:
    """The blocks in the order of the file: Word wants the frame of the addressee before the text."""
    if name == "docx" and edition.layout == "letter":
        return (*edition.unmarked[:-3], edition.unmarked[-1], *edition.unmarked[-3:-1])
    return edition.unmarked


@pytest.mark.parametrize("name", WRITERS)
def test_the_same_editions_give_the_same_bytes(name: str) -> None:
    assert write(name, paper(Language("kk"))) == write(name, paper(Language("kk")))


def test_the_table_names_each_format_once() -> None:
    assert sorted(FORMATS_BY_SCOPE) == sorted(WRITERS)
    assert [name for name, writer in WRITERS.items() if name != writer.name] == []
    assert [name for name, writer in WRITERS.items() if writer.counts_pages] == [PAGED_FORMAT]
    assert WRITERS[FORMATS_BY_SCOPE[0]].scope is Scope.WORK
    assert DEFAULT_FORMATS == ("pdf", "docx", "html")


def test_a_cell_and_a_heading_are_read_like_any_text() -> None:
    """The walk of these tests must not pass over text."""
    table = Table((Cell((Paragraph((Text("a"),)),)),), ((Cell((Heading(2, (Text("b"),)),)),),), ("",))
    assert list(runs((table, Items(((Paragraph((Text("c"),), "1"),),))))) == ["a", "b", "1", "c"]
