"""What cannot be printed is named and stops nothing else, and nothing printed earlier is lost by it."""

import json
import re
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from cica_docs.cli.run import run

pytestmark = pytest.mark.series(6)

CORPUS = Path(__file__).parent.parent / "corpus"
PAPER = "concept-paper/environment-2026"
MANDATE = "mandate/environment-xa"
NOTE = "note-verbale/swg-1001"
NOT_UTF8 = b"\xff"


def render(register: Path, out: Path, *arguments: str) -> int:
    return run(["render", "--as-of", "2026-12-01", "--register", str(register), "-o", str(out), *arguments])


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """The worked example with a few of its works, so that printing all of it is quick."""
    copy = tmp_path / "register"
    shutil.copytree(CORPUS, copy)
    for folder in copy.glob("*/*/"):
        name = folder.relative_to(copy).as_posix()
        if folder.is_dir() and name not in {PAPER, MANDATE, "decision/cbm-modalities"}:
            shutil.rmtree(folder)
    return copy


def append(path: Path, text: bytes | str) -> None:
    path.write_bytes(path.read_bytes() + (text if isinstance(text, bytes) else text.encode()))


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def manifest(out: Path) -> dict[str, list[dict[str, str]]]:
    manifest_data = json.loads((out / "manifest.json").read_bytes())
    assert isinstance(manifest_data, dict)
    return manifest_data


def broken_yaml(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace("\ntitle:", "\ntitle: [", 1), encoding="utf-8")


def without_front_matter(path: Path) -> None:
    path.write_text("Text.\n", encoding="utf-8")


def not_utf8(path: Path) -> None:
    append(path, NOT_UTF8)


def a_list(path: Path) -> None:
    path.write_text("---\n- one\n---\n\nText.\n", encoding="utf-8")


BREAK: tuple[Callable[[Path], None], ...] = (broken_yaml, without_front_matter, not_utf8, a_list)


@pytest.mark.series(6)
@pytest.mark.parametrize("spoil", BREAK, ids=lambda spoil: spoil.__name__)
def test_an_original_that_cannot_be_read_is_named_with_its_translations(
    register: Path, tmp_path: Path, spoil: Callable[[Path], None], capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert render(register, out, "--to", "html") == 0
    before = digests(out)
    spoil(register / MANDATE / "en.md")
    capsys.readouterr()
    assert render(register, out, "--to", "html") == 3
    said = capsys.readouterr().err
    for language in ("en", "ru", "kk"):
        assert f"{MANDATE}/{language}.md" in said
    assert re.search(rf"{MANDATE}/en\.md:\d+: not printed: ", said)
    after = digests(out)
    assert after[f"{MANDATE}/index.html"] == before[f"{MANDATE}/index.html"]
    assert PAPER in (out / "index.html").read_text(encoding="utf-8")
    assert "could not be printed" in (out / "index.html").read_text(encoding="utf-8")
    record = manifest(out)
    assert [entry["path"] for entry in record["earlier"]] == [f"{MANDATE}/index.html"]
    assert {entry["work"] for entry in record["missing"]} == {MANDATE}
    assert f"{MANDATE}/index.html" not in {entry["path"] for entry in record["outputs"]}
    # Named alone, it is told in the same way.
    assert render(register, out, MANDATE) == 3
    assert f"{MANDATE}/en.md" in capsys.readouterr().err


def test_a_work_without_an_original_is_named(
    register: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (register / MANDATE / "en.md").unlink()
    for names in ((), (MANDATE,)):
        assert render(register, tmp_path / "out", "--to", "html", *names) == 3
        assert f"{MANDATE}/ru.md" in capsys.readouterr().err
    assert (tmp_path / "out" / PAPER / "index.html").is_file()


def test_when_it_can_be_printed_again_what_is_left_over_goes(register: Path, tmp_path: Path) -> None:
    out, path = tmp_path / "out", register / MANDATE / "en.md"
    assert render(register, out, "--to", "html") == 0
    clean, whole = path.read_bytes(), digests(out)
    shutil.copytree(register / MANDATE, register / "mandate/environment-xz")
    assert render(register, out, "--to", "html") == 0
    shutil.rmtree(register / "mandate/environment-xz")
    append(path, NOT_UTF8)
    for _ in range(2):
        assert render(register, out, "--to", "html") == 3
        # A run that could not print everything deletes nothing, and forgets nothing that it left.
        assert (out / "mandate/environment-xz/index.html").is_file()
    path.write_bytes(clean)
    assert render(register, out, "--to", "html") == 0
    assert digests(out) == whole


def test_a_character_in_no_font_is_named_with_its_line(
    register: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = register / MANDATE / "ru.md"
    append(path, "\nГотово ✅\n")
    line = path.read_text(encoding="utf-8").split("\n").index("Готово ✅") + 1
    out = tmp_path / "out"
    assert render(register, out, "--to", "pdf,html") == 3
    said = capsys.readouterr().err
    for file in ("ru.pdf", "parallel.pdf"):
        assert re.search(rf"{MANDATE}/ru\.md:{line}: not printed as PDF \({MANDATE}/{file}\): .*✅", said), said
    assert not (out / MANDATE / "ru.pdf").exists()
    for printed in (f"{MANDATE}/en.pdf", f"{MANDATE}/index.html", f"{PAPER}/ru.pdf", "index.html", "manifest.json"):
        assert (out / printed).is_file()
    missing = {(entry["path"], entry["reason"]) for entry in manifest(out)["missing"]}
    assert missing == {(f"{MANDATE}/{name}.pdf", "pdf-glyph") for name in ("ru", "parallel")}


@pytest.mark.parametrize(("language", "words"), [("ru", "не напечатано"), ("kk", "басып шығарылмады")])
def test_the_reason_is_told_in_the_language_of_the_reader(
    register: Path, tmp_path: Path, language: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    append(register / MANDATE / "en.md", "\nDone ✅\n")
    append(register / PAPER / "kk.md", NOT_UTF8)
    assert render(register, tmp_path / "out", PAPER, MANDATE, "--to", "pdf", "--lang", language) == 3
    said = [line for line in capsys.readouterr().err.splitlines() if ".md" in line]
    assert len(said) == 3
    assert all(words in line for line in said)


def test_an_error_of_pandoc_costs_the_word_files_alone(
    register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pandoc = tmp_path / "pandoc"
    pandoc.write_text("#!/bin/sh\nexit 97\n")
    pandoc.chmod(0o755)
    # Workers that are forked have the one, those that are started anew the other.
    monkeypatch.setenv("PYPANDOC_PANDOC", str(pandoc))
    monkeypatch.setattr("cica_docs.render.docx.pandoc.pandoc_path", lambda: str(pandoc))
    out = tmp_path / "out"
    assert render(register, out, MANDATE, "--to", "docx,html") == 3
    assert f"{MANDATE}/en.md: not printed as DOCX ({MANDATE}/en.docx): pandoc" in capsys.readouterr().err
    assert (out / MANDATE / "index.html").is_file()
    assert not list(out.rglob("*.docx"))


def test_a_letter_goes_on_without_the_pages_of_what_cannot_be_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    register, out = tmp_path / "all", tmp_path / "out"
    shutil.copytree(CORPUS, register)
    append(register / PAPER / "en.md", NOT_UTF8)
    assert render(register, out, NOTE, "--to", "html") == 0
    assert render(register, out, NOTE, PAPER, "--to", "html") == 3
    assert f"{PAPER}/en.md" in capsys.readouterr().err
    assert (out / NOTE / "index.html").is_file()


def test_nothing_withheld_is_quoted(register: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    item = register / "information-item/secret"
    item.mkdir(parents=True)
    source = next((CORPUS / "information-item").glob("*/en.md")).read_text(encoding="utf-8")
    (item / "en.md").write_text(source.replace("\ntitle:", "\nCANARY: 1\nCANARY: 2\ntitle:", 1), encoding="utf-8")
    assert render(register, tmp_path / "out", "--to", "html") == 3
    said = capsys.readouterr()
    assert "information-item/secret/en.md" in said.err
    assert "CANARY" not in said.err + said.out
    assert b"CANARY" not in b"".join(path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file())
