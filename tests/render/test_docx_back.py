"""Every printed document is read back as the text of its file, also after LibreOffice has saved it."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

from cica_docs.api.importing.edited import compare_received, edited_text
from cica_docs.api.importing.units import file_units, received_units, relabelled
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.markdown.blocks import Block
from cica_docs.documents.markdown.parser import parse_body
from cica_docs.documents.markdown.writer import write_body
from cica_docs.register.open import packaged_templates
from cica_docs.register.works import works
from cica_docs.render.docx.writer import write_docx
from cica_docs.render.edition import Edition
from cica_docs.values.language import Language
from cica_docs.word.reader import read_word
from every_command import CORPUS
from nightly import IS_NIGHTLY
from printed_word import corpus_of, files_in, print_word
from random_bodies import BODIES

PAPER = "concept-paper/environment-2026"


@pytest.fixture(scope="module")
def register() -> Corpus:
    return corpus_of(files_in(CORPUS))


def _is_read_back(register: Corpus, content: bytes, work: str, language: Language) -> bool:
    document = works(register)[work].documents[language]
    comparison = compare_received(
        register, packaged_templates(), document, read_word(content, "printed.docx"), file="printed.docx"
    )
    return not comparison.changes and edited_text(comparison) == document.source.text


@pytest.mark.slow
def test_every_document_of_the_example_is_read_back_as_it_is_in_its_file(register: Corpus) -> None:
    for work in works(register).values():
        for language in work.documents:
            assert _is_read_back(register, print_word(register, work.name, language), work.name, language), work.name


@settings(max_examples=400 if IS_NIGHTLY else 6, deadline=None)
@given(BODIES)
def test_every_kind_of_block_is_read_back(body: tuple[Block, ...]) -> None:
    blocks = parse_body(write_body(body), 10).blocks
    edition = Edition("a/b/en", "a/b", (Language("en"),), "T", "", "", date(2026, 1, 1), blocks, blob="a" * 40)
    units, around = file_units(blocks)
    received = read_word(write_docx(edition, packaged_templates().read), "printed.docx")
    later, altered = received_units(relabelled(received.parts, units), around)
    assert [unit.key for unit in later] == [unit.key for unit in units]
    assert altered == ()


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_an_edition_that_libreoffice_saved_is_the_same(register: Corpus, tmp_path: Path) -> None:
    for language in works(register)[PAPER].documents:
        (tmp_path / f"{language}.docx").write_bytes(print_word(register, PAPER, language))
    arguments = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to"]
    arguments += ["docx:MS Word 2007 XML", "--outdir", str(tmp_path / "saved"), *map(str, tmp_path.glob("*.docx"))]
    subprocess.run(arguments, check=True, capture_output=True, timeout=120)
    for language in works(register)[PAPER].documents:
        saved = (tmp_path / f"saved/{language}.docx").read_bytes()
        assert _is_read_back(register, saved, PAPER, language), language
