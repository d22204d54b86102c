"""A repository with the worked example on `main`, and a branch `proposal` that changes something."""

import os
import shutil
import subprocess
from pathlib import Path

CORPUS = Path(__file__).parent / "corpus"
PAPER = "registry/concept-paper/environment-2026"
NOTICE = "registry/notice/environment-xa-2026"
SETTINGS = "registry/reference/settings.yaml"
_SURROUNDINGS = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
    "PATH": os.environ["PATH"],
}


def git(folder: Path, *arguments: str, content: bytes | None = None, on: str = "") -> str:
    """What Git answers; a commit is made on a day, by default the present one."""
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env=_SURROUNDINGS | ({"GIT_COMMITTER_DATE": f"{on}T12:00:00Z"} if on else {}),
        check=True,
        capture_output=True,
        input=content,
    )
    return done.stdout.decode().strip()


def commit(root: Path) -> str:
    """The id of a commit of all that is there."""
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "a change")
    return git(root, "rev-parse", "HEAD")


def begin(folder: Path) -> Path:
    """A repository below a folder, on the branch `proposal`, which has changed nothing yet."""
    root = folder / "repository"
    shutil.copytree(CORPUS, root / "registry")
    git(folder, "init", "-q", "-b", "main", str(root))
    commit(root)
    git(root, "checkout", "-q", "-b", "proposal")
    return root


def change(path: Path, find: str, replace: str) -> None:
    """Put one text in the place of another, which the file holds once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(find) == 1, find
    path.write_text(text.replace(find, replace), encoding="utf-8")


def breach(root: Path) -> None:
    """A notice that did not go through the Chairmanship: an error under clause 1.10."""
    original = root / NOTICE / "en.md"
    change(original, "role: coordinator\nvia: [chairmanship, secretariat]", "role: coordinator\nvia: [secretariat]")


def advise(root: Path) -> None:
    """Settings under which no breach of the decision fails a check."""
    change(root / SETTINGS, "draft_decision: gate", "draft_decision: advise")
