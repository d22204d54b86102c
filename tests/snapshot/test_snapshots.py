"""Files come from commits, from the disk and from memory, and never through a link."""

import os
import subprocess
from pathlib import Path

import pytest

from cica_docs.snapshot.memory import MemorySnapshot, OverlaySnapshot
from cica_docs.snapshot.repository import open_repository
from cica_docs.snapshot.worktree import WorktreeSnapshot
from cica_docs.values.failure import Failure

_PLAIN = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
    "GIT_AUTHOR_DATE": "2026-03-01T22:30:00Z",
    "GIT_COMMITTER_DATE": "2026-03-01T22:30:00Z",
    "PATH": os.environ["PATH"],
}


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, env=_PLAIN, check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "repository"
    (root / "registry" / "mandate" / "a").mkdir(parents=True)
    git(tmp_path, "init", "-q", "-b", "main", str(root))
    (root / "registry" / "mandate" / "a" / "en.md").write_text("one\n")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "one")
    (root / "registry" / "mandate" / "a" / "en.md").write_text("two\n")
    git(root, "commit", "-q", "-am", "two")
    return root


PATH = "mandate/a/en.md"


def test_a_commit_and_the_work_tree_answer_alike(repository: Path) -> None:
    opened = open_repository(repository)
    assert opened is not None
    committed = opened.snapshot(opened.commit("HEAD"), "registry/")
    on_disk = WorktreeSnapshot(repository / "registry", "registry/")
    assert committed.paths() == on_disk.paths() == (PATH,)
    assert committed.read(PATH) == on_disk.read(PATH) == b"two\n"
    assert committed.blob(PATH) == on_disk.blob(PATH) == git(repository, "rev-parse", f"HEAD:registry/{PATH}")
    assert committed.size(PATH) == on_disk.size(PATH) == 4
    earlier = opened.snapshot(opened.commit("HEAD~1"), "registry/")
    assert earlier.read(PATH) == b"one\n"


def test_bare_repositories_worktrees_and_detached_heads(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--bare", str(repository), "bare.git")
    bare = open_repository(tmp_path / "bare.git")
    assert bare is not None
    assert bare.is_bare
    assert bare.snapshot(bare.commit("main"), "registry/").read(PATH) == b"two\n"
    git(repository, "worktree", "add", "-q", "--detach", str(tmp_path / "second"), "HEAD~1")
    second = open_repository(tmp_path / "second")
    assert second is not None
    assert second.root == (tmp_path / "second").resolve()
    assert second.snapshot(second.commit("HEAD"), "registry/").read(PATH) == b"one\n"


def test_a_shallow_clone_says_what_it_cannot_know(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", "shallow")
    shallow = open_repository(tmp_path / "shallow")
    assert shallow is not None
    assert shallow.is_shallow
    assert shallow.snapshot(shallow.commit("HEAD"), "registry/").read(PATH) == b"two\n"
    with pytest.raises(Failure) as failure:
        shallow.commit("HEAD~1")
    assert failure.value.key == "revision-unknown-shallow"


def test_no_common_ancestor_is_never_no_change(repository: Path) -> None:
    git(repository, "checkout", "-q", "--orphan", "other")
    git(repository, "commit", "-q", "-m", "other")
    opened = open_repository(repository)
    assert opened is not None
    with pytest.raises(Failure) as failure:
        opened.merge_base(opened.commit("main"), opened.commit("other"))
    assert failure.value.key == "no-merge-base"


def test_unborn_head_and_no_repository(tmp_path: Path) -> None:
    assert open_repository(tmp_path) is None
    git(tmp_path, "init", "-q", "new")
    opened = open_repository(tmp_path / "new")
    assert opened is not None
    with pytest.raises(Failure) as failure:
        opened.commit("HEAD")
    assert failure.value.key == "revision-unknown"


def test_links_devices_and_names_are_refused_and_named(repository: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    folder = repository / "registry" / "mandate" / "a"
    (folder / "ru.md").symlink_to(secret)
    (folder / "Жаңа.md").write_text("x")
    os.mkfifo(folder / "kk.md")
    on_disk = WorktreeSnapshot(repository / "registry")
    assert dict(on_disk.refused) == {
        "mandate/a/ru.md": "link",
        "mandate/a/Жаңа.md": "name",
        "mandate/a/kk.md": "device",
    }
    with pytest.raises(KeyError):
        on_disk.read("mandate/a/ru.md")
    git(repository, "add", "registry/mandate/a/ru.md", "registry/mandate/a/Жаңа.md")
    git(repository, "commit", "-q", "-m", "three")
    opened = open_repository(repository)
    assert opened is not None
    committed = opened.snapshot(opened.commit("HEAD"), "registry/")
    assert dict(committed.refused) == {"mandate/a/ru.md": "link", "mandate/a/Жаңа.md": "name"}
    assert committed.paths() == (PATH,)


def test_an_embedded_bare_repository_is_not_taken_for_the_repository(repository: Path) -> None:
    inner = repository / "registry" / "inner"
    git(repository, "init", "-q", "--bare", str(inner))
    opened = open_repository(inner / "objects")
    assert opened is not None
    assert opened.root == repository.resolve()


def test_nothing_of_a_hostile_configuration_is_run(repository: Path, tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    script = tmp_path / "script"
    script.write_text(f"#!/bin/sh\ntouch {mark}\n")
    script.chmod(0o755)
    for key in ("core.fsmonitor", "core.pager", "diff.external", "gpg.program"):
        git(repository, "config", key, str(script))
    (repository / ".git" / "hooks" / "post-checkout").write_text(script.read_text())
    opened = open_repository(repository)
    assert opened is not None
    snapshot = opened.snapshot(opened.commit("HEAD"), "registry/")
    assert [snapshot.read(path) for path in snapshot.paths()] == [b"two\n"]
    opened.merge_base(opened.commit("HEAD"), opened.commit("HEAD~1"))
    assert not mark.exists()


def test_files_laid_over_others() -> None:
    below = MemorySnapshot({"a": b"1", "b": b"2", "c": b"3"}, prefix="registry/")
    over = OverlaySnapshot(below, MemorySnapshot({"b": b"new", "d": b"4"}), frozenset({"c"}))
    assert over.paths() == ("a", "b", "d")
    assert [over.read(path) for path in over.paths()] == [b"1", b"new", b"4"]
    assert over.prefix == "registry/"
