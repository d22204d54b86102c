"""`cica compare --base`: what changed in a work, on the terminal and in Word, where it can be accepted or rejected."""

from pathlib import Path
from typing import Any

import pytest

from cica_docs.cli.run import run
from proposal import PAPER, change, commit, git
from word import DOCUMENT, W, parts_of

pytestmark = pytest.mark.series(6)

WORK = PAPER.removeprefix("registry/")
EDITS = {
    "en.md": (
        ("training of specialists", "training of experts"),
        ("- joint programmes and pilot projects on problems that concern several Member States;\n", ""),
        ("## Main directions", "A paragraph that is new.\n\n## Main directions"),
    ),
    "ru.md": (("## Основные направления", "Новый абзац.\n\n## Основные направления"),),
    "kk.md": (("## Ынтымақтастықтың негізгі бағыттары {", "Жаңа абзац.\n\n## Ынтымақтастықтың негізгі бағыттары {"),),
}


@pytest.fixture
def repository(repository: Path) -> Path:
    for name, edits in EDITS.items():
        for find, replace in edits:
            change(repository / PAPER / name, find, replace)
    commit(repository)
    return repository


def test_a_terminal_shows_what_was_inserted_and_deleted(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", WORK, "--base", "main", "--languages", "en"]) == 0
    said = capsys.readouterr().out
    assert f"What changed since main ({git(repository, 'rev-parse', 'main')[:12]})" in said
    assert "training of [-specialists-]{+experts+} and exchange" in said
    assert "+ A paragraph that is new." in said
    assert "- joint programmes and pilot projects" in said


@pytest.mark.usefixtures("repository")
def test_every_language_is_shown_where_none_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", WORK, "--base", "main"]) == 0
    said = capsys.readouterr().out
    assert "+ Новый абзац." in said
    assert "+ Жаңа абзац." in said


@pytest.mark.usefixtures("repository")
def test_a_text_without_changes_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", WORK, "--base", "HEAD", "--languages", "en"]) == 0
    assert "Nothing changed since HEAD" in capsys.readouterr().out


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([WORK], "choose one thing to compare"),
        ([], "name one work"),
        ([WORK, "--languages", "de"], "de"),
        ([WORK, "--base", "nowhere"], "nowhere"),
        ([WORK, "--base", "main", "--to", "doc"], "unknown format “doc”"),
    ],
)
def test_what_cannot_be_compared_is_told(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", *arguments]) == 2
    assert said in capsys.readouterr().err


def test_a_work_that_is_new_says_so(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(repository, "mv", PAPER, f"{PAPER}-too")
    commit(repository)
    assert run(["compare", f"{WORK}-too", "--base", "main", "--languages", "en"]) == 0
    assert "This text is new since main" in capsys.readouterr().out


def test_without_a_name_everything_that_changed_is_shown(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", "--base", "main", "--to", "txt", "-o", "pages"]) == 0
    assert sorted(path.name for path in (repository / "pages/redline").iterdir()) == ["concept-paper"]
    written = (repository / f"pages/redline/{WORK}").iterdir()
    assert sorted(path.name for path in written) == ["en.txt", "kk.txt", "ru.txt"]
    assert run(["compare", "--base", "HEAD"]) == 0
    assert "files" in capsys.readouterr().out


def test_marks_have_an_id_of_their_own_and_who_made_the_last_commit(repository: Path) -> None:
    printing = ["compare", WORK, "--base", "main", "--languages", "en", "--to", "docx", "-o", "out"]
    assert run(printing) == 0
    document = document_of(repository)
    marks = list(document.iter(f"{W}ins", f"{W}del"))
    assert len({mark.get(f"{W}id") for mark in marks}) == len(marks)
    day = git(repository, "log", "-1", "--format=%ad", "--date=format-local:%Y-%m-%d")
    assert signatures_of(document) == {("A", f"{day}T00:00:00Z")}
    assert not [text for text in document.iter(f"{W}t") if any(True for _ in text.iterancestors(f"{W}del"))]
    assert run([*printing, "--author", "Secretariat"]) == 0
    assert {author for author, _ in signatures_of(document_of(repository))} == {"Secretariat"}
    change(repository / PAPER / "en.md", "A paragraph that is new.", "A paragraph that nobody committed.")
    assert run(printing) == 0
    ((author, _),) = signatures_of(document_of(repository))
    assert author.startswith("Conference on Interaction")


def document_of(repository: Path) -> Any:
    return parts_of((repository / f"out/redline/{WORK}/en.docx").read_bytes())[DOCUMENT]


def signatures_of(document: Any) -> set[tuple[str, str]]:
    marks = document.iter(f"{W}ins", f"{W}del")
    return {(str(mark.get(f"{W}author")), str(mark.get(f"{W}date"))) for mark in marks}


@pytest.mark.usefixtures("repository")
def test_changes_are_coloured_where_that_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", WORK, "--base", "main", "--languages", "en", "--colour", "always"]) == 0
    said = capsys.readouterr().out
    assert "\x1b[31m[-specialists-]\x1b[0m\x1b[32m{+experts+}\x1b[0m" in said
    assert "\x1b[32m+ A paragraph that is new.\x1b[0m" in said


def test_the_languages_of_a_work_are_printed_side_by_side(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", WORK, "--languages", "en,kk", "--to", "docx,html,txt", "-o", "out"]) == 0
    folder = repository / f"out/languages/{WORK}"
    assert sorted(path.name for path in folder.iterdir()) == ["index.html", "parallel.docx", "parallel.txt"]
    said = (folder / "parallel.txt").read_text(encoding="utf-8")
    assert "KK  Жаңа абзац." in said
    assert "KK    – ◆" in said
    assert "◆ белгісімен" in said
    assert "RU" not in said
    assert "◆" in (folder / "index.html").read_text(encoding="utf-8")
    capsys.readouterr()
