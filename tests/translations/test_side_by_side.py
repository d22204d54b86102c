"""Reading side by side: what is behind is marked in the draft, in print, on the page and on the terminal."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from zipfile import ZipFile

import pytest

from cica_docs.cli.run import run
from cica_docs.documents.markdown.blocks import Cell, Heading, Items, Paragraph, Table, Text, text_of
from cica_docs.render.pages.stale_marks import mark_stale
from cica_docs.values.span import Span

CORPUS = Path(__file__).parent.parent / "corpus"
PAPER = "concept-paper/environment-2026"
Telling = Callable[..., tuple[int, str]]


@pytest.fixture
def said(capfdbinary: pytest.CaptureFixture[bytes]) -> Telling:
    def tell(*arguments: object) -> tuple[int, str]:
        status = run([str(argument) for argument in arguments])
        return status, capfdbinary.readouterr().out.decode()

    return tell


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A repository whose concept paper was changed after it was translated."""
    folder = tmp_path / "register"
    copytree(CORPUS, folder)
    for arguments in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=A", "-c", "user.email=a@b", "commit", "-qm", "1"],
    ):
        subprocess.run(["git", *arguments], cwd=folder, check=True)
    original = folder / PAPER / "en.md"
    text = original.read_text(encoding="utf-8")
    original.write_text(text.replace("Air and water know", "Air, soil and water know"), encoding="utf-8")
    return folder


def test_a_draft_marks_what_is_behind_in_every_format(register: Path, said: Telling, tmp_path: Path) -> None:
    out = tmp_path / "out"
    common = ("--register", register, "-o", out, "--languages", "en,ru,parallel", "--to", "docx,html")
    assert said("render", PAPER, *common, "--as-of", "2026-05-01")[0] == 0
    folder = out / PAPER
    html = (folder / "index.html").read_text(encoding="utf-8")
    assert "◆\u00a0</strong>Воздух и вода" in html
    assert html.count("◆\u00a0") == 1
    assert "Знаком ◆ отмечено" in html
    with ZipFile(folder / "parallel.docx") as file:
        assert file.read("word/document.xml").decode().count("◆") == 2


def test_a_draft_marks_footnotes_that_are_behind(register: Path, said: Telling, tmp_path: Path) -> None:
    original, out = register / PAPER / "en.md", tmp_path / "out"
    text = original.read_text(encoding="utf-8").replace("Air, soil and water know", "Air and water know")
    _, mark, note = text.rpartition("[^consent]: ")
    original.write_text(text.replace(mark + note, f"{mark}In every case, {note}"), encoding="utf-8")
    common = ("--register", register, "-o", out, "--languages", "en,ru,parallel", "--to", "docx,html")
    assert said("render", PAPER, *common, "--as-of", "2026-05-01")[0] == 0
    html = (out / PAPER / "index.html").read_text(encoding="utf-8")
    assert html.count("◆\u00a0") == 1
    assert "◆\u00a0</strong>Государство-член, предназначающее" in html
    with ZipFile(out / PAPER / "ru.docx") as file:
        assert file.read("word/footnotes.xml").decode().count("◆") == 1
    # In the parallel edition notes are in the text itself; the other mark there is that of the legend.
    with ZipFile(out / PAPER / "parallel.docx") as file:
        assert file.read("word/document.xml").decode().count("◆") == 2


def test_an_approved_text_bears_no_marks(register: Path, said: Telling, tmp_path: Path) -> None:
    out = tmp_path / "out"
    common = ("--register", register, "-o", out, "--languages", "en,ru", "--to", "html")
    assert said("render", PAPER, *common, "--as-of", "2026-12-01")[0] == 0
    assert "◆" not in (out / PAPER / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [60, 120])
def test_languages_stand_side_by_side_on_a_terminal(register: Path, said: Telling, width: int) -> None:
    _, text = said("compare", PAPER, "--width", width, "--register", register)
    lines = text.split("\n")
    assert max(map(len, lines)) <= width
    assert "◆ Воздух и" in text
    heading = next(line for line in lines if line.startswith("## General"))
    assert [part.split()[:2] for part in heading.split("│")[1:]] == [["##", "Общие"], ["##", "Жалпы"]]


def test_languages_are_chosen_and_ordered(register: Path, said: Telling) -> None:
    _, text = said("compare", PAPER, "--languages", "kk,en", "--register", register)
    assert text.split("\n")[0].split() == ["kk", "│", "en"]


def test_what_there_is_to_compare_must_be_named(register: Path, said: Telling) -> None:
    assert said("compare", "--register", register)[0] == 2


def test_marks_reach_lists_tables_and_titles() -> None:
    def span(line: int) -> Span:
        return Span(line, 1, line, 2)

    def cell(line: int) -> Cell:
        return Cell((Paragraph((Text("a"),), span=span(line)),))

    blocks = (
        Heading(1, (Text("Title"),)),
        Heading(2, (Text("b"),), "b", span(3)),
        Items(((Paragraph((Text("c"),), span=span(5)),), (Paragraph((Text("d"),), span=span(6)),))),
        Table((cell(8), cell(8)), ((cell(10), cell(10)),), ("", "")),
    )
    told = text_of(mark_stale(blocks, (0, 6, 10), "*"))
    assert told == "*\u00a0Title\nb\nc\n*\u00a0d\na\ta\n*\u00a0a\ta"
