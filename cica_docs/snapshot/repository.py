"""Git repositories: opening them, naming revisions, finding the common ancestor."""

from datetime import UTC, datetime
from pathlib import Path

import pygit2

from cica_docs.snapshot.commit import CommitSnapshot
from cica_docs.snapshot.history import History
from cica_docs.snapshot.past import Past
from cica_docs.values.failure import Failure


class Repository:
    """A Git repository that revisions are read from; nothing of its configuration or hooks is run."""

    def __init__(self, git: pygit2.Repository) -> None:
        self._git = git

    @property
    def root(self) -> Path:
        """The folder of the work tree, or of the repository itself where it is bare."""
        return Path(self._git.workdir or self._git.path).resolve()

    @property
    def is_bare(self) -> bool:
        """Whether there is no work tree."""
        return bool(self._git.is_bare)

    @property
    def is_shallow(self) -> bool:
        """Whether history was cut off when it was cloned."""
        return bool(self._git.is_shallow)

    @property
    def is_unborn(self) -> bool:
        """Whether the branch that is checked out has no commit yet."""
        return bool(self._git.head_is_unborn)

    def commit(self, revision: str) -> str:
        """The id of the commit that a revision names."""
        try:
            found = self._git.revparse_single(revision).peel(pygit2.Commit)
        except (KeyError, ValueError, pygit2.GitError):
            key = "revision-unknown-shallow" if self.is_shallow else "revision-unknown"
            raise Failure(key, revision=revision) from None
        return str(found.id)

    def committed_at(self, commit: str) -> datetime:
        """When the commit says that it was made."""
        try:
            return datetime.fromtimestamp(self._commit(commit).commit_time, UTC)
        except (OverflowError, OSError, ValueError):
            raise Failure("commit-time-unreadable", revision=commit[:12]) from None

    def merge_base(self, one: str, other: str) -> str:
        """The id of the newest commit that both come from."""
        try:
            found = self._git.merge_base(one, other)
        except (KeyError, ValueError, pygit2.GitError):
            found = None
        if found is None:
            raise Failure(
                "no-merge-base-shallow" if self.is_shallow else "no-merge-base", one=one[:12], other=other[:12]
            )
        return str(found)

    def snapshot(self, commit: str, prefix: str) -> CommitSnapshot:
        """The register that lies at `prefix` in a commit."""
        return CommitSnapshot(self._git, commit, self._tree(commit, prefix), prefix)

    def holds(self, commit: str, path: str) -> bool:
        """Whether a commit has something at a path."""
        return path in self._commit(commit).tree

    def past(self, revision: str, prefix: str) -> Past:
        """What the register at `prefix` has held in a revision and in everything that leads to it."""
        return Past(self._git, revision, prefix)

    def history(self) -> History:
        """All that it keeps; a failure where a part of it was left behind when it was cloned."""
        if self.is_shallow:
            raise Failure("history-shallow")
        return History(self._git)

    def _tree(self, commit: str, prefix: str) -> pygit2.Tree:
        tree = self._commit(commit).tree
        if not prefix:
            return tree
        try:
            return tree[prefix.rstrip("/")].peel(pygit2.Tree)
        except (KeyError, pygit2.GitError, AttributeError):
            raise Failure("no-register-in-revision", prefix=prefix, revision=commit[:12]) from None

    def _commit(self, commit: str) -> pygit2.Commit:
        return self._git[commit].peel(pygit2.Commit)


def open_repository(folder: Path) -> Repository | None:
    """The repository that a folder lies in, or nothing where it lies in none.

    A repository that Git itself would refuse (of another owner, of another object format) is a failure, never "none".
    """
    found = _discover(folder.resolve())
    if found is None:
        return None
    try:
        return Repository(pygit2.Repository(str(found)))
    except pygit2.GitError as error:
        key = "repository-owner" if "owned" in str(error) else "repository-unreadable"
        raise Failure(key, folder=str(found)) from None


def _discover(folder: Path) -> Path | None:
    """The nearest folder upwards that is a work tree or a bare repository.

    A bare repository counts only where the search starts: one that lies inside a work tree may come from a stranger.
    """
    if (folder / "HEAD").is_file() and (folder / "objects").is_dir() and (folder / "refs").is_dir():
        return folder
    for candidate in (folder, *folder.parents):
        if (candidate / ".git").exists():
            return candidate
    return None
