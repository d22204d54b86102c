"""Tags over approvals: made by `cica approve --tag`, and verified by rules of our own."""

import json
import os
import subprocess
from collections.abc import Callable
from datetime import datetime, tzinfo
from pathlib import Path

import pytest

import cica_docs.cli.approve
from cica_docs.cli.run import run
from cica_docs.documents.approvals.statement import format_digest
from cica_docs.documents.approvals.tag import NAMESPACE, ApprovalTag
from cica_docs.signing.ssh_keygen import sign
from forgery import DAY, RECORD, WORK, Ground, copy_ground, git_bytes, key_file
from proposal import git
from signatories import key_of, public_key_of

PAGE = Path(__file__).parents[1] / "docs" / "inside" / "evidence.md"
NAME = f"refs/tags/approved/{RECORD.removesuffix('.txt')}/chair"
TAG = ["approve", WORK, "--tag", "--as", "chair", "--as-of", DAY]
AT = 1_796_000_000


def signed(content: bytes, name: str = "chair", namespace: str = NAMESPACE) -> bytes:
    return content + sign(content, key_of(name), namespace)


def write(ground: Ground, content: bytes, name: str = NAME) -> None:
    id = git(ground.root, "hash-object", "-t", "tag", "-w", "--literally", "--stdin", content=content)
    git(ground.root, "update-ref", name, id)


def lightweight(ground: Ground, tag: ApprovalTag) -> None:
    git(ground.root, "update-ref", NAME, tag.commit)


def symbolic(ground: Ground, tag: ApprovalTag) -> None:
    write(ground, signed(tag.content), "refs/tags/other")
    git(ground.root, "symbolic-ref", NAME, "refs/tags/other")


def nested(ground: Ground, tag: ApprovalTag) -> None:
    write(ground, signed(tag.content), "refs/tags/inner")
    inner = git(ground.root, "rev-parse", "refs/tags/inner")
    content = tag.content.replace(f"object {tag.commit}\ntype commit".encode(), f"object {inner}\ntype tag".encode())
    write(ground, signed(content))


def of_another_name(ground: Ground, tag: ApprovalTag) -> None:
    write(ground, signed(tag.content.replace(b"tag approved/", b"tag draft/")))


def of_another_principal(ground: Ground, tag: ApprovalTag) -> None:
    write(ground, signed(tag.content.replace(b"/chair\n", b"/officer\n")))


def of_another_record(ground: Ground, tag: ApprovalTag) -> None:
    write(ground, signed(tag._replace(digest=format_digest(b"")).content))


def with_more_words(ground: Ground, tag: ApprovalTag) -> None:
    write(ground, signed(tag.content + b"and something else\n"))


def over_a_branch(ground: Ground, tag: ApprovalTag) -> None:
    write(ground, signed(tag._replace(commit=git(ground.root, "rev-parse", "proposal")).content))


def over_an_earlier_commit(ground: Ground, tag: ApprovalTag) -> None:
    write(ground, signed(tag._replace(commit=git(ground.root, "rev-parse", "main^")).content))


def dated_before_its_commit(ground: Ground, tag: ApprovalTag) -> None:
    write(ground, signed(tag._replace(at=1_700_000_000).content))


def dated_in_the_future(ground: Ground, tag: ApprovalTag) -> None:
    write(ground, signed(tag._replace(at=1_900_000_000).content))


def by_another_key(ground: Ground, tag: ApprovalTag) -> None:
    write(ground, signed(tag.content, "stranger"))


def of_another_namespace(ground: Ground, tag: ApprovalTag) -> None:
    write(ground, signed(tag.content, namespace="file"))


def unsigned(ground: Ground, tag: ApprovalTag) -> None:
    write(ground, tag.content)


def by_a_program_of_the_configuration(ground: Ground, tag: ApprovalTag) -> None:
    program = ground.root / ".git" / "sign.sh"
    program.write_text("#!/bin/sh\nexit 0\n", encoding="ascii")
    program.chmod(0o755)
    for name, value in (("gpg.format", "ssh"), ("gpg.ssh.program", str(program))):
        git(ground.root, "config", name, value)
    by_another_key(ground, tag)


def by_nobody(ground: Ground, tag: ApprovalTag) -> None:
    write(ground, signed(tag._replace(principal="nobody").content, "stranger"), NAME.replace("/chair", "/nobody"))


def by_a_planted_key(ground: Ground, tag: ApprovalTag) -> None:
    ground.write("keys/second.yaml", key_file("chairmanship", "stranger"))
    ground.commit("2026-11-27")
    write(ground, signed(tag._replace(principal="second").content, "stranger"), NAME.replace("/chair", "/second"))


def by_a_revoked_key(ground: Ground, tag: ApprovalTag) -> None:
    ground.swap("keys/chair.yaml", "from: 2026-01-01", "from: 2026-01-01\nrevoked: 2026-11-28")
    ground.sign_keys("keys/chair.yaml", "HEAD", "officer")
    ground.commit("2026-11-28")
    write(ground, signed(tag.content))


def without_a_record(ground: Ground, tag: ApprovalTag) -> None:
    other = tag._replace(record=tag.record.replace("2026-11-18", "2026-11-19"))
    write(ground, signed(other.content), f"refs/tags/{other.name}")


FORGERIES: dict[str, tuple[Callable[[Ground, ApprovalTag], None], str]] = {
    "a lightweight tag": (lightweight, "tag lightweight"),
    "a name that leads to another tag": (symbolic, "tag lightweight"),
    "a tag of a tag": (nested, "tag nested"),
    "a tag that was signed under another name": (of_another_name, "tag renamed"),
    "a tag that was signed as that of somebody else": (of_another_principal, "tag renamed"),
    "a tag of another record": (of_another_record, "tag form"),
    "a tag with more words than it should have": (with_more_words, "tag form"),
    "a tag over a commit of a branch": (over_a_branch, "tag elsewhere"),
    "a tag over a commit before the record": (over_an_earlier_commit, "tag elsewhere"),
    "a tag dated before its commit": (dated_before_its_commit, "tag time"),
    "a tag dated in the future": (dated_in_the_future, "tag time"),
    "a tag by another key": (by_another_key, "tag bad"),
    "a signature made for something else than a tag": (of_another_namespace, "tag bad"),
    "a tag without a signature": (unsigned, "tag bad"),
    "a program in the configuration of Git that finds all good": (by_a_program_of_the_configuration, "tag bad"),
    "a tag by somebody without a key": (by_nobody, "tag unknown"),
    "a tag by a key that was pushed past the gate": (by_a_planted_key, "tag planted"),
    "a tag by a key that was revoked since": (by_a_revoked_key, "tag revoked"),
    "a tag over an approval without a record": (without_a_record, "tag no-record"),
}


def verify(capsys: pytest.CaptureFixture[str]) -> tuple[int, set[str]]:
    """The exit status, and what is said of tags."""
    capsys.readouterr()
    status = run(["verify", "--as-of", DAY, "--format", "json"])
    proofs = json.loads(capsys.readouterr().out)["approvals"]
    return status, {f"tag {line['verdict']}" for proof in proofs for line in proof["lines"] if line["about"] == "tag"}


@pytest.fixture
def merged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Ground, ApprovalTag]:
    ground = copy_ground(tmp_path)
    ground.merge()
    monkeypatch.chdir(ground.root)
    commit = git(ground.root, "rev-parse", "main")
    return ground, ApprovalTag(RECORD, format_digest(ground.read(RECORD)), commit, "chair", AT)


@pytest.mark.series(6)
@pytest.mark.parametrize("name", FORGERIES)
def test_a_forged_tag_is_refused(
    merged: tuple[Ground, ApprovalTag], capsys: pytest.CaptureFixture[str], name: str
) -> None:
    forge, verdict = FORGERIES[name]
    forge(*merged)
    assert verify(capsys) == (1, {verdict})


def test_the_page_shows_the_table() -> None:
    rows = [f"| {name} | `{verdict}` |" for name, (_, verdict) in FORGERIES.items()]
    section = PAGE.read_text(encoding="utf-8").partition("\n## Tags\n")[2].partition("\n## ")[0]
    assert [line for line in section.splitlines() if line.startswith("| ")][2:] == rows, "\n".join(rows)


class _Clock:
    @staticmethod
    def now(zone: tzinfo) -> datetime:
        return datetime.fromtimestamp(AT, zone)


def test_a_tag_is_made_and_verified(
    merged: tuple[Ground, ApprovalTag], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    ground, tag = merged
    assert verify(capsys) == (0, set())
    write(ground, signed(tag.content))
    assert verify(capsys) == (0, {"tag good"})
    git(ground.root, "update-ref", "-d", NAME)
    monkeypatch.setattr(cica_docs.cli.approve, "datetime", _Clock)
    assert run([*TAG, "--key", str(key_of("stranger"))]) == 2
    assert "is not the key of chair" in capsys.readouterr().err
    assert run([*TAG, "--key", str(key_of("chair"))]) == 0
    assert f"git push origin {NAME}" in capsys.readouterr().out
    assert run([*TAG, "--key", str(key_of("chair"))]) == 2
    assert "already" in capsys.readouterr().err
    assert run(["verify", "--as-of", DAY, "--lang", "en"]) == 0
    assert "a tag too: chair for CICA Chairmanship" in capsys.readouterr().out
    assert git_bytes(ground.root, "cat-file", "tag", NAME).startswith(f"object {tag.commit}\n".encode())
    git(ground.root, "fsck", "--strict")
    allowed = ground.root / ".git" / "allowed"
    allowed.write_text(f'chair namespaces="git" {public_key_of("chair")}\n', encoding="ascii")
    for name, value in (("gpg.format", "ssh"), ("gpg.ssh.allowedSignersFile", str(allowed))):
        git(ground.root, "config", name, value)
    surroundings = {"PATH": os.defpath, "HOME": str(ground.root)}
    asked = subprocess.run(
        ["git", "verify-tag", NAME.removeprefix("refs/tags/")],
        cwd=ground.root,
        env=surroundings,
        capture_output=True,
        check=False,
    )
    assert b'Good "git" signature for chair' in asked.stderr


def test_what_is_not_proved_gets_no_tag(merged: tuple[Ground, ApprovalTag], capsys: pytest.CaptureFixture[str]) -> None:
    ground, _ = merged
    key = ["--key", str(key_of("chair"))]
    assert run(TAG) == 2
    assert run(["approve", "mandate/environment-xa", *TAG[2:], *key]) == 2
    ground.swap(f"{WORK}/ru.md", "Воздух и вода не", "Воздух и вода  не")
    ground.commit("2026-11-27")
    capsys.readouterr()
    assert run([*TAG, *key]) == 2
    assert f"cica verify {WORK}" in capsys.readouterr().err
    assert not git(ground.root, "tag", "--list")
