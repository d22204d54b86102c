"""The register that a command works on."""

import os
import stat
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from cica_docs.api.checking.changes import find_touched_places
from cica_docs.api.checking.compare_base import compare
from cica_docs.cli.options import TODAY, is_today, parse_day_option
from cica_docs.cli.quarantine import quarantine_folders
from cica_docs.cli.quotation_keys import read_quotation_keys
from cica_docs.documents.corpus import Corpus
from cica_docs.register.open import Clock, differing_originals, open_corpus, open_unredacted
from cica_docs.report.report import Comparison
from cica_docs.snapshot.entries import Entries
from cica_docs.snapshot.mainline import Mainline
from cica_docs.snapshot.memory import MemorySnapshot, OverlaySnapshot
from cica_docs.snapshot.past import Past
from cica_docs.snapshot.repository import Repository, open_repository
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.snapshot.worktree import WorktreeSnapshot
from cica_docs.values.failure import Failure

_SETTINGS = "reference/settings.yaml"
_FOLDER = "registry"
_DECISIONS = "decision/"


class OpenedRegister(NamedTuple):
    """A register as a command reads it: its files, the day, and the repository if it is in one."""

    snapshot: Snapshot
    as_of: date
    repository: Repository | None
    root: Path
    """The register's folder on disk, or the bare repository."""
    moment: datetime | None = None
    """The time of the run or the commit if no day was given; the settings say which day that is."""

    def corpus(self, governing: Snapshot | None = None) -> Corpus:
        """Return the public view of these files."""
        revision, prefix = self.snapshot.commit or "HEAD", self.snapshot.prefix
        past = self.repository.past(revision, prefix) if self.repository else None
        return open_corpus(self.snapshot, self.as_of, governing, past, read_quotation_keys())

    def unredacted(self, governing: Snapshot | None = None) -> Corpus:
        """Return all of these files, for checks alone."""
        corpus = open_unredacted(self.snapshot, self.as_of, governing, read_quotation_keys())
        return replace(corpus, entries=self.entries())

    def entries(self) -> Entries | None:
        """Return when these files entered the history; None outside a repository."""
        revision, prefix = self.snapshot.commit or "HEAD", self.snapshot.prefix
        return self.repository.entries(revision, prefix) if self.repository else None

    def with_decision_of(self, base: str) -> Corpus:
        """Return the public view of these files with the texts of the decision of a base in place of the present."""
        if self.repository is None:
            raise Failure("no-repository", folder=str(self.root))
        then = self.repository.snapshot(self.repository.commit(base), self.snapshot.prefix)
        texts = MemorySnapshot({path: then.read(path) for path in then.paths() if path.startswith(_DECISIONS)})
        gone = frozenset(path for path in self.snapshot.paths() if path.startswith(_DECISIONS)) - texts.files.keys()
        if not texts.files:
            raise Failure("impact-base-without-decision", base=base)
        past = self.repository.past(self.snapshot.commit or "HEAD", self.snapshot.prefix)
        return open_corpus(
            OverlaySnapshot(self.snapshot, texts, gone), self.as_of, past=past, quotation_keys=read_quotation_keys()
        )

    def compared(self, base: str) -> tuple[Corpus, Comparison]:
        """Return all of these files under the settings of a base, and the comparison with the base."""
        if self.repository is None:
            raise Failure("no-repository", folder=str(self.root))
        _refuse_links(self.root)
        _refuse_submodule(self.repository)
        return compare(self.repository, self.snapshot, base, self._day, read_quotation_keys())

    def with_branches(self, corpus: Corpus, revisions: Sequence[str]) -> Corpus:
        """Return a corpus with the originals that other branches have, for checks alone."""
        if not revisions:
            return corpus
        if self.repository is None:
            raise Failure("no-repository", folder=str(self.root))
        commits = {revision: self.repository.commit(revision) for revision in revisions}
        snapshots = {revision: self.repository.snapshot(id, self.snapshot.prefix) for revision, id in commits.items()}
        branches = {revision: differing_originals(corpus, other) for revision, other in snapshots.items()}
        return replace(corpus, branches=branches)

    def own_history(self) -> tuple[Snapshot, Mainline, Past]:
        """Return the register in the last commit, the line of commits that led there, and all files before."""
        if self.repository is None:
            raise Failure("no-repository", folder=str(self.root))
        _refuse_links(self.root)
        _refuse_submodule(self.repository)
        self.repository.refuse_replaced_history()
        prefix = self.snapshot.prefix
        head = self.repository.commit(self.snapshot.commit or "HEAD")
        line = self.repository.mainline(head, prefix)
        past = self.repository.past(head, prefix)
        if not self.repository.holds_register(head, prefix):
            return MemorySnapshot({}, prefix, head), line, past
        return self.repository.snapshot(head, prefix), line, past

    def _day(self, governing: Snapshot) -> date:
        return self.as_of if self.moment is None else Clock(self.moment).day(governing)

    @property
    def commit(self) -> str:
        """Return the commit that holds exactly these files; "" if some are not committed or there is no repository."""
        if self.snapshot.commit or self.repository is None:
            return self.snapshot.commit
        try:
            head = self.repository.commit("HEAD")
            committed = self.repository.snapshot(head, self.snapshot.prefix)
        except Failure:
            return ""
        return "" if find_touched_places(self.snapshot, committed) else head


def open_register(register: Path | None, revision: str | None, as_of: str | None) -> OpenedRegister:
    """Open the register at a folder, or the nearest upwards, from disk or from a revision."""
    start = _folder(register)
    repository = open_repository(start, quarantine_folders())
    if repository is not None and repository.is_bare:
        return _of_commit(repository, repository.root, "", revision or "HEAD", as_of)
    root = _root(start, search=register is None)
    if revision is None:
        if root is None:
            raise Failure("no-register", folder=str(start))
        prefix = _prefix(root, repository)
        snapshot = WorktreeSnapshot(root, prefix, repository.checkout(prefix) if repository else None)
        return _with_day(snapshot, TODAY if as_of is None else as_of, datetime.now(UTC), repository, root)
    if repository is None:
        raise Failure("no-repository", folder=str(start))
    _refuse_links(root or start)
    _refuse_submodule(repository)
    return _of_commit(repository, root or start, _prefix(root or start, repository), revision, as_of)


def register_path_of(path: Path, opened: OpenedRegister) -> str:
    """Return a path of the command line as a path of the register."""
    try:
        # `realpath`, since `resolve` raises for circular links.
        relative = Path(os.path.realpath(path)).relative_to(opened.root.resolve()).as_posix()
    except ValueError:
        if opened.root.resolve().is_relative_to(os.path.realpath(path)):
            return "."
        raise Failure("path-outside", path=str(path)) from None
    paths = opened.snapshot.paths()
    if relative != "." and not any(path == relative or path.startswith(f"{relative}/") for path in paths):
        raise Failure("path-missing", path=str(path))
    return relative


def _of_commit(repository: Repository, root: Path, prefix: str, revision: str, as_of: str | None) -> OpenedRegister:
    commit = repository.commit(revision)
    if not repository.holds_register(commit, prefix) and repository.holds_register(commit, f"{prefix}{_FOLDER}/"):
        prefix = f"{prefix}{_FOLDER}/"
    moment = repository.committed_at(commit) if as_of is None else datetime.now(UTC)
    day = TODAY if as_of is None else as_of
    return _with_day(repository.snapshot(commit, prefix), day, moment, repository, root)


def _with_day(
    snapshot: Snapshot, as_of: str, moment: datetime, repository: Repository | None, root: Path
) -> OpenedRegister:
    """Return the register with its day: the given one, or that of a time in the zone of the settings."""
    if is_today(as_of):
        return OpenedRegister(snapshot, Clock(moment).day(snapshot), repository, root, moment)
    return OpenedRegister(snapshot, parse_day_option(as_of), repository, root)


def _refuse_links(folder: Path) -> None:
    """Raise `Failure` if a link in the work tree leads to the folder: its content is not what is committed there."""
    for part in (folder, *folder.parents):
        if part.is_symlink() and any((above / ".git").exists() for above in part.parents):
            raise Failure("register-linked", link=str(part), target=str(folder.resolve()))


def _folder(register: Path | None) -> Path:
    """Return the folder to start from; raise `Failure` with the reason if there is none."""
    try:
        start = (register or Path()).absolute()
        is_folder = stat.S_ISDIR(start.stat().st_mode)
    except (OSError, ValueError) as error:
        if isinstance(error, FileNotFoundError):
            raise Failure("folder-missing", folder=str(register or ".")) from None
        reason = getattr(error, "strerror", "") or str(error)
        raise Failure("folder-unreadable", folder=str(register), reason=reason) from None
    if not is_folder:
        raise Failure("folder-missing", folder=str(register))
    return start


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError as error:
        raise Failure("file-unreadable", path=str(path), reason=error.strerror or "") from None


def _refuse_submodule(repository: Repository) -> None:
    """Raise `Failure` if the register is a repository of its own within that of the command."""
    outer = open_repository(Path.cwd())
    if outer is None or outer.is_bare or not repository.root.is_relative_to(outer.root):
        return
    folder = repository.root.relative_to(outer.root).as_posix()
    if folder != "." and outer.checkout("").is_submodule(folder):
        raise Failure("register-submodule", folder=folder, target=str(repository.root))


def _root(start: Path, *, search: bool) -> Path | None:
    for folder in (start, *start.parents) if search else (start,):
        for candidate in (folder, folder / _FOLDER):
            if _is_file(candidate / _SETTINGS):
                return candidate
        if (folder / ".git").exists():
            break
    return None


def _prefix(root: Path, repository: Repository | None) -> str:
    base = repository.root if repository else Path().absolute()
    try:
        relative = root.resolve().relative_to(base.resolve())
    except ValueError:
        return ""
    return "" if relative == Path() else f"{relative.as_posix()}/"
