"""What a hostile text becomes in DOCX: text."""

import io
import re
import subprocess
from dataclasses import replace
from zipfile import ZipFile

import pytest
from lxml import etree

from cica_docs.documents.markdown.blocks import (
    Block,
    Cell,
    Footnote,
    Group,
    Heading,
    Link,
    Paragraph,
    Table,
    Text,
    text_of,
)
from cica_docs.render.docx import pandoc
from cica_docs.render.docx.writer import write_docx
from cica_docs.render.edition import Edition

from .sample_edition import EN, line, paper, templates

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOSTILE = (
    "<script>alert(1)</script>",
    "{{ 7 * 7 }} {% raw %} {# #}",
    "]]> &amp; &#x41; <w:p/>",
    '`#read("/etc/passwd")`{=typst} $x$ *a* _b_ \\',
    '[x](javascript:alert(1)) ::: {custom-style="Letterhead"}',
    "DDEAUTO c:\\windows\\system32\\cmd.exe",
)


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


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    note = Footnote("a", (line(text),))
    hostile = replace(
        of(
            Group("letterhead", (line(text),)),
            Heading(1, (Text(text),)),
            Paragraph((Text(text), note), text),
            Table((), ((Cell((line(text),)),),), ("",), caption=text),
        ),
        title=text,
        subject=text,
        author=text,
        header=text,
        marks=(text,),
        page_label=text,
    )
    content = write_docx(hostile, templates)
    for name in (
        "word/document.xml",
        "word/footnotes.xml",
        "word/header1.xml",
        "word/footer1.xml",
        "docProps/core.xml",
    ):
        root = part(content, name)
        said = "".join(root.itertext()) + "".join(value for each in root.iter() for value in each.attrib.values())
        assert text in said, name
        assert not [each for each in root.iter() if etree.QName(each).localname in ("script", "fldSimple", "altChunk")]
    assert not list(part(content, "word/document.xml").iter(f"{W}instrText"))


def test_characters_that_no_file_can_hold_are_shown_as_such() -> None:
    content = write_docx(replace(of(line("a\x00b\x0b\ud800c\ufffe\x9b")), title="t\x00\x1b", header="\x02"), templates)
    assert r"a\x00b\x0b\ud800c\ufffe\x9b" in "".join(part(content, "word/document.xml").itertext())
    assert r"t\x00\x1b" in "".join(part(content, "docProps/core.xml").itertext())


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "//x.org",
        "https:",
        "http://x.org",
        "data:text/html,x",
        "https://x.org/ y",
    ],
)
def test_only_known_links_lead_anywhere(target: str) -> None:
    content = write_docx(of(Paragraph((Link(target, (Text("here"),)),))), templates)
    assert "here" in "".join(part(content, "word/document.xml").itertext())
    assert not list(part(content, "word/document.xml").iter(f"{W}hyperlink"))
    assert b"TargetMode" not in ZipFile(io.BytesIO(content)).read("word/_rels/document.xml.rels")
