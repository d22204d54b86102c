"""`cica record`: an act is written in its place, nothing else changes, and what must not be is not written."""

import shutil
import subprocess
from pathlib import Path

import pytest

from canary import CORPUS, DAY
from cica_docs.cli.run import run
from cica_docs.documents.act_writing import insert_act
from cica_docs.documents.corpus import Corpus
from cica_docs.values.failure import Failure

pytestmark = pytest.mark.series(6)

PAPER = "concept-paper/environment-2026"
EXTENDED = [PAPER, "extended", "--on", "2026-11-18", "--by", "SOC", "--until", "2030-06-30", "--set", "mode=meeting"]
LINE = "  - {on: 2026-11-18, kind: extended, by: soc, ref: SOC/2026-III/INF/2, until: 2030-06-30, mode: meeting}\n"
LANGUAGES = ("en", "ru", "kk")


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "work" / "registry"
    shutil.copytree(CORPUS, folder)
    subprocess.run(["git", "init", "-q", str(folder.parent)], check=True)
    monkeypatch.chdir(folder.parent)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return folder


def _record(*arguments: str) -> int:
    return run(["record", *arguments, "--as-of", DAY])


def _files(register: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in (register / PAPER).glob("*.md")}


def test_an_act_is_written_and_what_follows_is_shown(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = _files(register)
    assert _record(*EXTENDED, "--ref", "SOC/2026-III/INF/2") == 0
    after = _files(register)
    assert after["en.md"].replace(LINE, "") == before["en.md"]
    said = capsys.readouterr().out
    assert "Status: in force from 1 July 2026 to 30 June 2029 → in force from 1 July 2026 to 30 June 2030" in said
    assert "Discharged by it: 2.6/extended-on-time:concept-paper/environment-2026:2029-06-30" in said
    assert "2.6/extended-on-time:concept-paper/environment-2026:2030-06-30" in said
    assert run(["check", "--as-of", DAY]) == 0
    capsys.readouterr()
    assert run(["translate", "status"]) == 0, capsys.readouterr().out


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_check_refuses_is_not_written(
    register: Path, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    before = _files(register)
    assert _record(PAPER, "approved", "--on", "2026-04-07", "--by", "soc", "--lang", language) == 1
    assert _files(register) == before
    said = capsys.readouterr().out
    assert (
        "error[concept-paper/approved-unconsidered]" in said or "[concept-paper/approved" in said or "[record/" in said
    )
    assert "“approved (2026-04-07)”" in said or "«approved (2026-04-07)»" in said


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([PAPER, "aproved"], "no act “aproved”; did you mean “approved”?"),
        ([PAPER, "approved"], "must have: by;"),
        ([PAPER, "approved", "--by", "soc", "--until", "2030-01-01"], "has no field “until”"),
        ([PAPER, "approved", "--by", "soc", "--set", "mode=[a"], "invalid answer “mode=[a”"),
        ([PAPER, "approved", "--by", "soc", "--set", "mode={}"], "mode must be"),
        ([PAPER, "approved", "--by", "soc", "--on", "1 May"], "invalid date “1 May”"),
        ([PAPER, "considered", "--on", "2026-05-20", "--channel", "swg"], "“considered” of 2026-05-20 is on record"),
        (["concept-paper/enviroment-2026", "approved"], "unknown work “concept-paper/enviroment-2026”"),
    ],
)
def test_what_cannot_be_recorded_is_told(
    register: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    before = _files(register)
    assert _record(*arguments) == 2
    assert told in capsys.readouterr().err
    assert _files(register) == before


def test_an_act_is_corrected_by_a_further_one(register: Path) -> None:
    named = "corrects={on: 2026-05-20, kind: considered}"
    done = "done={on: 2026-05-21, kind: considered, channel: swg}"
    reason = "reason={en: 'The day was wrong, as the summary shows.', ru: 'День указан неверно.', kk: 'Күні қате.'}"
    assert _record(PAPER, "corrected", "--by", "secretariat", "--set", named, "--set", done, "--set", reason) == 0
    assert "'The day was wrong, as the summary shows.'" in _files(register)["en.md"]
    assert run(["check", PAPER.join(("registry/", "")), "--as-of", DAY]) == 0


def test_a_disk_that_fails_leaves_all_as_it_was(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = _files(register)
    written: list[Path] = []

    def write_file(path: Path, content: bytes) -> None:
        written.append(path)
        if len(written) == 2:
            raise Failure("not-writable", status=3, path=str(path), reason="full")
        path.write_bytes(content)

    monkeypatch.setattr("cica_docs.cli.writing.write_file", write_file)
    assert _record(*EXTENDED, "--ref", "SOC/2026-III/INF/2") == 3
    assert _files(register) == before


def test_acts_that_are_not_written_one_below_the_other_are_left_to_a_person(
    register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = register / PAPER / "en.md"
    text = path.read_text(encoding="utf-8")
    head, acts, rest = text.partition("events:\n")
    lines, end, body = rest.partition("---\n")
    listed = ", ".join(line.strip().removeprefix("- ") for line in lines.splitlines())
    path.write_text(f"{head}events: [{listed}]\n{end}{body}", encoding="utf-8")
    assert acts
    assert _record(*EXTENDED) == 2
    assert "must be added by hand" in capsys.readouterr().err


@pytest.mark.parametrize("day", ["1999-01-01", "2026-05-20", "2099-12-31"])
def test_every_original_takes_an_act_and_keeps_all_else(example: Corpus, day: str) -> None:
    act = {
        "on": day,
        "kind": "noted",
        "by": ["soc", "XA"],
        "note": {"en": "It's, as: they [say] {so} #1", "ru": "«а», б"},
    }
    for document in example.originals:
        written = insert_act(document, act)
        assert written is not None, document.path
        added = [line for line in written.split("\n") if line not in document.source.text.split("\n")]
        assert len(added) <= len(act) + 1


def test_what_a_draft_may_keep_stops_its_circulation(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = register / "concept-paper" / "soils-2027"
    shutil.copytree(register / PAPER, folder)
    path = folder / "en.md"
    head, _, rest = path.read_text(encoding="utf-8").partition("events:\n")
    body = rest.partition("\n---\n")[2].replace("Schools", "[TODO: who], schools")
    head = head.replace("SOC/2026-II/INF/3", "SOC/2026-III/INF/9")
    path.write_text(f"{head}events:\n  - {{on: 2026-11-02, kind: issued, by: XA}}\n---\n{body}", encoding="utf-8")
    before = path.read_bytes()
    arguments = ["concept-paper/soils-2027", "circulated", "--on", "2026-11-04", "--by", "secretariat", "--to", "all"]
    assert _record(*arguments) == 1
    assert "error[form/placeholder-left]" in capsys.readouterr().out
    assert path.read_bytes() == before
