"""When files entered the history of a register: the commit of the main line since which a file is as it is."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cached_property
from typing import NamedTuple

from cica_docs.snapshot.past import Past, Step
from cica_docs.values.failure import Failure


class Entry(NamedTuple):
    """The commit with which a file entered, its first parent ("" if none), and its time.

    `former` is the last commit before it in which the path held other bytes; "" if none did.
    """

    commit: str
    parent: str
    at: datetime
    former: str


class Entries:
    """The main line of a revision, which follows first parents: a merged branch enters with its merge.

    A commit states its own time; no time before that of an ancestor is believed.
    """

    def __init__(self, past: Past, *, is_cut: bool) -> None:
        self._past = past
        self._is_cut = is_cut
        """Whether commits are missing at the end, as in a shallow clone."""

    def entry(self, path: str, blob: str) -> Entry | None:
        """Return the entry of a file as it is now; None if the revision does not have it so.

        Raise `Failure` if it may have entered with a commit that is missing.
        """
        line = self._line
        length = next((at for at, step in enumerate(line) if self._past.blob_in(step, path) != blob), len(line))
        if not length:
            return None
        if length == len(line) and self._is_cut:
            raise Failure("history-shallow")
        former = next((step for step in line[length:] if self._past.blob_in(step, path)), None)
        commit = line[length - 1].commit
        parent = line[length].commit.id if length < len(line) else ""
        former_id = str(former.commit.id) if former else ""
        return Entry(str(commit.id), str(parent), self._times[str(commit.id)], former_id)

    def lasting_entry(self, path: str, blob: str) -> Entry | None:
        """Return the entry of a file that is never to change: its first, if it was the same then, else its last.

        What was altered in between and put back has lost nothing.
        """
        last = self.entry(path, blob)
        if last is None or not last.former:
            return last
        at = max(at for at, step in enumerate(self._line) if self._past.blob_in(step, path))
        first = self._line[at]
        if self._past.blob_in(first, path) != blob:
            return last
        parent = str(self._line[at + 1].commit.id) if at + 1 < len(self._line) else ""
        return Entry(str(first.commit.id), parent, self._times[str(first.commit.id)], "")

    def first_files(self, folder: str) -> Mapping[str, str]:
        """Map the files that a folder of the register ever had, by path, to the first id of each."""
        first: dict[str, str] = {}
        for step in self._line:
            first |= self._past.files_in(step, folder)
        return first

    def holds(self, commit: str) -> bool:
        """Whether a commit is one of the main line."""
        return any(str(step.commit.id) == commit for step in self._line)

    @cached_property
    def _line(self) -> tuple[Step, ...]:
        """The commits of the main line, the newest first."""
        by_id = {step.commit.id: step for step in self._past.steps}
        step = self._past.steps[0] if self._past.steps else None
        line = []
        while step is not None:
            line.append(step)
            parents = step.commit.parent_ids
            step = by_id.get(parents[0]) if parents else None
        return tuple(line)

    @cached_property
    def _times(self) -> Mapping[str, datetime]:
        """The time of each commit of the main line, not before that of any commit below it."""
        latest = datetime.min.replace(tzinfo=UTC)
        times = {}
        for step in reversed(self._line):
            try:
                stated = datetime.fromtimestamp(step.commit.commit_time, UTC)
            except (OverflowError, OSError, ValueError):
                raise Failure("commit-time-unreadable", revision=str(step.commit.id)[:12]) from None
            latest = max(latest, stated)
            times[str(step.commit.id)] = latest
        return times
