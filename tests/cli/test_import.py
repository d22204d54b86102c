"""`cica import`: a Word document becomes a draft; what has no place in it is listed."""

from pathlib import Path

import pytest

from cica_docs.cli.run import run as cica
from cica_docs.snapshot.snapshot import blob_id
from word_file import item, paragraph, run, table, word_file

FACTS = [
    *("--set", "area=sample-area", "--set", "prepared_by=xa"),
    *("--set", "applicability_from=2027-01-01", "--set", "applicability_to=2029-12-31"),
]
PAPER = ["--as", "concept-paper/sample-2027", *FACTS, "--as-of", "2026-12-01"]
TEXT = (
    paragraph("Concept Paper on Samples", "Title")
    + paragraph("CONCEPT PAPER ON SAMPLES", "1")
    + paragraph("1. GENERAL FRAMEWORK", "1")
    + paragraph("1.1 The paper applies from 1 January 2027. ")
    + paragraph(run("Main Directions:", "<w:b/>"))
    + item("exchange of samples;", 1)
    + paragraph("Why it matters", "1")
    + table(("Sample", "Year"), ("first", "2027"))
    + paragraph("<w:r><w:drawing/></w:r>")
)


def written(papers: Path, language: str = "en") -> str:
    return (papers / f"concept-paper/sample-2027/{language}.md").read_text(encoding="utf-8")


@pytest.fixture
def paper(papers: Path) -> Path:
    path = papers.parent / "paper.docx"
    path.write_bytes(word_file(TEXT))
    return path


def test_a_paper_becomes_a_draft_in_the_sections_of_its_kind(
    papers: Path, paper: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cica(["import", str(paper), *PAPER]) == 0
    text = written(papers)
    assert "title: Concept Paper on Samples" in text
    assert "## General framework {#framework}\n\n1.1 The paper applies from 1 January 2027.\n" in text
    assert "## Main Directions {#main-directions}\n\n- exchange of samples;\n" in text
    assert "### Why it matters\n\n| Sample | Year |\n| --- | --- |\n| first | 2027 |\n" in text
    assert "## Rationale {#rationale}\n\n[TODO: " in text
    answer = capsys.readouterr().out
    assert "Sections recognised: 2 (General framework, Main directions of cooperation)." in answer
    assert "picture, left out" in answer
    assert "title a second time, left out" in answer
    assert "SAMPLES" not in text
    assert cica(["check", "registry/concept-paper/sample-2027", "--as-of", "2026-12-01"]) == 0


def test_facts_are_offered_and_none_is_guessed(papers: Path, paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cica(["import", str(paper), "--as", "concept-paper/sample-2027"]) == 2
    assert "--set applicability_from=2027-01-01" in capsys.readouterr().out
    assert not (papers / "concept-paper/sample-2027").exists()
    assert cica(["import", str(paper)]) == 2
    assert "--as concept-paper/paper" in capsys.readouterr().err


def test_a_text_in_another_language_waits_for_its_original(papers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = paragraph("Общие рамки", "1") + paragraph("1.1 Текст Концепции.")
    (papers.parent / "paper.docx").write_bytes(word_file(text))
    assert cica(["import", "paper.docx", *PAPER, "--language", "ru", "--lang", "ru"]) == 0
    assert "## Общие рамки {#framework}\n\n1.1 Текст Концепции.\n" in written(papers, "ru")
    assert "[TODO: " in written(papers, "en")
    assert "Распознано разделов: 1 (Общие рамки)." in capsys.readouterr().out


@pytest.mark.parametrize("content", [b"", b"text", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", word_file(TEXT)[:900]])
def test_what_cannot_be_read_gets_one_line_and_writes_nothing(
    papers: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (papers.parent / "paper.docx").write_bytes(content)
    assert cica(["import", "paper.docx", *PAPER]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.splitlines()) == 1
    assert not (papers / "concept-paper/sample-2027").exists()


def test_a_translation_comes_in_beside_its_original(papers: Path, paper: Path) -> None:
    assert cica(["import", str(paper), *PAPER]) == 0
    text = paragraph("Концепция по образцам", "Title") + paragraph("Общие рамки", "1") + paragraph("1.1 Текст.")
    (papers.parent / "paper.docx").write_bytes(word_file(text))
    assert cica(["import", "paper.docx", "--as", "concept-paper/sample-2027", "--language", "ru"]) == 0
    original = (papers / "concept-paper/sample-2027/en.md").read_bytes()
    assert written(papers, "ru").startswith(
        f"---\ntitle: Концепция по образцам\ntranslates: {blob_id(original)}\n---\n"
    )
    assert written(papers, "ru").endswith("## Общие рамки {#framework}\n\n1.1 Текст.\n")
