"""A Co-coordinator still acts as Coordinator after a new Coordinator has taken office.

## Why
The role is taken up "until a new Coordinator is appointed" (clause 1.11). It ends by itself
when the new Coordinator's tenure begins; the day of handing over is allowed. The record must
say so, or the register shows two at the head of one area.

## Example
    role: acting-coordinator
    events:
      - {on: 2026-03-01, kind: assumed}         # a new Coordinator serves from 2026-09-01

Use instead
    events:
      - {on: 2026-03-01, kind: assumed}
      - {on: 2026-09-01, kind: ended}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.mandates.service import (
    ACTING,
    COORDINATOR,
    area_name_of,
    areas_overlap,
    count_shared_days,
    services,
)
from cica_docs.register.open_questions import days_setting, is_bound
from cica_docs.rules.rule import RelatedPlace, Violation, violation
from cica_docs.values.period import Period

PROVISION = "1.11/until-appointed"
MESSAGE = "{coordinator} is Coordinator of {area} since {first}, and {holder} still acts"
HELP = "record the day on which it ceased to act: {{on: {first}, kind: ended}}"
RELATED = {"": "the new Coordinator is appointed here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for acting in services(corpus):
        if acting.mandate.role != ACTING or acting.period.first > corpus.as_of:
            continue
        # While no end is on record the state acts today, not in time to come.
        until_now = Period(acting.period.first, min(acting.period.last, corpus.as_of))
        for one in services(corpus):
            if (
                one.mandate.role == COORDINATOR
                and acting.period.first <= one.period.first
                and areas_overlap(corpus, one.mandate.area, acting.mandate.area)
                and count_shared_days(one.period, until_now) > days_setting(corpus, "handover-days")
                and is_bound(corpus, one.period.first)
            ):
                yield violation(
                    acting.begun.place,
                    related=(RelatedPlace(one.begun.place, ""),),
                    coordinator=corpus.reference.names("state", one.mandate.holder, one.period.first),
                    holder=corpus.reference.names("state", acting.mandate.holder, one.period.first),
                    area=area_name_of(corpus, one.mandate.area, one.period.first),
                    first=one.period.first,
                )
