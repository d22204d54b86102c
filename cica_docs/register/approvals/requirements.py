"""What signatures a register asks of an approval, by the settings that govern it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.kind import Kind
from cica_docs.register.events import Event, acts_as_written, events_of
from cica_docs.register.works import Work, works
from cica_docs.values.day import parse_day

FIELD = "approvals"


def required_signatures(corpus: Corpus) -> Mapping[str, int]:
    """Return how many signatures by each role an approval needs; empty if none is asked for."""
    needed: dict[str, int] = {}
    listed = _approvals(corpus).get("signatures")
    for entry in listed if isinstance(listed, list) else ():
        number = entry.get("number", 1) if isinstance(entry, dict) else 0
        if isinstance(number, int) and number > 0:
            needed[str(entry.get("role"))] = number
    return needed


def is_asked(corpus: Corpus) -> bool:
    """Whether approvals need signatures."""
    return bool(required_signatures(corpus))


def asked_from(corpus: Corpus) -> date:
    """Return the day from which on approvals need signatures; those before it were given without."""
    return parse_day(str(_approvals(corpus).get("from") or "")) or date.min


def _approvals(corpus: Corpus) -> Mapping[str, Any]:
    value = corpus.reference.settings.get(FIELD)
    return value if isinstance(value, dict) else {}


class ApprovalAct(NamedTuple):
    """An act on record by which a body approves a work."""

    work: Work
    act: Event


def approval_acts(corpus: Corpus) -> Iterator[ApprovalAct]:
    """Yield the acts that count by which bodies approve."""
    for work in works(corpus).values():
        if approving_acts(work.kind):
            yield from (ApprovalAct(work, act) for act in events_of(work.original) if is_approval(work, act))


def recorded_approvals(work: Work) -> Iterator[Event]:
    """Yield the approvals of a work that are on record, also those that a later act corrects."""
    counting = events_of(work.original)
    former = [act for act in acts_as_written(work.original) if act not in counting]
    yield from (act for act in (*former, *counting) if is_approval(work, act))


def is_approval(work: Work, act: Event) -> bool:
    """Whether a body approves a work with an act."""
    return act.kind in approving_acts(work.kind)


def approving_acts(kind: Kind) -> tuple[str, ...]:
    """Return the kinds of act by which bodies approve works of a kind."""
    return tuple(name for name, act in kind.acts.items() if act.is_approval)


def acts_without_signature(corpus: Corpus) -> Iterator[ApprovalAct]:
    """Yield the approvals that need a record: those from the day of the settings on, and those that a change adds.

    An earlier day does not excuse an act that the change under judgement brings: its author chose that day.
    """
    if not is_asked(corpus):
        return
    first = asked_from(corpus)
    for approval in approval_acts(corpus):
        if approval.act.on.first >= first or _is_new(corpus, approval):
            yield approval


def _is_new(corpus: Corpus, approval: ApprovalAct) -> bool:
    if corpus.before is None:
        return False
    former = works(corpus.before).get(approval.work.name)
    return former is None or all(act.data != approval.act.data for act in acts_as_written(former.original))
