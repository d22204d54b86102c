"""A repository in which an approval is signed by real keys, and what a forger does to it."""

import json
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from cica_docs.cli.run import run
from cica_docs.documents.approvals.file_names import change_signature_path, signature_path
from cica_docs.documents.approvals.statement import NAMESPACE, NONE, format_digest
from cica_docs.register.approvals.key_changes import NAMESPACE as NAMESPACE_OF_KEYS
from cica_docs.register.approvals.key_changes import KeyChange
from cica_docs.signing.ssh_keygen import sign
from proposal import CORPUS, git
from signatories import key_of, public_key_of

DAY = "2026-12-01"
HOLDS = "from: 2026-01-01"
OTHER = "mandate/environment-xa"
SETTINGS = "reference/settings.yaml"
WORK = "concept-paper/environment-2026"
RECORD = f"{WORK}/extended-2026-11-18.txt"
SYMBOL = "SOC/2026-III/INF/2"
ACT = f"  - {{on: 2026-11-18, kind: extended, by: soc, ref: {SYMBOL}, until: 2030-06-30, mode: meeting}}\n"
ASKED = "approvals: {from: 2026-11-20, signatures: [{role: secretariat}, {role: chairmanship}]}\n"
APPROVE = ["approve", WORK, "--act", "extended", "--decision", SYMBOL, "--on", "2026-11-18", "--as-of", DAY]
APPROVE += ["--set", "until=2030-06-30", "--set", "mode=meeting"]


def key_file(role: str, name: str, dates: str = HOLDS) -> str:
    """The file of a key, with the days between which it holds."""
    return f"role: {role}\nkey: {public_key_of(name)}\n{dates}\n"


@dataclass
class Ground:
    """The repository: `main` with keys and settings that ask for two signatures, `proposal` with a signed approval."""

    root: Path

    @property
    def register(self) -> Path:
        """The folder of the register."""
        return self.root / "registry"

    def read(self, path: str) -> bytes:
        """The bytes of a file of the register."""
        return (self.register / path).read_bytes()

    def write(self, path: str, content: str | bytes) -> None:
        """Write a file of the register."""
        (self.register / path).parent.mkdir(exist_ok=True)
        (self.register / path).write_bytes(content.encode() if isinstance(content, str) else content)

    def swap(self, path: str, find: str | bytes, put: str | bytes) -> None:
        """Put one text in the place of another, which the file holds once."""
        old, new = (text.encode() if isinstance(text, str) else text for text in (find, put))
        content = self.read(path)
        assert content.count(old) == 1, f"{find!r} stands {content.count(old)} times in {path}"
        self.write(path, content.replace(old, new))

    def commit(self, day: str) -> str:
        """The id of a commit of all that is there, which states a day."""
        git(self.root, "add", "-A")
        stated = {"GIT_AUTHOR_DATE": f"{day}T12:00:00Z", "GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
        names = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        surroundings = {**names, **stated, "PATH": os.environ["PATH"], "GIT_CONFIG_GLOBAL": os.devnull}
        subprocess.run(["git", "commit", "-q", "-m", "a change"], cwd=self.root, env=surroundings, check=True)
        return git(self.root, "rev-parse", "HEAD")

    def sign(self, *pairs: tuple[str, str], record: str = RECORD, namespace: str = NAMESPACE) -> None:
        """Sign a record, for each principal by the key of a name."""
        for principal, name in pairs:
            self.write(signature_path(record, principal), sign(self.read(record), key_of(name), namespace))

    def sign_keys(self, path: str, before: str, name: str, principal: str = "officer") -> None:
        """Sign the change of a file of keys, from the revision `before`, by the key of a name."""
        former = git(self.root, "ls-tree", "--name-only", before, f"registry/{path}")
        content = git_bytes(self.root, "show", f"{before}:registry/{path}") if former else None
        change = KeyChange(path, NONE if content is None else format_digest(content), format_digest(self.read(path)))
        self.write(change_signature_path(path, principal), sign(change.content, key_of(name), NAMESPACE_OF_KEYS))

    def merge(self, day: str = "2026-11-25") -> None:
        """Bring `proposal` to `main`, as one commit of a day."""
        git(self.root, "checkout", "-q", "main")
        git(self.root, "merge", "-q", "--squash", "proposal")
        self.commit(day)


def git_bytes(folder: Path, *arguments: str) -> bytes:
    """What Git answers, as bytes."""
    return subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True).stdout


def begin(root: Path, officer: str = HOLDS) -> Ground:
    """Make the ground as it is before anybody forges anything; `officer` says when the key of the officer holds."""
    ground = Ground(root)
    shutil.copytree(CORPUS, root / "registry")
    git(root, "init", "-q", "-b", "main", ".")
    ground.commit("2026-11-01")
    ground.write("keys/officer.yaml", key_file("secretariat", "officer", officer))
    ground.write("keys/chair.yaml", key_file("chairmanship", "chair"))
    ground.swap(SETTINGS, "draft_decision: gate ", f"{ASKED}draft_decision: gate ")
    ground.commit("2026-11-02")
    git(root, "checkout", "-q", "-b", "proposal")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        assert run(APPROVE) == 0
    ground.sign(("officer", "officer"), ("chair", "chair"))
    ground.commit("2026-11-24")
    return ground


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="cica-ground-")


@cache
def _template(officer: str) -> Ground:
    return begin(Path(tempfile.mkdtemp(dir=_folder().name)), officer)


def copy_ground(folder: Path, officer: str = HOLDS) -> Ground:
    """A ground of one's own below a folder; it is made once for each key that holds on other days."""
    root = folder / "repository"
    shutil.copytree(_template(officer).root, root)
    return Ground(root)


def refusals(asks: str, capsys: pytest.CaptureFixture[str]) -> set[str]:
    """What the tool refuses: rules of approvals, verdicts that prove nothing, or the failure of the run.

    `asks` is `check` (of the branch, beside `main`), `history` (`cica check --history`) or `verify` (of what is here).
    """
    options = {"check": ["--base", "main"], "history": ["--history"], "verify": []}[asks]
    command = ["verify", WORK] if asks == "verify" else ["check", "--register", "registry"]
    capsys.readouterr()
    status = run([*command, *options, "--as-of", DAY, "--format", "json"])
    said = capsys.readouterr()
    if status == 2:
        return {said.err}
    if asks == "verify":
        proofs = [proof for proof in json.loads(said.out)["approvals"] if proof["act"] == "extended"]
        assert proofs, "nothing was verified"
        return {
            f"{line['about']} {line['verdict']}" for proof in proofs for line in proof["lines"] if not line["proved"]
        }
    found = [each for each in json.loads(said.out)["findings"] if each["severity"] == "error"]
    return {each["rule"] for each in found if each["rule"].startswith("approval/")}
