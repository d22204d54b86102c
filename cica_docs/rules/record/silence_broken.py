"""A decision is recorded as taken by silence before the silence ended, or although a State had objected.

## Why
Under the silence procedure a body has decided when the time for objections has passed: the decision
bears that day. An objection in time, unless withdrawn, breaks the silence; the matter goes to a
meeting, or a new silence begins. An objection after the end is none. The silence may be extended
while it lasts. A register may refuse the procedure altogether (open question `silence-procedure`).

## Example
    - {on: 2026-06-10, kind: silence-begun, by: secretariat, ends_on: 2026-06-24}
    - {on: 2026-06-18, kind: objected, by: XB}
    - {on: 2026-06-24, kind: approved, by: soc, mode: silence}

Use instead
    - {on: 2026-06-10, kind: silence-begun, by: secretariat, ends_on: 2026-06-24}
    - {on: 2026-06-18, kind: objected, by: XB}
    - {on: 2026-06-22, kind: objection-withdrawn, by: XB}
    - {on: 2026-06-24, kind: approved, by: soc, mode: silence}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import Event
from cica_docs.register.open_questions import is_bound, setting
from cica_docs.register.record.silences import Silence, is_by_silence, silences
from cica_docs.register.sources import names_of
from cica_docs.rules.rule import RelatedPlace, Violation, violation

PROVISION = "house/consistent-record"
BY_ACT = True
MESSAGE = {
    "": "`{act}` bears the date {day}, but the silence ends on {ends}",
    "later": "`{act}` bears the date {day}, but the silence ended on {ends}, and with it the decision was taken",
    "objected": "`{act}` of {day} was decided by silence, though {states} objected on {when}",
    "differs": "`ends_on` of `{act}` is {stated}, but by the acts on record the silence ends on {ends}",
    "unknown": "`{act}` of {day} does not say when the silence ended",
    "refused": "the settings of the register do not accept decisions under the silence procedure",
    "extended-late": "the silence ended on {ends} and cannot be extended on {day}",
    "reversed": "the silence ends on {ends}, before {day}, the day on which it begins",
}
HELP = {
    "": "{if_slip}nothing is decided yet: if nobody objects, the decision is taken on {ends}, and that is recorded",
    "later": "{if_slip}the decision was only made known then: it bears the day {ends}, and `note` says when that was",
    "objected": "{if_slip}nothing is decided: the matter goes to a meeting, or a new silence begins; if the objection "
    "was withdrawn, record that as well",
    "differs": "correct the day that is a slip of the pen; if the silence was extended, record that as well",
    "unknown": "say in ends_on when the time for objections ended",
    "refused": "{if_slip}it must still be decided at a meeting, unless the open question silence-procedure is answered "
    "otherwise",
    "extended-late": "{if_slip}it has no effect: without an objection the matter was decided on {ends}; otherwise a "
    "new silence begins",
    "reversed": "correct the day that is a slip of the pen",
}
RELATED = {"": "that is on record here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for silence in silences(corpus):
        if silence.begun and silence.ends_before_it_begins:
            yield _fault(corpus, silence, silence.begun, "reversed")
        for extension, ended in silence.late_extensions:
            yield violation(extension.place, variant="extended-late", day=extension.on, ends=ended)
        if silence.decided and is_by_silence(silence.decided):
            yield from _of_decision(corpus, silence, silence.decided)


def _of_decision(corpus: Corpus, silence: Silence, decided: Event) -> Iterator[Violation]:
    agreed = silence.agreed_on
    pending = silence.pending(decided.on.last)
    if is_bound(corpus, decided.on.first) and setting(corpus, "silence-procedure") == "refused":
        yield _fault(corpus, silence, decided, "refused")
    elif agreed is None:
        if is_bound(corpus, decided.on.first):
            yield _fault(corpus, silence, decided, "unknown")
    elif pending:
        yield _fault(corpus, silence, decided, "objected", pending[0])
    elif silence.stated_end and silence.stated_end != silence.end:
        yield _fault(corpus, silence, decided, "differs", silence.set_by)
    elif decided.on.last < agreed:
        yield _fault(corpus, silence, decided, "", silence.set_by)
    elif decided.on.first > agreed:
        yield _fault(corpus, silence, decided, "later", silence.set_by)


def _fault(corpus: Corpus, silence: Silence, act: Event, variant: str, other: Event | None = None) -> Violation:
    return violation(
        act.place,
        variant=variant,
        ground=f"{silence.work.kind.name}.{act.kind}" if is_bound(corpus, act.on.first) else "",
        related=(RelatedPlace(other.place, ""),) if other else (),
        act=act.kind,
        day=act.on,
        ends=silence.agreed_on,
        stated=silence.stated_end,
        states=names_of(corpus, other.by, other.on.first) if other else {},
        when=other.on if other else None,
    )
