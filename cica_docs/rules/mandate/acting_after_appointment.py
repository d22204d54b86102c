"""A Co-coordinator still acts as Coordinator after a new Coordinator has taken office.

## Why
The role is taken up "until a new Coordinator is appointed" (CICA decision, clause 1.11). It
ends by itself when the new Coordinator's tenure begins; the day of handing over is allowed.
The record must say so, or the register shows two at the head of one area.

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
from cica_docs.register.mandates.service import area_name_of, areas_overlap, count_shared_days, services
from cica_docs.register.open_questions import days_setting
from cica_docs.rules.rule import RelatedPlace, Violation, violation
from cica_docs.values.period import Period
from cica_docs.values.role import ACTING, COORDINATOR

MESSAGE = "{coordinator} is Coordinator of {area} since {first}, and {holder} still acts"
HELP = "if it has ceased to act, record the day (kind: ended); if not, it must do so now"
RELATED = {"": "the new Coordinator is appointed here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for acting in services(corpus):
        if acting.mandate.role != ACTING or acting.period.first > corpus.as_of:
            continue
        # Without an end on record the state is acting today, not in the future.
        until_now = Period(acting.period.first, min(acting.period.last, corpus.as_of))
        for service in services(corpus):
            if (
                service.mandate.role == COORDINATOR
                and acting.period.first <= service.period.first
                and areas_overlap(corpus, service.mandate.area, acting.mandate.area)
                and count_shared_days(service.period, until_now) > days_setting(corpus, "handover-days")
            ):
                yield violation(
                    acting.begun.place,
                    judged_on=service.period.first,
                    related=(RelatedPlace(service.begun.place, ""),),
                    coordinator=corpus.reference.names("state", service.mandate.holder, service.period.first),
                    holder=corpus.reference.names("state", acting.mandate.holder, service.period.first),
                    area=area_name_of(corpus, service.mandate.area, service.period.first),
                    first=service.period.first,
                )
