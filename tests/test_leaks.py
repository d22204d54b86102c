"""Restricted information in no output: canaries in every field and section, and every command's every word searched."""

import shutil
import subprocess
from pathlib import Path

import pytest
import typer

from canary import (
    BROKEN,
    CONSENT,
    CORPUS,
    DAY,
    EVENTS,
    FIELDS,
    ITEM,
    PAPER,
    consents,
    leaking,
    mark,
    plant,
    printed,
)
from cica_docs.cli.app import app
from cica_docs.cli.run import run
from nightly import share
from telling_commands import CHECKS, COMMANDS, DATED, ELSEWHERE


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "registry"
    shutil.copytree(CORPUS, folder)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    (tmp_path / "values.yaml").write_text("1.10/tenure: {tenure: [{from: 2024-01-01, years: [5, 6]}]}\n")
    return folder


def _run(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    day = ["--as-of", DAY] if DATED & set(arguments) else []
    status = run([*arguments, *day])
    said = capsys.readouterr()
    assert status in {0, 1, 2}, f"{arguments}: {said.err}"
    return said.out + said.err


def test_every_command_is_tried() -> None:
    known = set(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
    assert known - {argument for arguments in COMMANDS for argument in arguments} - ELSEWHERE == set()


def _said(commands: list[list[str]], folder: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """What commands say, and the summary that goes with annotations."""
    summary = folder / "summary.md"
    with pytest.MonkeyPatch.context() as surroundings:
        surroundings.setenv("GITHUB_STEP_SUMMARY", str(summary))
        said = {" ".join(arguments): _run(arguments, capsys) for arguments in commands}
    return {**said, "summary": summary.read_text(encoding="utf-8")}


def test_no_command_tells_of_what_is_restricted(
    register: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plant(register, FIELDS + EVENTS)
    mark(register)
    said = _said([*CHECKS, *share(COMMANDS, 0, 4)], tmp_path, capsys)
    assert leaking(said) == {}
    assert f"{ITEM}/en.md" in said["check --format text"]


@pytest.mark.series(6)
@pytest.mark.parametrize("front", BROKEN.values(), ids=BROKEN)
def test_what_cannot_be_read_may_be_restricted(
    front: str, register: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plant(register, front)
    assert leaking(_said(CHECKS[:4], tmp_path, capsys)) == {}


def test_a_section_that_cannot_be_told_from_others_hides_the_whole(
    register: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mark(register, section="backgruond")
    assert leaking(_said(CHECKS[:4], tmp_path, capsys)) == {}


def test_nothing_printed_tells_of_what_is_restricted(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plant(register, FIELDS + EVENTS, "\nZqvbody.\n")
    mark(register)
    for work in (ITEM, PAPER, CONSENT):
        assert run(["render", work, "--as-of", DAY, "-o", "out"]) == 0
    said = printed(Path("out"))
    assert leaking(said) == {}
    assert {name.rpartition(".")[2] for name in said} == {"pdf", "docx", "html"}
    assert "Withheld: information of Avelor, Corvane" in said[f"{PAPER}/index.html"]
    assert "Restricted information item" in said[f"{ITEM}/index.html"]
    assert "Dorinth" not in said[f"{CONSENT}/index.html"]
    assert leaking({"told": "".join(capsys.readouterr())}) == {}


def test_the_index_and_the_manifest_tell_that_it_is_there_and_no_more(register: Path) -> None:
    plant(register, FIELDS + EVENTS, "\nZqvbody.\n")
    mark(register)
    for folder in register.iterdir():
        if folder.name not in {"reference", "decision", "information-item", "consent", "concept-paper"}:
            shutil.rmtree(folder)
    assert run(["render", "--to", "html", "--as-of", DAY, "-o", "out"]) == 0
    said = printed(Path("out"))
    assert leaking(said) == {}
    assert ITEM in said["manifest.json"]
    assert ITEM in said["index.html"]
    assert run(["site", "--as-of", DAY, "-o", "site"]) == 0
    site = {str(path): path.read_text(encoding="utf-8") for path in Path("site").rglob("*") if path.is_file()}
    assert leaking(site) == {}
    assert f"site/en/works/{ITEM}.html" in site


@pytest.mark.series(3)
@pytest.mark.parametrize(
    ("scope", "revoked", "shown"), [("publish", False, True), ("quote", False, False), ("publish", True, False)]
)
def test_it_is_printed_by_consent_of_all_to_that(register: Path, scope: str, revoked: bool, shown: bool) -> None:
    path = register / ITEM / "en.md"
    path.write_text(
        path.read_text(encoding="utf-8").replace("title: Methods", "title: Zqvmethods").replace("The text", "Zqvtext"),
        encoding="utf-8",
    )
    mark(register, item="air-observation-2026")
    consents(register, scope)
    if revoked:
        consent = register / "consent/air-published-xc/en.md"
        text = consent.read_text(encoding="utf-8")
        # Revoked on a later day than the one asked for: it serves no more all the same.
        consent.write_text(text.replace("by: XC}\n", "by: XC}\n  - {on: 2027-02-01, kind: revoked, by: XC}\n"), "utf-8")
    for work in (ITEM, PAPER):
        assert run(["render", work, "--to", "html,docx,txt", "--as-of", DAY, "-o", "out"]) == 0
    said = leaking(printed(Path("out")))
    assert (set(said) >= {f"{ITEM}/index.html", f"{PAPER}/index.html", f"{PAPER}/kk.docx"}) is shown
    assert bool(said) is shown


def test_what_is_not_shown_whole_is_not_rewritten(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mark(register)
    paths = [register / PAPER / f"{language}.md" for language in ("en", "ru", "kk")]
    for path in paths:
        path.write_text(path.read_text(encoding="utf-8") + '\nIt is "quoted" so .\n', encoding="utf-8")
    before = [path.read_bytes() for path in paths]
    run(["fix", "--apply"])
    assert run(["translate", "sync", PAPER, "--languages", "ru", "--lang", "ru"]) == 2
    assert "(пункт 4.2)" in capsys.readouterr().err
    assert [path.read_bytes() for path in paths] == before


@pytest.fixture
def repository(register: Path) -> Path:
    """A repository in whose history restricted texts lie, and whose work tree holds them no more."""
    texts = {path: path.read_bytes() for work in (ITEM, PAPER) for path in (register / work).iterdir()}
    plant(register, FIELDS + EVENTS, "\nZqvbody.\n")
    mark(register)
    _git("init", "-q", "-b", "main")
    _git("add", "registry")
    _git("commit", "-q", "-m", "one")
    for path, content in texts.items():
        path.write_bytes(content)
    _git("commit", "-q", "-a", "-m", "two")
    return register


def _git(*arguments: str) -> str:
    known = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    return subprocess.run(["git", *known, *arguments], check=True, capture_output=True, text=True).stdout


@pytest.mark.usefixtures("repository")
def test_an_audit_finds_in_history_what_the_work_tree_holds_no_more(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["audit", "leaks", "--as-of", DAY]) == 0
    capsys.readouterr()
    assert run(["audit", "leaks", "--history", "--as-of", DAY]) == 1
    said = capsys.readouterr().out
    assert leaking({"said": said}) == {}
    for path, field in ((f"{ITEM}/en.md", "item"), (f"{ITEM}/kk.md", "item"), (f"{PAPER}/ru.md", "section")):
        blob = _git("rev-parse", f"HEAD~1:registry/{path}").strip()
        assert f"registry/{path} ({blob}): text of a restricted {field}" in said
    _git("checkout", "-q", "--orphan", "fresh")
    _git("commit", "-q", "-m", "three")
    _git("branch", "-q", "-D", "main")
    assert run(["audit", "leaks", "--history", "--as-of", DAY]) == 1, "no branch leads there, and Git keeps it"


@pytest.mark.usefixtures("repository")
def test_what_git_kept_is_not_told_by_other_commands(capsys: pytest.CaptureFixture[str]) -> None:
    commands = (
        ["check", "--revision", "HEAD~1"],
        ["check", "--base", "HEAD~1"],
        ["list", "information-item", "--revision", "HEAD~1"],
        ["translate", "status"],
        ["history", ITEM],
        ["changes", "--since", "HEAD~1"],
        ["changes", "--since", "2020-01-01", "--format", "json"],
    )
    assert leaking({" ".join(command): _run(command, capsys) for command in commands}) == {}


def test_one_provider_alone_cannot_release_it(register: Path) -> None:
    plant(register, FIELDS.replace("own_use: zqvown", "own_use: true") + EVENTS, "\nZqvbody.\n")
    consents(register)
    shutil.rmtree(register / "consent/air-published-xc")
    assert run(["render", ITEM, "--to", "html", "--as-of", DAY, "-o", "out"]) == 0
    assert leaking(printed(Path("out"))) == {}
