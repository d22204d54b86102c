"""A push is judged by a hook of the repository that receives it, before it is accepted."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cica_docs.cli.run import run
from proposal import PAPER, begin, breach, change, commit, git

ROOT = Path(__file__).parent.parent.parent
HOOK = """\
#!/bin/sh
while read -r old new ref; do
    [ "$ref" = refs/heads/main ] || continue
    PYTHONPATH="{root}" "{python}" -m cica_docs check --register . --revision "$new" --base "$old" \\
        --as-of 2026-12-01 --select record >&2 || exit 1
done
"""


@pytest.fixture(params=[1, 100], ids=["packed", "loose"])
def repository(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A clone of a bare repository with the hook; small pushes come packed there, or as loose objects."""
    root = begin(tmp_path)
    bare = tmp_path / "bare.git"
    git(tmp_path, "clone", "-q", "--bare", str(root), str(bare))
    git(bare, "config", "receive.unpackLimit", str(request.param))
    hook = bare / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(HOOK.format(root=ROOT, python=sys.executable), encoding="utf-8")
    hook.chmod(0o755)
    git(root, "checkout", "-q", "main")
    git(root, "remote", "add", "origin", str(bare))
    return root


def push(repository: Path) -> tuple[bool, str]:
    pushed = subprocess.run(
        ["git", "push", "origin", "main"], cwd=repository, capture_output=True, text=True, check=False
    )
    return pushed.returncode == 0, pushed.stderr


def test_an_honest_push_is_accepted(repository: Path) -> None:
    change(repository / PAPER / "en.md", "mode: meeting}", "mode: meeting, note: A note.}")
    commit(repository)
    accepted, said = push(repository)
    assert accepted, said
    assert "no findings" in said


def test_a_push_that_breaks_a_clause_is_refused(repository: Path) -> None:
    breach(repository)
    new = commit(repository)
    accepted, said = push(repository)
    assert not accepted
    assert "record/settled-facts-changed" in said
    assert new not in git(repository, "ls-remote", "origin")


def test_other_variables_of_git_are_not_heeded(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(repository)
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_NAMESPACE", "GIT_CEILING_DIRECTORIES"):
        monkeypatch.setenv(name, os.devnull)
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(repository / "nowhere"))
    assert run(["check", "--as-of", "2026-12-01", "--revision", "HEAD", "--select", "record"]) == 0
    assert "no findings" in capsys.readouterr().out
