"""The status of a decision on a day: derived from the acts on its record, never declared."""

from datetime import date
from typing import NamedTuple

from cica_docs.documents.document import Document
from cica_docs.documents.kind import Kind
from cica_docs.values.day import PartialDate, parse_partial_date

_ADOPTED, _SUPERSEDED = "approved", "superseded"


class DecisionStatus(NamedTuple):
    """A status, `draft`, `adopted` or `superseded`, and the day of adoption if that is known."""

    name: str = "draft"
    adopted_on: date | None = None


def read_decision_status(original: Document | None, kind: Kind | None, as_of: date) -> DecisionStatus:
    """Return the status that follows from the acts in the original; a body adopts only what is to be adopted by it.

    A decision that is merely known to be in force is adopted, without a day.
    """
    if original is None or kind is None or not original.is_readable:
        return DecisionStatus()
    days: dict[str, list[date]] = {}
    for act in (recorded.data for recorded in original.record.counting):
        stage, on = kind.stages.get(str(act.get("kind")), ""), _first(act.get("on"))
        if stage and on and on <= as_of and (stage != _ADOPTED or _is_by(act.get("by"), original.get("/body"))):
            days.setdefault(stage, []).append(on)
    known = _first(original.get("/known/as_of"))
    adopted_on = min(days.get(_ADOPTED, ()), default=None)
    if _SUPERSEDED in days:
        return DecisionStatus("superseded", adopted_on)
    is_known = known is not None and known <= as_of and not days
    return DecisionStatus("adopted" if adopted_on or is_known else "draft", adopted_on)


def _is_by(actors: object, body: object) -> bool:
    return body in actors if isinstance(actors, list) else actors == body


def _first(value: object) -> date | None:
    day: PartialDate | None = parse_partial_date(str(value or ""))
    return day.first if day else None
