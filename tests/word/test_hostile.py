"""A Word document is a stranger's file: each hostile one gets one answer within bounded time and memory."""

import time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from cica_docs.documents.markdown.writer import write_body
from cica_docs.values.failure import Failure
from cica_docs.word.reader import read_word
from word_file import archive, paragraph, run, word_file

GOOD = word_file(paragraph("text"))
SECONDS = 10


def with_part(name: str, content: bytes) -> bytes:
    with ZipFile(BytesIO(GOOD)) as good:
        files = {each: good.read(each) for each in good.namelist()}
    return archive({**files, name: content})


def bomb() -> bytes:
    buffer = BytesIO()
    with ZipFile(BytesIO(GOOD)) as good, ZipFile(buffer, "w", ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", good.read("[Content_Types].xml"))
        entry = ZipInfo("word/document.xml")
        entry.compress_type = ZIP_DEFLATED
        with packed.open(entry, "w") as part:
            for _ in range(64):
                part.write(b" " * 2**20)
    return buffer.getvalue()


DOCTYPE = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
HOSTILE = {
    "no-zip": (b"just text", "word-not-a-document"),
    "empty": (b"", "word-not-a-document"),
    "old-or-encrypted": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "word-protected"),
    "cut-off": (GOOD[: len(GOOD) // 2], "word-damaged"),
    "other-archive": (archive({"a.txt": b"x"}), "word-damaged"),
    "no-text-in-it": (archive({"[Content_Types].xml": b"<Types/>"}), "word-not-a-document"),
    "bomb": (bomb(), "word-inflates"),
    "entity": (with_part("word/document.xml", DOCTYPE), "word-declares"),
    "entity-in-utf-16": (with_part("word/document.xml", DOCTYPE.decode().encode("utf-16")), "word-declares"),
    "too-deep": (with_part("word/document.xml", b"<w>" * 5_000 + b"</w>" * 5_000), "word-damaged"),
    "tags": (with_part("word/document.xml", b"<w>" + b"<a/>" * 700_000 + b"</w>"), "word-inflates"),
    "unclosed": (with_part("word/document.xml", b"<w:document"), "word-damaged"),
    "parts": (archive({f"{number}": b"" for number in range(2_500)}), "word-too-large"),
    "paragraphs": (word_file(paragraph("x") * 10_500), "word-inflates"),
    "long": (word_file(paragraph("word " * 150_000)), "word-inflates"),
    "cell-of-a-gigabyte": (with_part("word/document.xml", b"<w>" + b"x" * (17 * 2**20) + b"</w>"), "word-inflates"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gets_one_answer(name: str) -> None:
    content, key = HOSTILE[name]
    started = time.process_time()
    with pytest.raises(Failure) as refused:
        read_word(content, "paper.docx")
    assert refused.value.key == key
    assert time.process_time() - started < SECONDS


def change(tag: str, number: int, inside: str, date: str = "2026-13-45T99:00:00Z") -> str:
    return f'<w:{tag} w:id="{number % 7}" w:author="x" w:date="{date}">{inside}</w:{tag}>'


def test_ten_thousand_changes_of_one_id_and_impossible_days_are_read() -> None:
    runs = "".join(change("ins", number, run(f"w{number} ")) for number in range(10_000))
    received = read_word(word_file(paragraph(runs)), "paper.docx")
    assert len(received.changes) == 10_000
    assert {each.day for each in received.changes} == {""}
    assert write_body(received.blocks).split()[-1] == "w9999"


def test_changes_within_changes_are_resolved() -> None:
    inner = change("del", 1, run("gone", tag="delText")) + change("ins", 2, run("kept"))
    received = read_word(word_file(paragraph(change("ins", 1, inner))), "paper.docx")
    assert write_body(received.blocks) == "kept\n"


def test_styles_and_notes_that_name_each_other_end() -> None:
    styles = "".join(
        f'<w:style w:styleId="{id}"><w:name w:val="{id}"/><w:basedOn w:val="{other}"/></w:style>'
        for id, other in (("x", "y"), ("y", "x"))
    )
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnote w:id="2">{paragraph(run("note") + mark)}</w:footnote>'
    content = word_file(paragraph(run("text") + mark, "x"), styles=styles, footnotes=notes)
    assert write_body(read_word(content, "paper.docx").blocks) == "text[^1]\n\n[^1]: note\n"
