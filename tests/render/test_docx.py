"""Word documents: complete, in their language, safe, and the same twice."""

import io
import re
import subprocess
from dataclasses import replace
from datetime import date
from zipfile import ZipFile

import pytest
from lxml import etree

from cica_docs.documents.markdown.blocks import Block, Cell, Footnote, Group, Heading, Paragraph, Table, Text, text_of
from cica_docs.render.docx import pandoc
from cica_docs.render.docx.writer import write_docx
from cica_docs.render.edition import Edition
from cica_docs.text.profile import tag_of
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language

from .sample_edition import EN, KK, RU, letter, line, paper, parallel, templates

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(content: bytes, name: str) -> etree._Element:
    """A part of the document as XML."""
    return etree.fromstring(ZipFile(io.BytesIO(content)).read(name))


def plain(content: bytes) -> str:
    """The text as pandoc reads it back, blanks folded."""
    command = [pandoc.pandoc_path(), "--sandbox", "-f", "docx", "-t", "plain", "--wrap=none"]
    said = subprocess.run(command, input=content, capture_output=True, check=True, timeout=60).stdout.decode()
    return " ".join(re.sub(r"[-–─]{3,}|\|", " ", re.sub(r"\[[0-9]+\]", "", said)).split())


def of(*blocks: Block) -> Edition:
    """A small edition of these blocks."""
    return replace(paper(EN), unmarked=blocks, marks=())


def pieces(blocks: tuple[Block, ...]) -> list[str]:
    """The lines of text of a tree, blanks folded."""
    return [" ".join(piece.split()) for piece in re.split(r"[\n\t]", text_of(blocks)) if piece.strip()]


@pytest.mark.parametrize("language", [EN, RU, KK])
@pytest.mark.parametrize("make", [paper, letter])
def test_no_text_is_lost(make: object, language: Language) -> None:
    edition = paper(language) if make is paper else letter(language)
    said = plain(write_docx(edition, templates))
    for piece in pieces(edition.unmarked):
        assert piece in said


def test_no_text_of_a_parallel_edition_is_lost() -> None:
    written = part(write_docx(parallel(), templates), "word/document.xml")
    said = " ".join("".join(" " if node.tag == f"{W}tab" else node.text or "" for node in written.iter()).split())
    for piece in pieces(parallel().unmarked):
        assert piece in said


@pytest.mark.parametrize("edition", [paper(KK), parallel(), parallel(EN, RU), letter(RU)], ids=lambda each: each.name)
def test_twice_the_same(edition: Edition) -> None:
    first = write_docx(edition, templates)
    assert first == write_docx(edition, templates)
    with ZipFile(io.BytesIO(first)) as container:
        assert container.testzip() is None
        assert container.namelist()[0] == "[Content_Types].xml"
        assert {entry.date_time for entry in container.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.create_system for entry in container.infolist()} == {3}
        assert len(set(container.namelist())) == len(container.namelist())


def test_every_part_is_declared_and_every_relation_leads_somewhere() -> None:
    content = write_docx(paper(EN), templates)
    names = set(ZipFile(io.BytesIO(content)).namelist())
    declared = {each.get("PartName") for each in part(content, "[Content_Types].xml") if each.get("PartName")}
    assert {f"/{name}" for name in names if name.endswith(".xml") and name != "[Content_Types].xml"} <= declared
    for relation in part(content, "word/_rels/document.xml.rels"):
        if relation.get("TargetMode") != "External":
            assert f"word/{relation.get('Target')}" in names


def test_headings_are_real_ones_in_a_table_too() -> None:
    for edition in (paper(EN), parallel()):
        written = part(write_docx(edition, templates), "word/document.xml")
        styles = [style.get(f"{W}val") for style in written.iter(f"{W}pStyle")]
        assert {"Heading1", "Heading2", "Heading3"} <= set(styles)
    cells = part(write_docx(parallel(), templates), "word/document.xml").iter(f"{W}tc")
    assert any(cell.find(f"{W}p/{W}pPr/{W}keepNext") is not None for cell in cells)


def test_styles_have_outline_levels_for_the_navigation_pane() -> None:
    styles = part(write_docx(paper(EN), templates), "word/styles.xml")
    levels = {
        style.get(f"{W}styleId"): level.get(f"{W}val")
        for style in styles.iter(f"{W}style")
        for level in style.iter(f"{W}outlineLvl")
    }
    assert levels["Heading1"] == "0"
    assert levels["Heading2"] == "1"


@pytest.mark.parametrize("language", [EN, RU, KK])
def test_language_and_properties(language: Language) -> None:
    content = write_docx(paper(language), templates)
    default = part(content, "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert default is not None
    assert default.get(f"{W}val") == tag_of(language)
    said = {etree.QName(each).localname: each.text for each in part(content, "docProps/core.xml")}
    edition = paper(language)
    assert said["title"] == edition.title
    assert said["subject"] == edition.subject
    assert said["creator"] == edition.author
    assert said["language"] == tag_of(language)
    assert said["created"] == said["modified"] == "2023-05-13T00:00:00Z"


def test_each_column_of_a_parallel_edition_has_its_language() -> None:
    written = part(write_docx(parallel(), templates), "word/document.xml")
    row = next(row for row in written.iter(f"{W}tr") if "consensus" in "".join(row.itertext()))
    spoken = [{lang.get(f"{W}val") for lang in cell.iter(f"{W}lang")} for cell in row.iter(f"{W}tc")]
    assert spoken == [{"en-GB"}, {"ru-RU"}, {"kk-KZ"}]
    assert next(written.iter(f"{W}pgSz")).get(f"{W}orient") == "landscape"


def test_head_and_foot_of_the_page() -> None:
    content = write_docx(paper(KK), templates)
    assert "SOC/2026-I/TJ/1" in "".join(part(content, "word/header1.xml").itertext())
    foot = part(content, "word/footer1.xml")
    assert [code.text.strip() for code in foot.iter(f"{W}instrText") if code.text] == ["NUMPAGES", "PAGE"]
    assert "".join(text.text or "" for text in foot.iter(f"{W}t")) == "1 беттің 1-беті"


def test_a_mark_stands_behind_the_text_and_is_not_read_aloud() -> None:
    head = part(write_docx(paper(RU), templates), "word/header1.xml")
    shape = next(head.iter("{urn:schemas-microsoft-com:vml}shape"))
    assert shape.get("alt") == ""
    assert next(shape.iter("{urn:schemas-microsoft-com:vml}textpath")).get("string") == "ПРОЕКТ · ПРИМЕР"
    unmarked = part(write_docx(replace(paper(RU), marks=()), templates), "word/header1.xml")
    assert not list(unmarked.iter("{urn:schemas-microsoft-com:vml}shape"))


def test_a_letter_has_its_addressee_in_a_frame_and_a_first_page_of_its_own() -> None:
    written = part(write_docx(letter(EN), templates), "word/document.xml")
    frame = next(written.iter(f"{W}framePr"))
    assert frame.get(f"{W}yAlign") == "bottom"
    framed = next(frame.iterancestors(f"{W}p"))
    assert "Member States" in "".join(framed.itertext())
    assert "presents its compliments" in "".join(framed.getnext().itertext())
    assert next(written.iter(f"{W}titlePg")) is not None


def test_numbers_are_literal_with_a_tab() -> None:
    written = part(write_docx(paper(EN), templates), "word/document.xml")
    numbered = [
        each
        for each in written.iter(f"{W}p")
        if each.find(f"{W}pPr/{W}pStyle[@{W}val='NumberedParagraph']") is not None
    ]
    assert [next(each.iter(f"{W}t")).text for each in numbered] == ["1.1", "1.2"]
    assert all(each.find(f"{W}r/{W}tab") is not None for each in numbered)
    assert all(each.find(f"{W}pPr/{W}numPr") is None for each in numbered)


def test_tables_repeat_their_head_and_keep_short_rows_whole() -> None:
    long = Table((Cell((line("A"),)),), ((Cell((line("x " * 800),)),), (Cell((line("y"),)),)), ("",))
    rows = list(part(write_docx(of(long, long), templates), "word/document.xml").iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows[:3]] == [True, False, False]
    assert [row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows[:3]] == [True, False, True]
    tables = list(part(write_docx(of(long, long), templates), "word/document.xml").iter(f"{W}tbl"))
    assert all(table.getnext().tag != f"{W}tbl" for table in tables)


def test_a_footnote_that_is_marked_twice_stands_once() -> None:
    note, other = Footnote("a", (line("note"),)), Footnote("b", (line("note"),))
    written = part(write_docx(of(Paragraph((Text("x"), note, Text("y"), note, other))), templates), "word/document.xml")
    assert len(list(written.iter(f"{W}footnoteReference"))) == 2
    raised = [next(each.iterancestors(f"{W}r")) for each in written.iter(f"{W}vertAlign")]
    assert "1" in ["".join(run.itertext()) for run in raised]


def test_an_annex_begins_a_page() -> None:
    annex = Group("annex", (Heading(2, (Text("Annex"),), "annex"), line("text")))
    written = part(
        write_docx(of(line("before"), annex, Group("page-break", ()), line("after")), templates), "word/document.xml"
    )
    broken = [next(each.iterancestors(f"{W}p")) for each in written.iter(f"{W}pageBreakBefore")]
    assert ["".join(each.itertext()) for each in broken] == ["Annex", "after"]


def test_empty_things_do_no_harm() -> None:
    empty = of(
        Heading(1, ()),
        Paragraph(()),
        Table((), (), ()),
        Table((), ((),), ()),
        Group("addressee", ()),
        Group("annex", ()),
    )
    assert write_docx(replace(empty, title="", header="", page_label="", dated=date(1999, 1, 1)), templates)
    assert write_docx(replace(empty, unmarked=()), templates)


def test_a_pandoc_that_fails_is_a_failure_of_the_run() -> None:
    with pytest.raises(Failure, match="pandoc-failed"):
        pandoc.run_pandoc(b"{", b"")
    assert re.fullmatch(r"[0-9.]+", pandoc.pandoc_version())
