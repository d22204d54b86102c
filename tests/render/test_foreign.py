"""Names in foreign scripts: found whole, set apart if they run backward, and in their language."""

import io
import re
from dataclasses import replace
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from cica_docs.documents.markdown.blocks import Emphasis, Paragraph, Text
from cica_docs.documents.source import decode
from cica_docs.render.docx.foreign import FORWARD
from cica_docs.render.docx.writer import write_docx
from cica_docs.render.foreign import foreign_runs
from cica_docs.render.html.page import write_html
from cica_docs.render.pdf.writer import write_pdf
from cica_docs.text.escape import escape_print

from .sample_edition import EN, paper, templates

SENTENCE = "In العراق (بغداد) 2023, 12 papers of ירושלים: 3, and of ประเทศไทย, 서울, भारत."
EDITION = replace(paper(EN), unmarked=(*paper(EN).unmarked, Paragraph((Emphasis((Text(SENTENCE),)),))))


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("plain, №, «Қазақстан»", []),
        (SENTENCE, ["العراق (بغداد)", "ירושלים", "ประเทศไทย", "서울", "भारत"]),
        ("دولة (2023) قطر (a)", ["دولة (2023) قطر"]),
        ("جمهورية العراق 12 then שלום-עולם", ["جمهورية العراق", "שלום-עולם"]),
    ],
)
def test_words_of_a_script_are_one_run_and_what_is_around_them_is_not(text: str, runs: list[str]) -> None:
    pieces = list(foreign_runs(text))
    assert "".join(piece for piece, _ in pieces) == text
    assert [piece for piece, script in pieces if script] == runs


def test_in_html_a_name_that_runs_backward_is_kept_apart() -> None:
    page = write_html([EDITION], templates).decode()
    assert 'In <bdi dir="rtl">العراق (بغداد)</bdi> 2023, 12 papers of <bdi lang="he" dir="rtl">ירושלים</bdi>: 3' in page
    assert '<span lang="th">ประเทศไทย</span>' in page
    assert "भारत." in page


def test_in_word_a_name_is_a_run_with_its_direction_and_language() -> None:
    with ZipFile(io.BytesIO(write_docx(EDITION, templates))) as container:
        xml = container.read("word/document.xml").decode()
    runs = {text: properties for properties, text in re.findall(r"<w:r><w:rPr>(.*?)</w:rPr><w:t[^>]*>([^<]*)", xml)}
    assert "<w:rtl/>" in runs["العراق (بغداد)"]
    assert runs["ירושלים"].endswith('<w:rtl/><w:lang w:bidi="he"/>')
    assert runs["ประเทศไทย"].endswith('<w:cs/><w:lang w:bidi="th"/>')
    assert 'w:eastAsia="ko"' in runs["서울"]
    assert any(text.startswith(f"{FORWARD} 2023") for text in runs)


def test_in_the_pdf_figures_after_a_name_stay_after_it() -> None:
    name = Paragraph((Text("In العراق 2023, 12 papers"),))
    content, _ = write_pdf(replace(paper(EN), unmarked=(paper(EN).unmarked[0], name)), templates)
    places: dict[str, float] = {}

    def note(text: str, page: list[float], line: list[float], *_: object) -> None:
        for word in ("In", "العراق", "2023"):
            if word in text:
                places[word] = page[4] + line[4] * page[0]

    PdfReader(io.BytesIO(content)).pages[0].extract_text(visitor_text=note)
    assert places["In"] < places["العراق"] < places["2023"]


def test_joiners_are_spelling_between_letters_that_join_and_refused_elsewhere() -> None:
    for spelt in ("ශ්\u200dරී", "می\u200cخواهم", "ᠨ\u180eᠠ"):
        assert decode(spelt.encode()).problems == ()
        assert escape_print(spelt) == spelt
    for hidden in ("a\u200db", "ශ්\u200d රී", "\u200cخ", "ش\u200ca"):
        assert [problem.kind for problem in decode(hidden.encode()).problems] == ["refused-character"]
        assert escape_print(hidden) != hidden
