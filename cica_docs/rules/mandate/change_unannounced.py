"""A tenure was extended or ended early without a request or notice on record.

## Why
"The request for extension or the notice of early termination must be sent to all Member States
through the Secretariat" (CICA decision, clause 1.12). Early termination needs nobody's
approval, but it is announced.

## Example
    - {on: 2026-11-18, kind: extended, by: soc, until: 2029-06-30}      # no notice names this mandate

Use instead
    the same, and a notice with `purpose: extension` and `mandate:` the id of this mandate
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import Event, events_until
from cica_docs.register.mandates.mandates import Mandate, mandates
from cica_docs.register.mandates.notices import Notice, notices
from cica_docs.rules.rule import RelatedPlace, Violation, violation
from cica_docs.values.role import ACTING

MESSAGE = {
    "extended": "no request for this extension is on record",
    "terminated": "no notice of this early termination is on record",
    "late": "the act is dated {day}, before the request or notice of {sent}",
    "used": "the request or notice of {sent} was for the act of {earlier}; none for this one is on record",
}
HELP = {
    "extended": "if the request was sent, add that notice (purpose: extension, mandate: {mandate}); if not, all "
    "Member States must still be informed",
    "terminated": "if the notice was sent, add it (purpose: early-termination, mandate: {mandate}); if not, all "
    "Member States must still be informed",
    "late": "{if_slip}what was decided rests on no request or notice; all Member States must still be informed",
    "used": "if there was a further request or notice, add it; if not, all Member States must still be informed",
}
RELATED = {"": "the request or notice is here"}

_ANNOUNCED_BY = {"extended": "extension", "terminated": "early-termination"}


def check(corpus: Corpus) -> Iterator[Violation]:
    announced: dict[tuple[Mandate | None, str], list[tuple[Notice, Event]]] = {}
    for notice in notices(corpus):
        if notice.sent:
            announced.setdefault((notice.mandate, notice.purpose), []).append((notice, notice.sent))
    for mandate in mandates(corpus):
        if mandate.role == ACTING or mandate.work.is_known_only:
            continue
        acts = events_until(corpus, mandate.work.original)
        for kind, purpose in _ANNOUNCED_BY.items():
            of_kind = [act for act in acts if act.kind == kind]
            sent = sorted(announced.get((mandate, purpose), ()), key=lambda pair: pair[1].on)
            yield from _unannounced(mandate, of_kind, sent)


def _unannounced(mandate: Mandate, acts: list[Event], sent: list[tuple[Notice, Event]]) -> Iterator[Violation]:
    """Yield the acts that no notice of their own comes before; each notice is for the next act after it."""
    unused = list(sent)
    used: list[tuple[Event, tuple[Notice, Event]]] = []
    for act in acts:
        notice = next((pair for pair in unused if pair[1].on.first <= act.on.last), None)
        if notice:
            unused.remove(notice)
            used.append((act, notice))
            continue
        if not unused and not used:
            yield violation(act.place, judged_on=act.on.first, variant=act.kind, mandate=mandate.work.id)
            continue
        earlier, (_, first_sent) = used[-1] if used and not unused else (None, unused[0])
        yield violation(
            act.place,
            judged_on=act.on.first,
            variant="used" if earlier else "late",
            related=(RelatedPlace(first_sent.place, ""),),
            day=act.on,
            sent=first_sent.on,
            earlier=earlier.on if earlier else "",
        )
