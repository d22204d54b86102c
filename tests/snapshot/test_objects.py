"""Objects that a clone does not hold, or that are damaged, are a matter of the clone: told with what to fetch."""

import shutil
from pathlib import Path

import pytest

from cica_docs.cli.run import run
from cica_docs.snapshot import objects
from cica_docs.snapshot.repository import Repository, open_repository
from cica_docs.values.failure import Failure
from proposal import begin, git

pytestmark = pytest.mark.series(6)

PAPER = "registry/concept-paper/environment-2026/en.md"
COMMANDS = (
    ["check", "--revision", "main", "--select", "form/unreadable"],
    ["check", "--base", "main", "--select", "form/unreadable"],
    ["status", "--revision", "main"],
    ["list", "mandates", "--revision", "main"],
    ["due", "--revision", "main"],
)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = begin(tmp_path)
    (root / PAPER).write_bytes((root / PAPER).read_bytes() + b"\n")
    git(root, "commit", "-q", "-am", "two")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.chdir(root)
    return root


def undecided(capsys: pytest.CaptureFixture[str], *arguments: str) -> None:
    capsys.readouterr()
    assert run([*arguments]) == 2, arguments
    said = capsys.readouterr().err
    assert "git fetch --refetch" in said
    assert "fetch-depth: 0" in said
    assert "GIT_DEPTH: 0" in said


@pytest.mark.parametrize("left_out", ["blob:none", "tree:0"])
def test_a_partial_clone(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, left_out: str
) -> None:
    git(repository, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", f"--filter={left_out}", "-b", "proposal", f"file://{repository}", "partial")
    git(tmp_path / "partial", "branch", "main", "origin/main")
    monkeypatch.chdir(tmp_path / "partial")
    for command in COMMANDS:
        undecided(capsys, *command)


def _object(repository: Path, name: str) -> Path:
    id = git(repository, "rev-parse", name)
    return repository / ".git" / "objects" / id[:2] / id[2:]


@pytest.mark.parametrize("name", [f"main:{PAPER}", "main:registry", "main^{tree}", "main^{commit}"])
@pytest.mark.parametrize("damage", ["absent", "garbage", "cut", "another"])
def test_a_loose_object(repository: Path, capsys: pytest.CaptureFixture[str], name: str, damage: str) -> None:
    path = _object(repository, name)
    path.chmod(0o644)
    content = path.read_bytes()
    if damage == "absent":
        path.unlink()
    elif damage == "another":
        path.write_bytes(_object(repository, f"proposal:{SETTINGS}").read_bytes())
    else:
        path.write_bytes(b"garbage" if damage == "garbage" else content[: len(content) // 2])
    for command in COMMANDS[:2]:
        undecided(capsys, *command)


SETTINGS = "registry/reference/settings.yaml"


@pytest.mark.parametrize("name", [f"main:{PAPER}", "main^{tree}", "main^{commit}"])
@pytest.mark.parametrize("damage", ["garbage", "cut"])
def test_what_a_work_has_held_before_is_then_not_known(
    repository: Path, capsys: pytest.CaptureFixture[str], name: str, damage: str
) -> None:
    path = _object(repository, name)
    path.chmod(0o644)
    path.write_bytes(b"garbage" if damage == "garbage" else path.read_bytes()[:-9])
    assert run(["translate", "status"]) in {0, 1}
    assert "internal error" not in capsys.readouterr().err


def test_a_pack_that_was_cut_off(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(repository, "gc", "-q")
    (pack,) = (repository / ".git" / "objects" / "pack").glob("*.pack")
    pack.chmod(0o644)
    content = pack.read_bytes()
    for length in (40, len(content) // 2, len(content) - 25):
        pack.write_bytes(content[:length])
        for command in COMMANDS[:2]:
            assert run([*command]) == 2, (length, command)
            assert "internal error" not in capsys.readouterr().err


def _opened(repository: Path) -> Repository:
    opened = open_repository(repository)
    assert opened is not None
    return opened


def test_a_name_that_a_folder_has_twice_is_not_chosen_from(repository: Path) -> None:
    tree = git(repository, "rev-parse", "HEAD:registry").encode()
    listed = b"040000 tree " + tree + b"\tregistry\n"
    link = git(repository, "hash-object", "-w", "--stdin", content=b"elsewhere").encode()
    root = git(repository, "mktree", content=listed + b"120000 blob " + link + b"\tregistry\n")
    commit = git(repository, "commit-tree", "-m", "x", root)
    with pytest.raises(Failure) as failure:
        _opened(repository).snapshot(commit, "registry/")
    assert failure.value.key == "name-twice"


def test_a_tree_that_names_itself_over_and_over_is_given_up(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ten folders in ten folders, twelve deep: a kilobyte or two that stand for a million million files."""
    monkeypatch.setattr(objects, "_MOST_ENTRIES", 10_000)
    tree = git(repository, "rev-parse", "HEAD:registry/mandate")
    for _ in range(12):
        tree = git(
            repository, "mktree", content=b"".join(b"040000 tree %s\t%d\n" % (tree.encode(), n) for n in range(10))
        )
    register = git(repository, "ls-tree", "HEAD:registry").encode() + b"\n"
    root = git(repository, "mktree", content=register + b"040000 tree " + tree.encode() + b"\tzzz\n")
    top = git(repository, "mktree", content=b"040000 tree " + root.encode() + b"\tregistry\n")
    commit = git(repository, "commit-tree", "-p", "main", "-m", "x", top)
    assert run(["check", "--register", "registry", "--revision", commit]) == 2
    assert run(["check", "--register", "registry", "--revision", commit, "--base", "main"]) == 2
    assert "10000" in capsys.readouterr().err


def test_a_bare_repository_within_a_work_tree_is_not_asked(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A change may bring one, with a branch of its own that is called main."""
    git(tmp_path, "clone", "-q", "--bare", str(repository), "made-up.git")
    for name in ("HEAD", "objects", "refs", "packed-refs", "config"):
        source = tmp_path / "made-up.git" / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, repository / "registry" / name)
    opened = _opened(repository / "registry")
    assert not opened.is_bare
    assert opened.root == repository.resolve()
    assert run(["check", "--register", "registry", "--base", "main"]) == 1
    assert "form/stray-file" in capsys.readouterr().out
