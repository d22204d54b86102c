"""Silence procedures: how long the silence lasted, who objected in time, and what was decided by it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import Event, events_until
from cica_docs.register.works import Work, works
from cica_docs.values.day import parse_day

_BEGUN, _EXTENDED, _OBJECTED, _WITHDRAWN = "silence-begun", "silence-extended", "objected", "objection-withdrawn"
PROCEDURE = frozenset({_BEGUN, _EXTENDED, _OBJECTED, _WITHDRAWN})
"""The acts of a silence procedure, which decide nothing themselves."""
_BY_SILENCE = "silence"
_MANNER = ("mode", "decided")
"""The fields that say in what manner something was decided."""


@dataclass(eq=False)
class Silence:
    """A silence procedure on one matter: its acts in order, and the decision that it led to, if there is one."""

    work: Work
    begun: Event | None = None
    acts: list[Event] = field(default_factory=list)
    decided: Event | None = None

    @property
    def stated_end(self) -> date | None:
        """The last day of the silence that the decision gives."""
        return _end_of(self.decided) if self.decided else None

    @property
    def end(self) -> date | None:
        """The last day of the silence by the acts on record, else the one that the decision gives."""
        return self._extended()[0] or self.stated_end

    @property
    def set_by(self) -> Event | None:
        """The act on record that sets the end, if it is not the decision itself."""
        late = [extension for extension, _ in self.late_extensions]
        in_time = [act for act in self.acts if act.kind == _EXTENDED and act not in late]
        return in_time[-1] if in_time else self.begun

    @property
    def ends_before_it_begins(self) -> bool:
        """Whether the last day of the silence lies before the first."""
        end = _end_of(self.begun) if self.begun else None
        return bool(self.begun and end and end < self.begun.on.first)

    @property
    def late_extensions(self) -> Sequence[tuple[Event, date]]:
        """The extensions after the silence had ended, each with that day."""
        return self._extended()[1]

    def _extended(self) -> tuple[date | None, Sequence[tuple[Event, date]]]:
        """Return the end that the extensions in time set, and the extensions that came too late."""
        end, late = _end_of(self.begun) if self.begun else None, []
        for act in self.acts:
            if act.kind == _EXTENDED and end and act.on.first > end:
                late.append((act, end))
            elif act.kind == _EXTENDED:
                end = _end_of(act) or end
        return end, late

    @property
    def objections(self) -> Sequence[Event]:
        """The objections by the last day of the silence; a later one is none."""
        end = self.end
        return [act for act in self.acts if act.kind == _OBJECTED and end and act.on.last <= end]

    def pending(self, on: date) -> Sequence[Event]:
        """Return the objections of States that had not withdrawn them by a day."""
        return [
            objection
            for objection in self.objections
            if not set(objection.by) <= {state for act in self._withdrawals_after(objection, on) for state in act.by}
        ]

    @property
    def agreed_on(self) -> date | None:
        """The day on which there is agreement: the last of the silence, or of the withdrawal of an objection."""
        withdrawn = [
            act.on.first for objection in self.objections for act in self._withdrawals_after(objection, date.max)
        ]
        return max(self.end, *withdrawn) if self.end and withdrawn else self.end

    def _withdrawals_after(self, objection: Event, until: date) -> Sequence[Event]:
        later = self.acts[self.acts.index(objection) + 1 :]
        return [
            act for act in later if act.kind == _WITHDRAWN and act.on.first <= until and set(act.by) & set(objection.by)
        ]


def silences(corpus: Corpus) -> Iterator[Silence]:
    """Yield the silence procedures of all works, each once, in order."""
    for work in works(corpus).values():
        silence: Silence | None = None
        for act in events_until(corpus, work.original):
            begins = act.kind == _BEGUN or (silence is not None and silence.decided and _is_new(silence, act))
            if silence is not None and begins:
                yield silence
                silence = None
            if act.kind in PROCEDURE or _decides(act):
                silence = silence or Silence(work)
                _add(silence, act)
        if silence is not None:
            yield silence


def _is_new(silence: Silence, act: Event) -> bool:
    """Whether an act after a decision is of another matter: not an objection while the silence lasted."""
    return _decides(act) or not silence.end or act.on.first > silence.end


def _add(silence: Silence, act: Event) -> None:
    if act.kind == _BEGUN:
        silence.begun = act
    elif _decides(act):
        silence.decided = act
    else:
        silence.acts.append(act)


def _decides(act: Event) -> bool:
    return any(field in act.data for field in _MANNER)


def is_by_silence(act: Event) -> bool:
    """Whether a decision was taken by silence, not at a meeting."""
    return any(act.data.get(field) == _BY_SILENCE for field in _MANNER)


def _end_of(act: Event) -> date | None:
    return parse_day(str(act.data.get("ends_on") or ""))
