"""An act is written below a later one.

## Why
Acts are read from top to bottom, the oldest first. One that stands below a later act is easily
overlooked, and often has a wrong day. The tool sorts acts by their days before it draws any conclusion.

## Example
    - {on: 2026-06-24, kind: approved, by: soc}
    - {on: 2026-05-20, kind: considered, channel: swg}

Use instead
    - {on: 2026-05-20, kind: considered, channel: swg}
    - {on: 2026-06-24, kind: approved, by: soc}
"""

from collections.abc import Iterator
from itertools import pairwise

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import acts_as_written, corrections_of
from cica_docs.register.works import works
from cica_docs.rules.rule import RelatedPlace, Violation, violation

PROVISION = "house/order-of-acts"
SCOPE = "work"
MESSAGE = "`{act}` of {day} stands below `{other}` of {when}"
HELP = "put it in its place if the day is right; correct the day if it is a slip of the pen"
RELATED = {"": "the later act is here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for work in works(corpus).values():
        # A correction comes at the end, whatever day was recorded by mistake.
        off_record = {
            correction.corrected.pointer for correction in corrections_of(work.original) if correction.corrected
        }
        acts = [act for act in acts_as_written(work.original) if act.pointer not in off_record]
        for above, act in pairwise(acts):
            if act.on.last < above.on.first:
                related_place = RelatedPlace(above.place, "")
                yield violation(
                    act.place, related=(related_place,), act=act.kind, day=act.on, other=above.kind, when=above.on
                )
