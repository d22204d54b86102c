"""Printing as its user meets it: the same bytes wherever it is done, nothing twice, nothing half."""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from cica_docs.cli.run import run

pytestmark = pytest.mark.series(6)

CORPUS = Path(__file__).parent.parent / "corpus"
NOTE = "note-verbale/swg-1001"
PAPER = "concept-paper/environment-2026"
PLAN = "action-plan/environment-2026"
MANDATE = "mandate/environment-xa"
LANGUAGES = ("en", "ru", "kk")


def render(*arguments: str) -> int:
    return run(["render", "--as-of", "2026-12-01", *arguments])


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("printed")
    assert render("--register", str(CORPUS), "-o", str(out)) == 0
    return out


def text(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_every_work_in_three_languages_and_three_formats(printed: Path) -> None:
    works = {path.parent.relative_to(CORPUS).as_posix() for path in CORPUS.glob("*/*/en.md")}
    for work in (*works, "coordinators"):
        for language in LANGUAGES:
            assert (printed / work / f"{language}.pdf").is_file()
            assert (printed / work / f"{language}.docx").is_file()
        assert (printed / work / "index.html").is_file()
    for work in works:
        assert (printed / work / "parallel.pdf").is_file()
        assert (printed / work / "parallel.docx").is_file()
    assert (printed / "index.html").is_file()


def test_the_manifest_answers_for_every_file(printed: Path) -> None:
    record = json.loads((printed / "manifest.json").read_bytes())
    listed = {entry["path"]: entry for entry in record["outputs"]}
    assert set(listed) == set(files(printed)) - {"manifest.json"}
    for path, digest in files(printed).items():
        if path != "manifest.json":
            assert listed[path]["sha256"] == digest
    paper = listed[f"{PAPER}/ru.pdf"]
    assert [source["path"].rpartition("/")[2] for source in paper["sources"]] == ["en.md", "ru.md"]
    assert paper["pages"] == len(PdfReader(printed / PAPER / "ru.pdf").pages)


@pytest.mark.parametrize(("language", "words"), [("en", "on {} p."), ("ru", "на {} л."), ("kk", "аталған, {} п.")])
def test_a_note_states_the_pages_of_what_it_encloses(printed: Path, language: str, words: str) -> None:
    pages = sum(len(PdfReader(printed / work / f"{language}.pdf").pages) for work in (PAPER, PLAN))
    assert words.format(pages) in text(printed / NOTE / f"{language}.pdf")


def test_the_editions_of_a_work_carry_the_same_numbers(printed: Path) -> None:
    def numbers(language: str) -> list[str]:
        body = text(printed / MANDATE / f"{language}.pdf")
        return sorted(re.findall(r"SOC/[^\s]+|\b20[0-9]{2}\b", body))

    assert numbers("en")
    assert numbers("en") == numbers("ru") == numbers("kk")


def test_an_example_is_marked_and_a_paper_in_force_is_no_draft(printed: Path) -> None:
    for language, example, draft in (("en", "EXAMPLE", "DRAFT"), ("ru", "ПРИМЕР", "ПРОЕКТ"), ("kk", "ҮЛГІ", "ЖОБА")):
        page = text(printed / PAPER / f"{language}.pdf")
        assert example in page
        assert draft not in page
        assert draft in text(printed / "decision/cbm-modalities" / f"{language}.pdf")


def test_language_and_title_are_set(printed: Path) -> None:
    for language, tag in (("en", "en-GB"), ("ru", "ru-RU"), ("kk", "kk-KZ")):
        reader = PdfReader(printed / PAPER / f"{language}.pdf")
        root = reader.trailer["/Root"]
        assert str(root["/Lang"]) in {tag, language}  # type: ignore[index]
        assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
        assert reader.metadata is not None
        assert reader.metadata.title
        with zipfile.ZipFile(printed / PAPER / f"{language}.docx") as archive:
            assert tag in archive.read("word/styles.xml").decode() + archive.read("word/document.xml").decode()


def test_nothing_is_printed_twice(printed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "again"
    shutil.copytree(printed, out)
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*.pdf")}
    assert render("--register", str(CORPUS), "-o", str(out)) == 0
    assert files(out) == files(printed)
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*.pdf")} == before
    assert re.search(r"\b0 of them", capsys.readouterr().out)


def test_a_file_that_was_tampered_with_is_printed_anew(printed: Path, tmp_path: Path) -> None:
    out = tmp_path / "tampered"
    shutil.copytree(printed, out)
    (out / MANDATE / "en.pdf").write_bytes(b"%PDF-forged")
    (out / MANDATE / "ru.docx").unlink()
    assert render("--register", str(CORPUS), "-o", str(out)) == 0
    assert files(out) == files(printed)


def test_what_is_gone_from_the_register_is_gone_from_the_folder(printed: Path, tmp_path: Path) -> None:
    register, out = tmp_path / "register", tmp_path / "out"
    shutil.copytree(CORPUS, register)
    shutil.copytree(printed, out)
    (out / "kept.txt").write_text("not ours")
    shutil.rmtree(register / "notice" / "environment-xb-2026")
    render("--register", str(register), "-o", str(out))
    assert not (out / "notice/environment-xb-2026").exists()
    assert (out / "kept.txt").read_text() == "not ours"


def test_the_same_bytes_in_other_surroundings(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "folder with spaces"
    surroundings = {
        "PATH": os.environ["PATH"],
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "tr_TR.UTF-8",
        "PYTHONHASHSEED": "7",
        "HOME": str(tmp_path),
        "SOURCE_DATE_EPOCH": "1",
    }
    names = (NOTE, MANDATE)
    command = [sys.executable, "-m", "cica_docs", "render", *names, "--as-of", "2026-12-01"]
    copy = tmp_path / "elsewhere"
    shutil.copytree(CORPUS, copy)
    here = tmp_path / "here"
    assert render(*names, "--register", str(copy), "-o", str(here)) == 0
    subprocess.run(
        [*command, "--register", str(copy), "-o", str(out)],
        env=surroundings,
        check=True,
        umask=0o077,
        cwd=Path(__file__).parent.parent.parent,
        capture_output=True,
    )
    made = files(out)
    assert made
    assert made == files(here)


def test_a_text_that_would_be_lost_is_not_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    register, out = tmp_path / "register", tmp_path / "out"
    shutil.copytree(CORPUS, register)
    path = register / MANDATE / "ru.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n<b>утрачено</b>\n", encoding="utf-8")
    assert render(MANDATE, "--register", str(register), "-o", str(out)) == 3
    assert "mandate/environment-xa/ru.md:" in capsys.readouterr().err
    assert not (out / MANDATE / "ru.pdf").exists()
    assert (out / MANDATE / "en.pdf").is_file()


def test_hostile_text_prints_as_text(tmp_path: Path) -> None:
    register, out = tmp_path / "register", tmp_path / "out"
    shutil.copytree(CORPUS, register)
    hostile = (
        '\n\\#read("/etc/passwd") $x$ #panic("x") \\<script>alert(1)\\</script> \\*\\*bold\\*\\* %PDF & &amp;lt;\n'
    )
    path = register / MANDATE / "en.md"
    path.write_text(path.read_text(encoding="utf-8") + hostile, encoding="utf-8")
    assert render(MANDATE, "--register", str(register), "-o", str(out)) == 0
    page = text(out / MANDATE / "en.pdf").replace("\n", " ")
    assert '#read("/etc/passwd") $x$ #panic("x")' in page
    assert "root:" not in page
    html = (out / MANDATE / "index.html").read_text(encoding="utf-8")
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    with zipfile.ZipFile(BytesIO((out / MANDATE / "en.docx").read_bytes())) as archive:
        assert "&lt;script&gt;" in archive.read("word/document.xml").decode()


def test_wrong_names_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    base = ["--register", str(CORPUS), "-o", str(tmp_path / "out")]
    assert render("concept-paper/nowhere", *base) == 2
    assert render("--to", "pdf,odt", *base) == 2
    assert render("--languages", "en,de", *base) == 2
    said = capsys.readouterr().err
    for word in ("concept-paper/nowhere", "odt", "de"):
        assert word in said
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "out").write_text("a file stands here")
    assert render(MANDATE, "--to", "html", "--register", str(CORPUS), "-o", str(tmp_path / "out")) == 3
    assert "Traceback" not in capsys.readouterr().err
    assert (tmp_path / "out").read_text() == "a file stands here"


def test_the_commit_is_recorded_where_it_holds_what_was_printed(tmp_path: Path) -> None:
    root, out = tmp_path / "repository", tmp_path / "out"
    shutil.copytree(CORPUS, root / "registry")
    for kind in ("concept-paper", "action-plan", "note-verbale", "review", "recommendation"):
        shutil.rmtree(root / "registry" / kind, ignore_errors=True)
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-C", str(root)]
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "-q", "-m", "one"], check=True)
    head = subprocess.run([*git, "rev-parse", "HEAD"], check=True, capture_output=True, text=True).stdout.strip()

    def recorded() -> str:
        assert render("--register", str(root), "--to", "html", "-o", str(out)) == 0
        return str(json.loads((out / "manifest.json").read_bytes())["made_by"]["commit"])

    assert recorded() == head
    path = root / "registry" / MANDATE / "en.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    assert recorded() == ""


def test_plain_text_is_printed_when_it_is_asked_for(printed: Path, tmp_path: Path) -> None:
    assert not list(printed.rglob("*.txt"))
    assert render("--register", str(CORPUS), "--to", "txt", "-o", str(tmp_path)) == 0
    for language in LANGUAGES:
        assert "\n1.1   " in (tmp_path / PAPER / f"{language}.txt").read_text("utf-8")
        assert f"\n{language.upper()}  1.1   " in (tmp_path / PAPER / "parallel.txt").read_text("utf-8")
    assert "./coordinators/kk.txt" in (tmp_path / "index.html").read_text("utf-8")
