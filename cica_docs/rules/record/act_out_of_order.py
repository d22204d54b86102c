"""An act is on record before another that it follows, after one that ends the matter, or without one that it needs.

## Why
What is withdrawn is not approved, what was never submitted is not adopted, nobody is invited to a
meeting that is over. A record that says so has a wrong day, a wrong act, or lacks one. Where the
work was begun again after it had been withdrawn or cancelled, later acts are in order.

## Example
    - {on: 2026-06-01, kind: withdrawn}
    - {on: 2026-06-24, kind: approved, by: soc}

Use instead
    - {on: 2026-06-01, kind: withdrawn}
    - {on: 2026-06-10, kind: issued, by: XA, revision: 1}
    - {on: 2026-06-24, kind: approved, by: soc}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.open_questions import is_bound
from cica_docs.register.record.order import disorders
from cica_docs.rules.rule import RelatedPlace, Violation, violation

PROVISION = "house/consistent-record"
ALSO = ("house/whole-record",)
BY_ACT = True
MESSAGE = {
    "before": "`{act}` is dated {day}, before `{other}` of {when}",
    "after": "`{act}` is dated {day}, after `{other}` of {when}",
    "late": "`{act}` is dated {day}, after {when}, the day in `{other}`",
    "missing": "`{act}` of {day} follows no `{other}` on record",
}
HELP = {
    "before": "{if_slip}it cannot count: it is done again after `{other}`, and that act is recorded as well",
    "after": "{if_slip}it cannot count: the matter is begun again, and that act is recorded before it is done again",
    "late": "{if_slip}it came too late: it cannot count, and `note` says so",
    "missing": "record `{other}` as it was done; if it was not done, say in `note` how this act came about",
}
RELATED = {"": "that is on record here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for disorder in disorders(corpus):
        act = disorder.act
        yield violation(
            act.place,
            variant=disorder.fault,
            ground=f"{disorder.work.kind.name}.{act.kind}" if is_bound(corpus, act.on.first) else "",
            provision=ALSO[0] if disorder.fault == "missing" else "",
            related=(RelatedPlace(disorder.place, ""),) if disorder.place else (),
            act=act.kind,
            day=act.on,
            other=disorder.other,
            when=disorder.day,
        )
