"""An extension ends a period no later than before, or an early termination later or in the past.

## Why
An extension adds to a tenure or an applicability period, an early termination takes from it. A last day
that is moved the other way, or not at all, is a slip, or an extension without the approval that it takes.
Nobody leaves as of a day that is past.

## Example
    tenure: {from: 2026-03-01, to: 2028-02-29}
    - {on: 2026-11-18, kind: extended, by: soc, until: 2027-06-30}

Use instead
    - {on: 2026-11-18, kind: extended, by: soc, until: 2029-06-30}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.open_questions import is_bound
from cica_docs.register.record.ends import wrongly_moved_ends
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/consistent-record"
BY_ACT = True
MESSAGE = {
    "extension": "the extension until {new} ends before {old}, the last day without it",
    "idle": "the extension until {new} adds nothing: that was the last day already",
    "termination": "the early termination takes effect on {new}, after {old}, the last day without it",
    "past": "the early termination of {day} takes effect on {new}, before it was declared",
}
HELP = {
    "extension": "{if_slip}it was no extension: an early end is announced and recorded as one",
    "idle": "{if_slip}nothing was extended, and `note` says so",
    "termination": "{if_slip}it was an extension, which is asked for and decided as one",
    "past": "{if_slip}the service ended no earlier than on {day}",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for moved in wrongly_moved_ends(corpus):
        act = moved.act
        yield violation(
            act.document.at(f"{act.pointer}/{moved.field}"),
            variant=moved.fault,
            ground=f"{moved.work.kind.name}.{act.kind}" if is_bound(corpus, act.on.first) else "",
            new=moved.new,
            old=moved.old,
            day=act.on,
        )
