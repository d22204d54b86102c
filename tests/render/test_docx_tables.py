"""Tables and styles of Word documents: what heads what, what each table is, and no style that leads nowhere."""

import io
from collections.abc import Iterator
from dataclasses import replace
from zipfile import ZipFile

import pytest
from lxml import etree

from cica_docs.api.printing.render import PrintRequest, PrintRun
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.markdown.blocks import Cell, Footnote, Paragraph, Table, Text
from cica_docs.register.open import packaged_templates
from cica_docs.register.works import works
from cica_docs.render.docx.elements import W
from cica_docs.render.docx.styles import drop_dangling
from cica_docs.render.docx.writer import write_docx
from cica_docs.render.edition import Edition
from cica_docs.values.language import Language
from nightly import share
from word import faults_of

from .sample_edition import EN, KK, RU, cell, heading, letter, line, paper, parallel, templates

ORDER = ["tblStyle", "tblW", "jc", "tblInd", "tblLayout", "tblCellMar", "tblLook", "tblCaption", "tblDescription"]
"""The order in which the format wants the properties of a table, as far as we write them."""


def parts(content: bytes) -> dict[str, etree._Element]:
    """All parts of a document that are XML."""
    with ZipFile(io.BytesIO(content)) as container:
        return {name: etree.fromstring(container.read(name)) for name in container.namelist() if name.endswith(".xml")}


def value(node: etree._Element | None, name: str = "val") -> str:
    """An attribute of an element."""
    assert node is not None
    return node.get(f"{W}{name}") or ""


def described(content: bytes) -> list[tuple[str, str, str]]:
    """Of each table its style, caption and description."""
    tables = (table for root in parts(content).values() for table in root.iter(f"{W}tbl"))
    found = (table.find(f"{W}tblPr") for table in tables)
    names = ("tblStyle", "tblCaption", "tblDescription")
    return [tuple(value(one.find(f"{W}{name}")) for name in names) for one in found if one is not None]  # type: ignore[misc]


def assert_sound(content: bytes) -> None:
    """Every style that is named is there, and every table is described, in the order that the format wants."""
    found = parts(content)
    styles = {value(style, "styleId") for style in found["word/styles.xml"].iter(f"{W}style")}
    names = ("pStyle", "rStyle", "tblStyle", "basedOn", "link", "next", "styleLink", "numStyleLink")
    named = {value(one) for root in found.values() for name in names for one in root.iter(f"{W}{name}")}
    assert named - styles == set()
    assert not [style for style in styles if style.endswith("Tok") or style == "SourceCode"]
    for table in found["word/document.xml"].iter(f"{W}tbl"):
        properties = [etree.QName(one).localname for one in table.iterfind(f"{W}tblPr/*")]
        assert properties == sorted(properties, key=ORDER.index)
        assert properties[-2:] == ["tblCaption", "tblDescription"]
        assert all(value(one).strip() for one in table.iter(f"{W}tblCaption", f"{W}tblDescription"))


def _editions(corpus: Corpus) -> Iterator[Edition]:
    """A work of each kind in a language, each time the next one, and in parallel; the lists."""
    wanted = PrintRequest(formats=("docx",))
    printing = PrintRun(corpus, packaged_templates(), wanted, lambda *_: None, lambda *_: None)
    first = {work.kind.name: work for work in works(corpus).values()}
    for turn, work in enumerate(first.values()):
        jobs = list(printing._jobs(work, {}))
        yield from jobs[turn % len(jobs)].editions
        yield from jobs[-1].editions
    yield from next(iter(printing._lists())).editions


def test_documents_of_every_kind_are_sound(example: Corpus) -> None:
    editions = list(_editions(example))
    assert len(editions) > 20
    validated = {edition.name for edition in share(editions, 0, 6)}
    for edition in editions:
        content = write_docx(edition, templates)
        assert_sound(content)
        if edition.name in validated:
            assert faults_of(content) == [], edition.name


@pytest.mark.parametrize("edition", [paper(EN), paper(RU), paper(KK), parallel(), letter(RU)], ids=lambda one: one.name)
def test_every_edition_is_sound(edition: Edition) -> None:
    assert_sound(write_docx(edition, templates))


@pytest.mark.parametrize(
    ("language", "facts", "columns"),
    [
        (EN, "Particulars of the document", "Columns: No.; Activity; Dates."),
        (RU, "Сведения о документе", "Столбцы: №; Мероприятие; Сроки."),
        (KK, "Құжат туралы мәлімет", "Бағандар: №; Іс-шара; Мерзімі."),
    ],
)
def test_tables_are_described_in_the_language_of_the_document(language: Language, facts: str, columns: str) -> None:
    found = described(write_docx(paper(language), templates))
    assert found[0][:2] == ("Facts", facts)
    assert found[1][2] == columns


def test_a_table_is_named_by_the_heading_that_it_stands_under() -> None:
    table = Table((cell("A"), cell("B, C")), ((cell("1"), cell("2")),), ("", ""))
    bare = Table((), ((cell("1"), cell("2")),), ("", ""))
    note = Footnote("a", (line("See:"), table))
    blocks = (
        table,
        heading(2, "First"),
        line("x"),
        table,
        heading(3, "Second " * 60),
        bare,
        Paragraph((Text("y"), note)),
    )
    assert described(write_docx(replace(paper(EN), unmarked=blocks), templates)) == [
        ("Ruled", "Table", "Columns: A; B, C."),
        ("Ruled", "First", "Columns: A; B, C."),
        ("Ruled", ("Second " * 60)[:199] + "…", "The columns have no headings."),
        ("Ruled", "Table", "Columns: A; B, C."),
    ]


def test_a_table_within_a_column_is_described_in_the_language_of_the_column() -> None:
    inner = Table((cell("Орган"), cell("Срок")), ((cell("1"), cell("2")),), ("", ""))
    row = (Cell((line("text"),), EN), Cell((inner,), RU))
    outer = Table((cell("English", EN), cell("Русский", RU)), (row,), ("", ""), "parallel", (50, 50))
    outside, inside = described(write_docx(replace(parallel(EN, RU), unmarked=(outer,)), templates))
    assert outside == ("Parallel", "Text in columns, one for each language", "Columns: English; Русский.")
    assert inside == ("Ruled", "Таблица", "Столбцы: Орган; Срок.")


def test_heads_are_rows_and_those_of_facts_a_column() -> None:
    facts, items, *_ = parts(write_docx(paper(EN), templates))["word/document.xml"].iter(f"{W}tbl")
    assert [value(one, "firstColumn") for one in facts.iter(f"{W}tblLook")] == ["1"]
    assert facts.find(f".//{W}tblHeader") is None
    assert [value(one, "firstRow") for one in items.iter(f"{W}tblLook")] == ["1"]
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in items.iter(f"{W}tr")] == [
        True,
        False,
        False,
        False,
    ]


def test_a_style_that_is_used_stays_and_loses_what_leads_nowhere() -> None:
    def style(id: str, *references: str) -> str:
        return f'<w:style w:styleId="{id}">{"".join(references)}</w:style>'

    name = f'xmlns:w="{W[1:-1]}"'
    styles = etree.fromstring(
        f"<w:styles {name}>"
        + style("Used", '<w:basedOn w:val="Below"/>')
        + style("Below", '<w:basedOn w:val="Gone"/>', '<w:next w:val="Used"/>')
        + style("Lost", '<w:link w:val="Gone"/>')
        + style("OnLost", '<w:basedOn w:val="Lost"/>')
        + style("Whole")
        + "</w:styles>"
    )
    document = etree.fromstring(f'<w:document {name}><w:pStyle w:val="Used"/></w:document>')
    drop_dangling(styles, [document])
    assert [value(style, "styleId") for style in styles] == ["Used", "Below", "Whole"]
    assert [etree.QName(one).localname for style in styles for one in style] == ["basedOn", "next"]
