"""Older formats are read through LibreOffice where it is, and named otherwise."""

import shutil
import subprocess
from pathlib import Path

import pytest

from cica_docs.documents.markdown.writer import write_body
from cica_docs.values.failure import Failure
from cica_docs.word import convert
from cica_docs.word.convert import old_format_of, to_docx
from cica_docs.word.reader import read_word
from word_file import paragraph, word_file

RTF = b"{\\rtf1\\ansi One \\b bold\\b0  word.\\par}"
HAS_OFFICE = shutil.which("soffice") is not None


def test_an_older_format_is_named_where_no_program_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(convert.shutil, "which", lambda _: None)
    with pytest.raises(Failure) as refused:
        to_docx(RTF, "paper.rtf")
    assert (refused.value.key, refused.value.details["format"]) == ("word-old-format", "RTF")


def test_a_word_document_is_not_converted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(convert.shutil, "which", lambda _: None)
    content = word_file(paragraph("text"))
    assert to_docx(content, "paper.docx") == content
    # Encrypted, or of another program.
    encrypted = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    assert old_format_of(encrypted) == ""


@pytest.mark.skipif(not HAS_OFFICE, reason="LibreOffice is not installed")
def test_a_text_in_rtf_is_read_and_no_process_is_left() -> None:
    assert write_body(read_word(to_docx(RTF, "paper.rtf"), "paper.rtf").blocks) == "One **bold** word.\n"
    listed = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    assert not [line for line in listed.splitlines() if "cica-docs-" in line and "UserInstallation" in line]


@pytest.mark.skipif(not HAS_OFFICE, reason="LibreOffice is not installed")
def test_what_is_damaged_is_not_read_as_plain_text() -> None:
    damaged = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") * 50
    with pytest.raises(Failure) as refused:
        to_docx(damaged, "paper.doc")
    assert refused.value.key == "word-damaged"


@pytest.mark.skipif(not HAS_OFFICE, reason="LibreOffice is not installed")
def test_a_program_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(convert, "_SECONDS", 0.2)
    with pytest.raises(Failure) as refused:
        to_docx(RTF, str(Path("paper.rtf")))
    assert refused.value.key == "word-conversion-late"
