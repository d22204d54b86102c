"""Git repositories: open them, resolve revisions, find common ancestors."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path

import pygit2

from cica_docs.snapshot.checkout import Checkout
from cica_docs.snapshot.commit import CommitSnapshot
from cica_docs.snapshot.entries import Entries
from cica_docs.snapshot.history import History
from cica_docs.snapshot.loose import LooseObjects
from cica_docs.snapshot.mainline import Mainline
from cica_docs.snapshot.objects import Objects, is_elsewhere
from cica_docs.snapshot.passing import Passing
from cica_docs.snapshot.past import Past
from cica_docs.snapshot.repository_change import RepositoryChange, repository_change
from cica_docs.snapshot.tags import Tag, read_tags, write_tag
from cica_docs.values.day import day_in
from cica_docs.values.failure import Failure

_SETTINGS = "reference/settings.yaml"
_ID = 40
_REPLACED = "refs/replace/"


class Repository:
    """A Git repository, read by revision; no program that its configuration or hooks name is run."""

    def __init__(self, git: pygit2.Repository, quarantine: Sequence[Path] = ()) -> None:
        self._git = git
        for folder in quarantine:
            git.odb.add_disk_alternate(folder)
        self._loose = LooseObjects(git, quarantine)
        self._objects = Objects(git, self._loose)

    @property
    def root(self) -> Path:
        """The folder of the work tree, or of a bare repository itself."""
        return Path(self._git.workdir or self._git.path).resolve()

    @property
    def is_bare(self) -> bool:
        """Whether there is no work tree."""
        return bool(self._git.is_bare)

    @property
    def is_shallow(self) -> bool:
        """Whether it is a shallow clone."""
        return bool(self._git.is_shallow)

    @property
    def is_unborn(self) -> bool:
        """Whether the branch that is checked out has no commit yet."""
        return bool(self._git.head_is_unborn)

    def commit(self, revision: str) -> str:
        """Return the id of the commit that a revision names."""
        self._objects.refuse_broken_history()
        try:
            commit = self._git.revparse_single(revision).peel(pygit2.Commit)
        except (KeyError, ValueError, pygit2.GitError) as error:
            if not isinstance(error, KeyError | ValueError) or self._is_named(revision):
                raise Failure("object-unreadable", what=revision, id=revision) from None
            key = "revision-unknown-shallow" if self.is_shallow else "revision-unknown"
            raise Failure(key, revision=revision) from None
        return str(commit.id)

    def committed_at(self, commit: str) -> datetime:
        """Return the time that a commit states."""
        try:
            return datetime.fromtimestamp(self._objects.commit(commit).commit_time, UTC)
        except (OverflowError, OSError, ValueError):
            raise Failure("commit-time-unreadable", revision=commit[:12]) from None

    def last_commit_before(self, revision: str, day: date, zone: tzinfo) -> str | None:
        """Return the newest commit before a day of a zone among a revision and its first parents; None without one.

        Raise `Failure` if a shallow clone ends before that.
        """
        commit = self._objects.commit(self.commit(revision))
        while day_in(zone, self.committed_at(str(commit.id))) >= day:
            if not commit.parent_ids:
                if self.is_shallow:
                    raise Failure("history-shallow")
                return None
            commit = self._objects.commit(str(commit.parent_ids[0]))
        return str(commit.id)

    def merge_base(self, first: str, second: str) -> str:
        """Return the id of the newest common ancestor."""
        try:
            ancestor = self._objects.merge_base(first, second)
        except Failure:
            if not self.is_shallow:
                raise
            ancestor = ""
        if not ancestor:
            raise Failure(
                "no-merge-base-shallow" if self.is_shallow else "no-merge-base", one=first[:12], other=second[:12]
            )
        return ancestor

    def snapshot(self, commit: str, prefix: str) -> CommitSnapshot:
        """Return the register at `prefix` in a commit; a link, which may lead anywhere, is not followed."""
        folder = self._objects.entry(commit, prefix)
        if is_elsewhere(folder):
            raise Failure("register-linked-in-revision", prefix=prefix, revision=commit[:12])
        if not isinstance(folder, pygit2.Tree):
            raise Failure("no-register-in-revision", prefix=prefix, revision=commit[:12])
        return CommitSnapshot(self._objects, commit, self._objects.tree(folder.id, prefix), prefix)

    def holds_register(self, commit: str, prefix: str) -> bool:
        """Whether a commit has a register at a path: a file of settings, not behind a link."""
        settings = self._objects.entry(commit, prefix + _SETTINGS)
        return isinstance(settings, pygit2.Blob) and not is_elsewhere(settings)

    def holds_folder(self, commit: str, path: str) -> bool:
        """Whether a commit has a folder at a path, not a link."""
        folder = self._objects.entry(commit, path)
        return isinstance(folder, pygit2.Tree) and not is_elsewhere(folder)

    def read_files(
        self, commit: str, folders: frozenset[str], is_wanted: Callable[[str], bool], most: int
    ) -> dict[str, bytes]:
        """Read the wanted files in the root of a commit and in folders of these names, each of at most `most` bytes."""
        entries = self._objects.files(self._objects.root(commit), enters=folders.__contains__)
        wanted = [
            (path, entry)
            for path, entry in entries
            if isinstance(entry, pygit2.Blob) and not is_elsewhere(entry) and is_wanted(path)
        ]
        return {
            path: self._objects.blob(entry.id, path).data
            for path, entry in wanted
            if self._objects.size(entry.id, path) <= most
        }

    def registers(self, commit: str) -> tuple[str, ...]:
        """Return the folders of a commit with the settings of a register, or with a similar file; `.` is the root."""
        paths = (path for path, _ in self._objects.files(self._objects.root(commit)))
        folders = (f"/{path}".removesuffix(f"/{_SETTINGS}") for path in paths if f"/{path}".endswith(f"/{_SETTINGS}"))
        return tuple(sorted(path.lstrip("/") or "." for path in folders))

    def change(self, before: str, after: str, register: Sequence[str]) -> RepositoryChange:
        """Return the change between two commits; `register` has its files from the root."""
        return repository_change(self._objects, before, after, register)

    def passing(self, base: str, head: str, *, is_judged: bool) -> Passing:
        """Return the files of the commits that lead from `base` to `head`; `is_judged`: those of `head` are judged."""
        return Passing(self._objects, base, head, is_judged=is_judged)

    def checkout(self, prefix: str) -> Checkout:
        """Return the checkout of the files on the disk at `prefix`."""
        return Checkout(self._git, prefix)

    def past(self, revision: str, prefix: str) -> Past:
        """Return the former files of the register at `prefix` in a revision and its ancestors."""
        return Past(self._git, self._loose, revision, prefix)

    def mainline(self, commit: str, prefix: str) -> Mainline:
        """Return the register at `prefix` along the first parents of a commit; raise `Failure` in a shallow clone."""
        if self.is_shallow:
            raise Failure("history-shallow")
        return Mainline(self._objects, commit, prefix)

    def entries(self, revision: str, prefix: str) -> Entries:
        """Return when the files of the register at `prefix` in a revision entered its history."""
        return Entries(self.past(revision, prefix), is_cut=self.is_shallow)

    def tags(self, folder: str, most: int) -> Mapping[str, Tag]:
        """Map the names of the tags below a folder to them, each of at most `most` bytes."""
        return read_tags(self._git, folder, most)

    def write_tag(self, name: str, content: bytes) -> None:
        """Write a tag; raise `Failure` if there is one of this name."""
        write_tag(self._git, name, content)

    def refuse_replaced_history(self) -> None:
        """Raise `Failure` if this clone puts other commits or files in the place of those that were committed."""
        git = Path(self._git.path)
        common = git / "commondir"
        root = git / common.read_text(encoding="utf-8").strip() if common.is_file() else git
        grafts = root / "info" / "grafts"
        if grafts.is_file() and grafts.stat().st_size:
            raise Failure("history-replaced", place="info/grafts")
        replaced = next((name for name in self._git.references if name.startswith(_REPLACED)), "")
        if replaced:
            raise Failure("history-replaced", place=replaced)

    def history(self) -> History:
        """Return all its objects; raise `Failure` if it is a shallow clone."""
        if self.is_shallow:
            raise Failure("history-shallow")
        return History(self._git)

    def _is_named(self, revision: str) -> bool:
        """Whether a branch or tag has this name, so that only its commit is missing."""
        try:
            target = self._git.lookup_reference_dwim(revision).resolve().target
        except (KeyError, ValueError, pygit2.GitError):
            return False
        return len(str(target)) == _ID and pygit2.Oid(hex=str(target)) not in self._git


def open_repository(folder: Path, quarantine: Sequence[Path] = ()) -> Repository | None:
    """Open the repository that contains a folder; None outside a repository.

    `quarantine` are folders of objects beside its own: those of a push that a hook judges.
    A repository that Git itself refuses (another owner, another object format) is a failure, never None.
    """
    root = _discover(folder.resolve())
    if root is None:
        return None
    try:
        return Repository(pygit2.Repository(str(root)), quarantine)
    except pygit2.GitError as error:
        key = "repository-owner" if "owned" in str(error) else "repository-unreadable"
        raise Failure(key, folder=str(root)) from None


def _discover(folder: Path) -> Path | None:
    """Return the nearest folder upwards that is a work tree or a bare repository.

    A bare repository counts only where the search starts, and never inside a work tree: there it may come from a
    stranger, with forged commits and branches.
    """
    for candidate in (folder, *folder.parents):
        if (candidate / ".git").exists():
            return candidate
    is_bare = (folder / "HEAD").is_file() and (folder / "objects").is_dir() and (folder / "refs").is_dir()
    return folder if is_bare else None
