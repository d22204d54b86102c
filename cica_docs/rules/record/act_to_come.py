"""An act is dated later than the day of the check.

## Why
An act is recorded when it has been done. One of a later day counts for nothing until that day has
come: it discharges no obligation and begins no period. Often the year or the month is wrong.

## Example
    - {on: 2062-06-24, kind: approved, by: soc}

Use instead
    - {on: 2026-06-24, kind: approved, by: soc}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import corrections_of, events_of
from cica_docs.register.works import works
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/act-done"
SCOPE = "work"
MESSAGE = {
    "": "`{act}` is dated {day}, after the day of this check, {as_of}: until then it counts for nothing",
    "correction": "the correction is dated {day}, after the day of this check, {as_of}",
}
HELP = "check the day; nothing needs to be done if the check is made as of an earlier day"


def check(corpus: Corpus) -> Iterator[Violation]:
    for work in works(corpus).values():
        for act in events_of(work.original):
            if not act.has_happened(corpus.as_of):
                yield violation(act.place, act=act.kind, day=act.on, as_of=corpus.as_of)
        for correction in corrections_of(work.original):
            if not correction.act.has_happened(corpus.as_of):
                yield violation(correction.act.place, variant="correction", day=correction.act.on, as_of=corpus.as_of)
