"""`cica approve`: act and statement are written together, others sign, and what the check refuses is not written."""

import subprocess
from pathlib import Path

import pytest

from cica_docs.cli import writing
from cica_docs.cli.run import run
from cica_docs.signing.ssh_keygen import find_program
from cica_docs.values.failure import Failure
from forgery import APPROVE, DAY, RECORD, SETTINGS, WORK, Ground, copy_ground, key_file
from proposal import git
from signatories import key_of, public_key_of

pytestmark = pytest.mark.series(6)

LANGUAGES = ("en", "ru", "kk")


@pytest.fixture
def ground(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ground:
    made = copy_ground(tmp_path)
    git(made.root, "checkout", "-q", "main")
    monkeypatch.chdir(made.root)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return made


def _changed(ground: Ground) -> list[str]:
    return git(ground.root, "status", "--short", "--untracked-files=all").split()[1::2]


def _sign(principal: str, key: str, *more: str) -> int:
    return run(["approve", WORK, "--sign", "--key", str(key_of(key)), "--as", principal, "--as-of", DAY, *more])


@pytest.mark.parametrize("language", LANGUAGES)
def test_act_and_statement_are_written_and_shown(
    ground: Ground, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    assert run([*APPROVE, "--lang", language]) == 0
    said = capsys.readouterr().out
    assert ground.read(RECORD).decode() in said
    assert f"ssh-keygen -Y sign -n cica-approval@1 -f KEY < registry/{RECORD}" in said
    assert len(_changed(ground)) == len(LANGUAGES) + 1


@pytest.mark.usefixtures("ground")
def test_each_signs_in_turn_until_the_check_passes(capsys: pytest.CaptureFixture[str]) -> None:
    checked = ["check", "--base", "HEAD", "--as-of", DAY, "--select", "approval"]
    assert run([*APPROVE, "--key", str(key_of("officer")), "--as", "officer"]) == 0
    assert "0 good signatures of 1 for CICA Chairmanship" in capsys.readouterr().out
    assert run(checked) == 1
    assert _sign("chair", "chair") == 0
    assert run(checked) == 0, capsys.readouterr().out


@pytest.mark.parametrize(
    ("principal", "key", "status", "said"),
    [
        ("officer", "stranger", 1, "no signature of"),
        ("stranger", "stranger", 2, "the register has no key of “stranger”; it has those of: chair, officer"),
    ],
)
def test_a_signature_that_proves_nothing_is_not_written(
    ground: Ground, capsys: pytest.CaptureFixture[str], principal: str, key: str, status: int, said: str
) -> None:
    assert run(APPROVE) == 0
    assert _sign(principal, key) == status
    shown = capsys.readouterr()
    assert said in shown.out + shown.err
    assert not list((ground.register / WORK).glob("*.sig"))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--key", "x"], "--key and --as belong together"),
        (["--sign"], "--key and --as belong together"),
        (["--act", "circulated"], "no body approves documents"),
        (["--on", "soon"], "soon"),
        (["--act", "approved", "--on", "2026-06-24", "--decision", "SOC/2026-II/INF/9"], "with another ref"),
    ],
)
def test_wrong_usage_is_said_and_nothing_is_written(
    ground: Ground, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert run(["approve", WORK, "--as-of", DAY, *arguments]) == 2
    assert said in capsys.readouterr().err
    assert _changed(ground) == []


def test_what_the_check_refuses_is_not_written(ground: Ground, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["approve", WORK, "--as-of", DAY, "--on", "2026-04-07", "--decision", "SOC/2026-I/INF/9"]) == 1
    assert "Nothing was written" in capsys.readouterr().out
    assert _changed(ground) == []


def test_a_disk_that_fails_leaves_all_as_it_was(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    write_file = writing.write_file

    def fail(path: Path, content: bytes) -> None:
        if path.name == Path(RECORD).name:
            raise Failure("not-writable", status=3, path=str(path), reason="full")
        write_file(path, content)

    monkeypatch.setattr(writing, "write_file", fail)
    assert run(APPROVE) == 3
    assert _changed(ground) == []


def test_an_act_on_record_gets_its_record(ground: Ground) -> None:
    assert run(["approve", WORK, "--as-of", DAY, "--act", "approved", "--on", "2026-06-24"]) == 0
    assert _changed(ground) == [f"registry/{WORK}/approved-2026-06-24.txt"]


def test_silence_is_stated_with_its_end(ground: Ground) -> None:
    assert run([*APPROVE[:-2], "--silence-until", "2026-11-18"]) == 0
    assert "\nmode: silence until 2026-11-18\n" in ground.read(RECORD).decode()


def test_a_record_that_was_merged_is_not_made_again(ground: Ground, capsys: pytest.CaptureFixture[str]) -> None:
    ground.merge()
    assert run(APPROVE) == 2
    assert "is on record already" in capsys.readouterr().err


def test_a_record_that_was_committed_on_a_branch_is_made_again_from_its_base(
    ground: Ground, capsys: pytest.CaptureFixture[str]
) -> None:
    git(ground.root, "checkout", "-q", "proposal")
    assert run(APPROVE) == 2
    assert "--base main" in capsys.readouterr().err
    ground.swap(f"{WORK}/ru.md", "Воздух и вода не", "Воздух и вода  не")
    former = ground.read(RECORD)
    assert run([*APPROVE, "--base", "main"]) == 1
    assert "take the signature out of the change" in capsys.readouterr().out
    for path in (ground.register / WORK).glob("*.sig"):
        path.unlink()
    assert run([*APPROVE, "--base", "main"]) == 0
    assert ground.read(RECORD) != former


def test_a_change_of_keys_is_signed_by_one_from_before(ground: Ground, capsys: pytest.CaptureFixture[str]) -> None:
    checked = ["check", "--base", "HEAD", "--as-of", DAY, "--select", "approval"]
    signed = ["--sign", "--key", str(key_of("officer")), "--as", "officer", "--as-of", DAY]
    ground.write("keys/second.yaml", key_file("secretariat", "advisor"))
    ground.swap(SETTINGS, "{role: chairmanship}", "{role: chairmanship, number: 2}")
    assert run(checked) == 1
    assert run(["approve", "keys/second.yaml", *signed]) == 0
    assert run(["approve", SETTINGS, *signed]) == 0
    capsys.readouterr()
    assert run(checked) == 0, capsys.readouterr().out
    assert run(["approve", "keys/officer.yaml", *signed]) == 2
    assert "no change to sign" in capsys.readouterr().err


def test_anyone_can_prove_it_with_two_programs(ground: Ground, tmp_path: Path) -> None:
    ground.merge()
    statement = ground.read(RECORD).decode()
    for language in LANGUAGES:
        shown = f"git show HEAD:registry/{WORK}/{language}.md"
        for name, command in (
            ("file", f"{shown} | sha256sum"),
            ("text", f"{shown} | awk 'n > 1; /^---$/ {{ n++ }}' | sha256sum"),
        ):
            digest = subprocess.run(command, shell=True, cwd=ground.root, check=True, capture_output=True).stdout  # noqa: S602
            assert f"\n{name} {language}: sha256 {digest.decode().split()[0]}\n" in statement
    allowed = tmp_path / "allowed"
    allowed.write_text(f"officer {public_key_of('officer')}\n", encoding="ascii")
    verify = [str(find_program()), "-Y", "verify", "-f", str(allowed), "-I", "officer", "-n", "cica-approval@1"]
    signature = ground.register / RECORD.replace(".txt", ".officer.sig")
    subprocess.run([*verify, "-s", str(signature)], input=ground.read(RECORD), check=True, capture_output=True)
