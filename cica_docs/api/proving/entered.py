"""The register as it was when a file entered its history, judged by what held just before."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from cica_docs.documents.approvals.tag import FOLDER, MOST_BYTES
from cica_docs.documents.corpus import Corpus
from cica_docs.register.approvals.key_changes import key_changes, keys_before_change
from cica_docs.register.open import open_unredacted
from cica_docs.snapshot.entries import Entries, Entry
from cica_docs.snapshot.memory import MemorySnapshot
from cica_docs.snapshot.repository import Repository
from cica_docs.snapshot.tags import Tag
from cica_docs.values.day import day_in

_KEYS = "keys"


class Entered:
    """The registers of the main line at which records, signatures and keys entered, each read once."""

    def __init__(self, repository: Repository, now: Corpus, revision: str) -> None:
        repository.refuse_replaced_history()
        self._repository = repository
        self._now = now
        self._prefix = now.snapshot.prefix
        self._head = repository.commit(revision)
        self._corpora: dict[str, Corpus] = {}
        self._lines: dict[str, Entries] = {}
        self._lawful: dict[tuple[str, str], bool] = {}

    def entry(self, path: str, blob: str) -> Entry | None:
        """Return how a record or signature entered as it is now; None if the last commit does not have it so."""
        return self._entries(self._head).lasting_entry(path, blob)

    def first_files(self, work: str) -> Mapping[str, str]:
        """Map the files that a work ever had on the main line, by path, to the first id of each."""
        return self._entries(self._head).first_files(work)

    @property
    def head(self) -> str:
        """The last commit."""
        return self._head

    def tags(self) -> Mapping[str, Tag]:
        """Map the names of the tags over approvals to them."""
        return self._repository.tags(FOLDER, MOST_BYTES)

    def holds(self, commit: str, path: str, blob: str) -> bool:
        """Whether a commit is one of the main line, and has a file of the register as it is."""
        if not self._entries(self._head).holds(commit):
            return False
        held = self._repository.snapshot(commit, self._prefix)
        return path in held.paths() and held.blob(path) == blob

    def committed_at(self, commit: str) -> datetime:
        """Return the time that a commit states."""
        return self._repository.committed_at(commit)

    def day(self, entry: Entry) -> date:
        """Return the day of an entry in the register's zone."""
        return day_in(self._now.reference.zone, entry.at)

    def corpus(self, entry: Entry) -> Corpus:
        """Return the register as it was with an entry, beside what held before it: keys, settings, provisions."""
        if entry.commit not in self._corpora:
            after = self._repository.snapshot(entry.commit, self._prefix)
            has_parent = bool(entry.parent) and self._repository.holds_register(entry.parent, self._prefix)
            former = self._repository.snapshot(entry.parent, self._prefix) if has_parent else None
            on = self.day(entry)
            corpus = open_unredacted(after, on, former)
            # A register that begins with this commit had no keys before.
            before = open_unredacted(former, on) if former else replace(corpus, snapshot=MemorySnapshot({}), data=())
            keys = corpus.keys if former else ()
            self._corpora[entry.commit] = replace(corpus, before=replace(before, evidence=()), keys=keys)
        return self._corpora[entry.commit]

    def is_lawful_key(self, principal: str, commit: str) -> bool:
        """Whether a key that a commit holds was signed by one from before, and that by one before it, to the first."""
        known = (principal, commit)
        if known not in self._lawful:
            self._lawful[known] = False  # A key that vouches for itself is none.
            self._lawful[known] = self._is_lawful(principal, commit)
        return self._lawful[known]

    def _is_lawful(self, principal: str, commit: str) -> bool:
        path = f"{_KEYS}/{principal}.yaml"
        held = self._repository.snapshot(commit, self._prefix)
        entry = self._entries(commit).entry(path, held.blob(path)) if path in held.paths() else None
        if entry is None:
            return False
        corpus = self.corpus(entry)
        before = keys_before_change(corpus)
        if not before:
            return not entry.parent or not self._had_keys(entry.parent)
        change = next((change for change in key_changes(corpus) if change.path == path), None)
        signatures = change.signatures(corpus) if change else ()
        return any(
            not signature.fault and signature.signer in before and self.is_lawful_key(signature.signer, entry.parent)
            for signature in signatures
        )

    def _had_keys(self, commit: str) -> bool:
        """Whether the register has had keys: those of a register from which all were taken are not its first."""
        return bool(self._repository.past(commit, self._prefix).blobs_below(_KEYS))

    def _entries(self, commit: str) -> Entries:
        if commit not in self._lines:
            self._lines[commit] = self._repository.entries(commit, self._prefix)
        return self._lines[commit]
