"""The page on verifying without cica: its commands, to the letter, on a real repository with real keys."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from certificate import make_authority, write_certificate
from cica_docs.cli.run import run
from cica_docs.documents.approvals.statement import format_digest
from cica_docs.documents.approvals.tag import ApprovalTag
from cica_docs.signing.ssh_keygen import sign
from forgery import DAY, RECORD, WORK, Ground, copy_ground, key_file
from proposal import begin, git
from signatories import key_of

PAGE = Path(__file__).parent.parent / "docs" / "use" / "verify.md"
BLOCKS = re.findall(r"^```sh\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
(
    PAPER,
    MAIN_LINE,
    NAMED,
    STATED,
    KEPT,
    SIGNED,
    KEYS,
    CHANGE,
    KEY_SIGNED,
    FILE,
    PRINTED,
    COPY,
    OF_COPY,
    TAGGER,
    OF_TAG,
) = BLOCKS
STEPS = (MAIN_LINE, NAMED, STATED, KEPT, SIGNED, KEYS)


def assigned(block: str, **values: str) -> str:
    """A block of assignments with other values: the names are those of the page."""
    assert re.findall(r"^(\w+)=", block, re.MULTILINE) == list(values)
    return "".join(f"{name}={value}\n" for name, value in values.items())


def follow(folder: Path, *blocks: str) -> subprocess.CompletedProcess[str]:
    """Run blocks in one shell that ends with the first command that fails."""
    surroundings = {"PATH": os.defpath, "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    script = "set -euo pipefail\n" + "".join(blocks)
    return subprocess.run(
        ["bash", "-c", script], cwd=folder, env=surroundings, capture_output=True, text=True, check=False
    )


def clone(ground: Ground, folder: Path) -> tuple[Path, str]:
    """A clone of a repository, and the block that names its paper."""
    git(folder, "clone", "-q", str(ground.root), "clone")
    commit = git(ground.root, "rev-parse", "--short=12", "main")
    values = {"REGISTER": "registry", "PAPER": WORK, "RECORD": Path(RECORD).stem, "LANGUAGE": "ru"}
    return folder / "clone", assigned(PAPER, COMMIT=commit, **values)


@pytest.fixture
def merged(tmp_path: Path) -> Ground:
    ground = copy_ground(tmp_path)
    ground.merge()
    return ground


def test_an_approval_is_verified(merged: Ground, tmp_path: Path) -> None:
    folder, paper = clone(merged, tmp_path)
    followed = follow(folder, paper, *STEPS)
    assert followed.returncode == 0, followed.stderr
    said = followed.stdout
    assert said.count('Good "cica-approval@1" signature for ') == 2
    assert "role: secretariat" in said
    assert "entered on 2026-11-25" in said
    assert "day: 2026-11-18" in said


def _text(ground: Ground) -> None:
    ground.swap(f"{WORK}/ru.md", "Воздух и вода не", "Воздух и вода")
    ground.commit("2026-11-27")


def _record(ground: Ground) -> None:
    ground.swap(RECORD, "mode: consensus", "mode: something")
    ground.commit("2026-11-27")


def _signature(ground: Ground) -> None:
    ground.sign(("officer", "stranger"))
    ground.commit("2026-11-27")


def _no_signature(ground: Ground) -> None:
    for path in (ground.register / WORK).glob("*.sig"):
        path.unlink()
    ground.commit("2026-11-27")


def _key(ground: Ground) -> None:
    ground.write("keys/second.yaml", key_file("secretariat", "stranger"))
    ground.sign(("second", "stranger"))
    ground.commit("2026-11-27")


@pytest.mark.parametrize(
    ("forge", "step"), [(_text, STATED), (_record, KEPT), (_signature, SIGNED), (_no_signature, SIGNED), (_key, SIGNED)]
)
def test_what_was_changed_is_refused(
    merged: Ground, tmp_path: Path, forge: Callable[[Ground], None], step: str
) -> None:
    forge(merged)
    folder, paper = clone(merged, tmp_path)
    at = STEPS.index(step)
    assert follow(folder, paper, *STEPS[:at]).returncode == 0, "steps before it find nothing"
    assert follow(folder, paper, *STEPS[: at + 1]).returncode != 0


def test_the_commit_of_a_branch_is_refused(tmp_path: Path) -> None:
    ground = copy_ground(tmp_path)
    folder, paper = clone(ground, tmp_path)
    on_branch = paper.replace(git(ground.root, "rev-parse", "--short=12", "main"), "{commit}")
    branch = git(ground.root, "rev-parse", "--short=12", "proposal")
    assert follow(folder, on_branch.replace("{commit}", branch), MAIN_LINE).returncode != 0


def test_a_change_of_keys_is_verified(merged: Ground, tmp_path: Path) -> None:
    merged.write("keys/second.yaml", key_file("secretariat", "advisor"))
    merged.sign_keys("keys/second.yaml", "HEAD", "officer")
    change = merged.commit("2026-11-28")
    folder, paper = clone(merged, tmp_path)
    named = assigned(CHANGE, KEY="second", BY="officer", CHANGE=change)
    followed = follow(folder, paper, named, KEY_SIGNED)
    assert followed.returncode == 0, followed.stderr
    assert 'Good "cica-keys@1" signature for officer' in followed.stdout
    assert follow(folder, paper, assigned(CHANGE, KEY="second", BY="chair", CHANGE=change), KEY_SIGNED).returncode != 0


def test_a_printed_file_is_verified(merged: Ground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(merged.root)
    (merged.root / ".git" / "info").mkdir(exist_ok=True)
    (merged.root / ".git" / "info" / "exclude").write_text("out\n", encoding="ascii")
    assert run(["render", "--to", "txt", "-o", "out", "--languages", "ru", "--as-of", DAY]) == 0
    _, paper = clone(merged, tmp_path)
    file = f"{WORK}/ru.txt"
    named = assigned(FILE, FILE=file)
    out = merged.root / "out"
    followed = follow(out, paper, named, PRINTED)
    assert followed.returncode == 0, followed.stderr
    last = (out / file).read_text(encoding="utf-8").split(" · ")
    digits = follow(tmp_path / "clone", paper, NAMED).stdout.strip()
    assert " ".join(re.findall("....", digits)) in " ".join(" ".join(last).split())
    record = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert record["made_by"]["commit"].startswith(re.search(r"COMMIT=(\w+)", paper)[1])
    content = (out / file).read_bytes()
    (out / file).write_bytes(content[:-2] + b"x\n")
    assert follow(out, paper, named, PRINTED).returncode != 0
    (out / file).write_bytes(content)
    shutil.copy(out / WORK / "ru.txt", out / "coordinators" / "ru.txt")
    other = assigned(FILE, FILE="coordinators/ru.txt")
    assert follow(out, paper, other, PRINTED).returncode != 0


def test_a_tag_is_verified(merged: Ground, tmp_path: Path) -> None:
    commit = git(merged.root, "rev-parse", "main")
    tag = ApprovalTag(RECORD, format_digest(merged.read(RECORD)), commit, "chair", 1_796_000_000)
    for made, name, is_good in (
        (tag, "chair", True),
        (tag, "stranger", False),
        (tag._replace(digest=format_digest(b"")), "chair", False),
        (tag._replace(commit=git(merged.root, "rev-parse", "main^")), "chair", False),
        (tag._replace(record=tag.record.replace("18.txt", "19.txt")), "chair", False),
    ):
        content = made.content + sign(made.content, key_of(name), "git")
        id = git(merged.root, "hash-object", "-t", "tag", "-w", "--stdin", content=content)
        git(merged.root, "update-ref", f"refs/tags/{tag.name}", id)
        shutil.rmtree(tmp_path / "clone", ignore_errors=True)
        folder, paper = clone(merged, tmp_path)
        followed = follow(folder, paper, MAIN_LINE, NAMED, assigned(TAGGER, SIGNER="chair"), OF_TAG)
        assert (followed.returncode == 0) == is_good, followed.stderr
        assert ('Good "git" signature for chair' in followed.stdout) == is_good


@pytest.mark.skipif(shutil.which("pdfsig", path=os.defpath) is None, reason="pdfsig of poppler is not installed")
def test_a_signed_copy_is_verified(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = begin(tmp_path)
    monkeypatch.chdir(root)
    write_certificate(root / "own.p12", make_authority("Authority"))
    asked = ["--to", "pdf", "--lang", "ru", "-o", "out", "--sign-with", "own.p12", "--password-file", "own.password"]
    assert run(["render", *asked]) == 0
    copy = assigned(COPY, SIGNED=f"{WORK}/ru.signed.pdf")
    followed = follow(root / "out", copy, OF_COPY)
    assert followed.returncode == 0, followed.stderr
    assert followed.stdout.startswith("1\n")
    assert "Signature is Valid" in followed.stdout
    assert "Total document signed" in followed.stdout
    path = root / "out" / WORK / "ru.signed.pdf"
    path.write_bytes(path.read_bytes().replace(b"/Rect[0 0 0 0]", b"/Rect[0 0 9 9]"))
    assert "Signature is Valid" not in follow(root / "out", copy, OF_COPY).stdout
    path.write_bytes(path.read_bytes().replace(b"/Lang", b"/Ling", 1))
    assert follow(root / "out", copy, OF_COPY).returncode != 0
