"""The register in commits of a clone: which of them belong to its history, and what they hold."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from cica_docs.api.proving.entered import Entered
from cica_docs.api.proving.verify import Proof, verify_approvals
from cica_docs.documents.corpus import Corpus
from cica_docs.register.open import Clock, open_corpus, open_unredacted
from cica_docs.snapshot.entries import Entries
from cica_docs.snapshot.repository import Repository
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.values.failure import Failure


@dataclass(frozen=True, eq=False)
class CommittedRegisters:
    """The registers at `prefix` in a commit and its ancestors; no other commit of the clone counts."""

    repository: Repository
    prefix: str
    head: str
    quotation_keys: tuple[bytes, ...]
    _blobs: dict[str, Mapping[str, str]] = field(default_factory=dict)
    _whole: dict[str, tuple[Corpus, Entered]] = field(default_factory=dict)
    _proofs: dict[tuple[str, str], tuple[Proof, ...]] = field(default_factory=dict)

    @cached_property
    def _commits(self) -> frozenset[str]:
        self.repository.refuse_replaced_history()
        past = self.repository.past(self.head, self.prefix)
        return frozenset(str(step.commit.id) for step in past.steps)

    def find(self, digits: str) -> str:
        """Return the commit that begins with some digits; "" if the history has none, or several.

        Raise `Failure` if it may be among those that a shallow clone lacks.
        """
        named = [commit for commit in self._commits if commit.startswith(digits)]
        commit = named[0] if len(named) == 1 and self.repository.holds_register(named[0], self.prefix) else ""
        if not named and self.repository.is_shallow:
            raise Failure("history-shallow")
        return commit

    def is_on_main_line(self, commit: str) -> bool:
        """Whether a commit is the last one or one of its first parents, not one of a branch that was merged."""
        return self._entries.holds(commit)

    @cached_property
    def _entries(self) -> Entries:
        return self.repository.entries(self.head, self.prefix)

    def snapshot(self, commit: str) -> Snapshot:
        """Return the files of a commit."""
        return self.repository.snapshot(commit, self.prefix)

    def day(self, commit: str) -> date:
        """Return the day of a commit in the zone of its register."""
        return Clock(self.repository.committed_at(commit)).day(self.snapshot(commit))

    def corpus(self, commit: str, as_of: date) -> Corpus:
        """Return the register of a commit as it may be shown on a day."""
        past = self.repository.past(commit, self.prefix)
        return open_corpus(self.snapshot(commit), as_of, past=past, quotation_keys=self.quotation_keys)

    def blobs(self, commit: str) -> Mapping[str, str]:
        """Map the files of a commit, by their paths in the repository, to their ids."""
        if commit not in self._blobs:
            snapshot = self.snapshot(commit)
            self._blobs[commit] = {self.prefix + path: snapshot.blob(path) for path in snapshot.paths()}
        return self._blobs[commit]

    def holds(self, commit: str, work: str) -> bool:
        """Whether the register of a commit has files of a work."""
        return any(path.startswith(f"{self.prefix}{work}/") for path in self.blobs(commit))

    def approvals(self, commit: str, work: str) -> tuple[Corpus, tuple[Proof, ...]]:
        """Return all of the register of a commit, and what is proved of the approvals of a work there."""
        if commit not in self._whole:
            corpus = open_unredacted(self.snapshot(commit), self.day(commit), None, self.quotation_keys)
            corpus = replace(corpus, entries=self.repository.entries(commit, self.prefix))
            self._whole[commit] = corpus, Entered(self.repository, corpus, commit)
        corpus, entered = self._whole[commit]
        if (commit, work) not in self._proofs:
            self._proofs[commit, work] = verify_approvals(corpus, entered, [work])
        return corpus, self._proofs[commit, work]
