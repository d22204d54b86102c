"""Forgeries of approvals, with real keys in real repositories: each is refused, and what is lawful is not."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from cica_docs.cli.run import run
from cica_docs.signing import ssh_keygen
from forgeries import FORGERIES
from forgery import DAY, HOLDS, RECORD, WORK, Ground, copy_ground, key_file, refusals
from forging import RAN, RUSSIAN
from proposal import git

pytestmark = pytest.mark.series(6)

PAGE = Path(__file__).parent.parent / "docs" / "inside" / "evidence.md"
COMMANDS = {"check": "cica check --base", "history": "cica check --history", "verify": "cica verify"}


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Ground]:
    """A copy of the ground for a key that holds on some days; every command runs in it."""

    def make(officer: str = HOLDS) -> Ground:
        ground = copy_ground(tmp_path, officer)
        monkeypatch.chdir(ground.root)
        monkeypatch.setenv("LC_ALL", "C.UTF-8")
        monkeypatch.setenv("PATH", f"{ground.root}:{os.environ['PATH']}")
        return ground

    return make


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forgery_is_refused(name: str, made: Callable[[str], Ground], capsys: pytest.CaptureFixture[str]) -> None:
    forgery = FORGERIES[name]
    ground = made(forgery.officer)
    forgery.does(ground)
    refused = refusals(forgery.asks, capsys)
    assert any(forgery.refused in each for each in refused), refused
    assert not (ground.root / RAN).exists()


def test_what_is_lawful_is_proved(made: Callable[[str], Ground], capsys: pytest.CaptureFixture[str]) -> None:
    ground = made()
    assert refusals("check", capsys) == set()
    ground.merge()
    assert refusals("verify", capsys) == set()
    assert refusals("history", capsys) == set()


def test_a_key_that_ends_later_leaves_what_it_signed(
    made: Callable[[str], Ground], capsys: pytest.CaptureFixture[str]
) -> None:
    ground = made()
    ground.merge()
    ground.write("keys/officer.yaml", key_file("secretariat", "officer", f"{HOLDS}\nrevoked: 2026-11-28"))
    ground.sign_keys("keys/officer.yaml", "HEAD", "chair", "chair")
    ground.commit("2026-11-28")
    assert [refusals(asked, capsys) for asked in ("verify", "history")] == [set(), set()]


def test_a_key_that_a_trusted_one_has_signed_may_sign(
    made: Callable[[str], Ground], capsys: pytest.CaptureFixture[str]
) -> None:
    ground = made()
    git(ground.root, "checkout", "-q", "main")
    ground.write("keys/second.yaml", key_file("secretariat", "advisor"))
    ground.sign_keys("keys/second.yaml", "HEAD", "officer")
    ground.commit("2026-11-10")
    git(ground.root, "checkout", "-q", "proposal")
    git(ground.root, "rebase", "-q", "main")
    (ground.register / RECORD.replace(".txt", ".officer.sig")).unlink()
    ground.sign(("second", "advisor"))
    ground.commit("2026-11-24")
    assert refusals("check", capsys) == set()
    ground.merge()
    assert refusals("verify", capsys) == set()


def test_an_edit_on_record_is_told_and_proves_no_less(
    made: Callable[[str], Ground], capsys: pytest.CaptureFixture[str]
) -> None:
    ground = made()
    ground.merge()
    ground.swap(RUSSIAN, "Воздух и вода не", "Воздух и вода  не")
    edited = "  - {on: 2026-11-27, kind: edited, by: secretariat, words: 0, reason: {en: a, ru: б, kk: б}}\n---\n"
    ground.swap(f"{WORK}/en.md", "mode: meeting}\n---\n", f"mode: meeting}}\n{edited}")
    ground.commit("2026-11-27")
    assert refusals("verify", capsys) == set()
    run(["verify", WORK, "--as-of", DAY])
    assert "ru: changed since, as is on record (edited 2026-11-27)" in capsys.readouterr().out


def test_a_record_may_be_made_again_before_it_is_merged(
    made: Callable[[str], Ground], capsys: pytest.CaptureFixture[str]
) -> None:
    ground = made()
    final = ground.read(RECORD)
    ground.swap(RECORD, "verdict: no error", "verdict: none yet")
    ground.commit("2026-11-24")
    ground.write(RECORD, final)
    ground.commit("2026-11-25")
    git(ground.root, "checkout", "-q", "main")
    git(ground.root, "merge", "-q", "--no-ff", "-m", "merge", "proposal")
    assert refusals("verify", capsys) == set()


def test_what_was_put_back_is_proved_again(made: Callable[[str], Ground], capsys: pytest.CaptureFixture[str]) -> None:
    ground = made()
    ground.merge()
    signed = ground.read(RECORD)
    (ground.register / RECORD).unlink()
    ground.commit("2026-11-26")
    assert "record gone" in refusals("verify", capsys)
    ground.write(RECORD, signed)
    ground.commit("2026-11-27")
    assert [refusals(asked, capsys) for asked in ("verify", "history")] == [set(), set()]


@pytest.mark.parametrize("place", ["bare", "at a former commit"])
def test_it_is_proved_from_any_clone(
    made: Callable[[str], Ground], capsys: pytest.CaptureFixture[str], tmp_path: Path, place: str
) -> None:
    ground = made()
    ground.merge()
    if place == "bare":
        git(tmp_path, "clone", "-q", "--bare", str(ground.root), "bare.git")
        options = ["--register", str(tmp_path / "bare.git"), "--revision", "main"]
        run(["verify", WORK, "--as-of", DAY, *options])
    else:
        options = ["--revision", git(ground.root, "rev-parse", "HEAD")]
        ground.swap(RUSSIAN, "не знают границ", "не имеют границ")
        ground.commit("2026-11-30")
        assert "edition differs" in refusals("verify", capsys)
        run(["verify", WORK, "--as-of", DAY, *options])
    said = capsys.readouterr().out
    assert "ru: the text that was approved" in said
    assert "signed by chair for CICA Chairmanship" in said


def test_without_the_program_nothing_is_passed_over(
    made: Callable[[str], Ground], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made()
    monkeypatch.setattr(ssh_keygen, "_FOLDERS", ())
    ssh_keygen.find_program.cache_clear()
    try:
        refused = {said for asked in ("check", "verify") for said in refusals(asked, capsys)}
    finally:
        ssh_keygen.find_program.cache_clear()
    assert len(refused) == 1
    assert "no ssh-keygen on this machine" in refused.pop()


def _shown(refused: str) -> str:
    """What refuses a forgery, as the page shows it: a rule, a verdict, or what a failure names."""
    return f"`{refused}`"


def test_the_page_shows_the_table() -> None:
    rows = [
        f"| {name} | `{COMMANDS[forgery.asks]}` | {_shown(forgery.refused)} |" for name, forgery in FORGERIES.items()
    ]
    lines = PAGE.read_text(encoding="utf-8").partition("\n## Printed files\n")[0].splitlines()
    assert [line for line in lines if line.startswith("| ")][2:] == rows, "\n".join(rows)
