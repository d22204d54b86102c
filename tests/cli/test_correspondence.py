"""`cica send` and `cica receive`: a note gets the next number, its act, and an answer, and nothing by halves."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from canary import CORPUS, DAY
from cica_docs.cli.run import run

pytestmark = pytest.mark.series(6)

NOTE = "note-verbale/papers"
LANGUAGES = ("en", "ru", "kk")
SERIES = "\njournal: {series: SWG}\n"
FROM_XB = ["receive", "xb", "--number", "03-1/245", "--date", "2026-11-03", "--on", "2026-11-05", "--as-of", DAY]


def _git(folder: Path, *arguments: str) -> str:
    who = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org"}
    who |= {"GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org"}
    made = subprocess.run(
        ["git", "-C", str(folder), *arguments], check=True, env={**os.environ, **who}, capture_output=True, text=True
    )
    return made.stdout.strip()


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "work" / "registry"
    shutil.copytree(CORPUS, folder)
    settings = folder / "reference" / "settings.yaml"
    if "\njournal:" not in settings.read_text(encoding="utf-8"):
        settings.write_text(settings.read_text(encoding="utf-8") + SERIES, encoding="utf-8")
    subprocess.run(["git", "init", "-q", str(folder.parent)], check=True)
    monkeypatch.chdir(folder.parent)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return folder


def _draft(register: Path) -> Path:
    """Write the note of the example again, without its number, place, day and act."""
    folder, sent = register / NOTE, register / "note-verbale/swg-1001"
    shutil.copytree(sent, folder)
    original = folder / "en.md"
    lines = original.read_text(encoding="utf-8").split("\n")
    events = lines.index("events:")
    lines[events : events + 2] = ["events: []   # none yet"]
    kept = (line for line in lines if not line.startswith(("number:", "date:", "place:")))
    original.write_text("\n".join(kept), encoding="utf-8")
    former, blob = (_git(register, "hash-object", str(path)) for path in (sent / "en.md", original))
    for language in ("ru", "kk"):
        path = folder / f"{language}.md"
        path.write_text(path.read_text(encoding="utf-8").replace(former, blob), encoding="utf-8")
    return original


def test_a_note_is_numbered_dated_and_recorded(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _draft(register)
    text = path.read_text(encoding="utf-8")
    assert run(["send", "papers", "--as-of", DAY]) == 0
    said = capsys.readouterr().out
    # The acts of the example name notes up to SWG/1006 that are not in the register.
    assert "Number of the note: SWG/1007" in said
    added = {
        "place: astana",
        "number: SWG/1007",
        f"date: {DAY}",
        "events:   # none yet",
        f"  - {{on: {DAY}, kind: sent, by: secretariat, to: all}}",
    }
    assert set(path.read_text(encoding="utf-8").split("\n")) - set(text.split("\n")) == added
    assert run(["check", "--as-of", DAY]) == 0
    assert capsys.readouterr().out.startswith("no findings")
    assert run(["send", NOTE, "--as-of", DAY]) == 2
    assert "as SWG/1007" in capsys.readouterr().err


def test_a_number_that_was_given_once_is_not_given_again(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _draft(register)
    gone = register / "note-verbale/gone"
    shutil.copytree(register / "note-verbale/swg-1001", gone)
    path = gone / "en.md"
    path.write_text(path.read_text(encoding="utf-8").replace("SWG/1001", "SWG/2041"), encoding="utf-8")
    _git(register.parent, "add", ".")
    _git(register.parent, "commit", "-qm", "one")
    shutil.rmtree(gone)
    _git(register.parent, "commit", "-qam", "two")
    assert run(["send", "papers", "--as-of", DAY, "--number", "SWG/2041"]) == 2
    assert "SWG/2041 is the number of another note" in capsys.readouterr().err
    assert run(["send", "papers", "--as-of", DAY]) == 0
    assert "SWG/2042" in capsys.readouterr().out


def test_a_number_of_a_branch_is_not_given_again(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _git(register.parent, "add", ".")
    _git(register.parent, "commit", "-qm", "one")
    _git(register.parent, "branch", "own")
    sent = register / "note-verbale/elsewhere"
    shutil.copytree(register / "note-verbale/swg-1001", sent)
    text = (sent / "en.md").read_text(encoding="utf-8")
    (sent / "en.md").write_text(text.replace("SWG/1001", "SWG/1007"), encoding="utf-8")
    _git(register.parent, "add", ".")
    _git(register.parent, "commit", "-qm", "two")
    _git(register.parent, "branch", "other")
    _git(register.parent, "checkout", "-q", "own")
    _draft(register)
    assert run(["send", "papers", "--as-of", DAY, "--number", "SWG/1007", "--also", "other"]) == 2
    assert "SWG/1007 is the number of another note" in capsys.readouterr().err
    assert run(["send", "papers", "--as-of", DAY, "--also", "nowhere"]) == 2
    assert "nowhere" in capsys.readouterr().err
    assert run(["send", "papers", "--as-of", DAY, "--also", "other"]) == 0
    assert "SWG/1008" in capsys.readouterr().out
    _git(register.parent, "checkout", "-q", "--", ".")
    assert run(["send", "papers", "--as-of", DAY]) == 2
    shutil.rmtree(register / NOTE)
    _draft(register)
    assert run(["send", "papers", "--as-of", DAY]) == 0
    assert "SWG/1007" in capsys.readouterr().out


def test_a_shallow_clone_gives_no_number(
    register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _draft(register)
    for subject in ("one", "two"):
        (register.parent / subject).touch()
        _git(register.parent, "add", ".")
        _git(register.parent, "commit", "-qm", subject)
    clone = tmp_path / "clone"
    _git(tmp_path, "clone", "-q", "--depth", "1", register.parent.as_uri(), str(clone))
    monkeypatch.chdir(clone)
    assert run(["send", "papers", "--as-of", DAY]) == 2
    assert "git fetch --unshallow" in capsys.readouterr().err
    assert run(["send", "papers", "--as-of", DAY, "--number", "SWG/1007"]) == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["note-verbale/swg-1001"], "was sent on 2026-10-05 as SWG/1001"),
        (["concept-paper/environment-2026"], "is not a letter"),
        (["notice/environment-xa-2026"], "was sent on 2026-01-12"),
        (["papers", "--on", "yesterday"], "invalid date “yesterday”"),
        (["swg-1"], "unknown work “note-verbale/swg-1”"),
    ],
)
def test_what_cannot_be_sent_is_told(
    register: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    before = _draft(register).read_bytes()
    assert run(["send", *arguments, "--as-of", DAY]) == 2
    assert told in capsys.readouterr().err
    assert (register / NOTE / "en.md").read_bytes() == before


def test_an_unfinished_note_is_not_sent(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _draft(register)
    path.write_text(path.read_text(encoding="utf-8").replace("30 October", "[TODO: day]"), encoding="utf-8")
    before = path.read_bytes()
    assert run(["send", NOTE, "--as-of", DAY]) == 1
    assert "[form/placeholder-left]" in capsys.readouterr().out
    assert path.read_bytes() == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_note_received_is_registered_and_checked(
    register: Path, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    arguments = [*FROM_XB, "--in-reply-to", "note-verbale/swg-1001", "--form", "paper", "--scan", "xb-245.pdf"]
    assert run([*arguments, "--lang", language]) == 0
    folder = register / "note-verbale/xb-03-1-245-2026"
    text = (folder / "en.md").read_text(encoding="utf-8")
    assert "{on: 2026-11-05, kind: received, by: secretariat, form: paper, scan: xb-245.pdf}" in text
    assert "№\u00a003-1/245" in (folder / f"{language}.md").read_text(encoding="utf-8") or language == "en"
    capsys.readouterr()
    assert run(["check", "--as-of", DAY]) == 0
    assert capsys.readouterr().out.startswith("no findings")
    assert run([*FROM_XB, "--id", "again"]) == 2
    assert not (register / "note-verbale/again").exists()


def test_its_own_words_are_taken_over(register: Path, tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("Министерство сообщает, что примет участие.\n", encoding="utf-8")
    assert run([*FROM_XB, "--text", f"ru={tmp_path / 'note.md'}", "--title", "Participation"]) == 0
    folder = register / "note-verbale/xb-03-1-245-2026"
    assert (
        (folder / "ru.md").read_text(encoding="utf-8").endswith("---\n\nМинистерство сообщает, что примет участие.\n")
    )
    assert (folder / "en.md").read_text(encoding="utf-8").endswith("}\n---\n")


def test_what_was_given_for_own_use_is_restricted(
    register: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "note.md").write_text("Readings.\n", encoding="utf-8")
    assert run([*FROM_XB, "--own-use", "--text", str(tmp_path / "note.md")]) == 2
    assert run([*FROM_XB, "--own-use"]) == 0
    path = register / "note-verbale/xb-03-1-245-2026/en.md"
    assert "restricted: [{provided_by: [XB]}]" in path.read_text(encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8") + "\nReadings of stations.\n", encoding="utf-8")
    capsys.readouterr()
    assert run(["check", "--as-of", DAY]) == 1
    said = capsys.readouterr().out
    assert "error[information/text-held]" in said
    assert "Readings" not in said


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["XQ"], "unknown state “XQ”"),
        (["XB"], "give --number, --date too"),
        (["XB", "--number", "1", "--date", "3 May"], "invalid date “3 May”"),
        (["XB", "--number", "1", "--date", "2026-11-03", "--to", "nobody"], "“nobody”"),
        (["XB", "--number", "1", "--date", "2026-11-03", "--text", "nowhere.md"], "nowhere.md"),
        (["XB", "--number", "1", "--date", "2026-11-03", "--in-reply-to", "note-verbale/none"], "unknown work"),
    ],
)
def test_what_cannot_be_registered_is_told(
    register: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    before = sorted(register.rglob("*"))
    assert run(["receive", *arguments, "--as-of", DAY]) == 2
    assert told in capsys.readouterr().err
    assert sorted(register.rglob("*")) == before


def test_a_note_of_a_day_to_come_or_in_another_form_is_refused(
    register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(register.rglob("*"))
    assert run([*FROM_XB, "--form", "oral"]) == 1
    assert "form/schema" in capsys.readouterr().out
    assert run(["receive", "XB", "--number", "7", "--date", "2026-11-09", "--on", "2026-11-05", "--as-of", DAY]) == 1
    assert "received" in capsys.readouterr().out
    assert sorted(register.rglob("*")) == before
