"""A Co-coordinator takes up the role of Coordinator while the priority area has one.

## Why
A Co-coordinator may act "in the event of absence of a Coordinator" (clause 1.11). While a
Coordinator is in office there is nobody to act for; the day on which it leaves is allowed.

## Example
    role: acting-coordinator
    events:
      - {on: 2026-09-01, kind: assumed}         # the Coordinator serves until 2028-02-29

Use instead
    record first that the Coordinator's tenure has ended, then the day on which its role was taken up
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.facts.question import days, is_bound
from cica_docs.facts.serving import ACTING, COORDINATOR, area_name, meet, services, shared_days
from cica_docs.rules.rule import Aside, Violation, violation

PROVISION = "1.11/absence"
MESSAGE = "{coordinator} is Coordinator of {area} until {last}"
HELP = "record the end of its tenure first, or begin after it"
RELATED = {"": "the Coordinator is appointed here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for acting in services(corpus):
        if acting.mandate.role != ACTING or not is_bound(corpus, acting.period.first):
            continue
        for one in services(corpus):
            present = one.mandate.role == COORDINATOR and one.period.covers(acting.period.first) and not one.is_open
            if (
                present
                and meet(corpus, one.mandate.area, acting.mandate.area)
                and shared_days(one.period, acting.period) > days(corpus, "handover-days")
                and one.period.first < acting.period.first
            ):
                yield violation(
                    acting.begun.place,
                    related=(Aside(one.begun.place, ""),),
                    coordinator=corpus.reference.names("state", one.mandate.holder, acting.period.first),
                    area=area_name(corpus, one.mandate.area, acting.period.first),
                    last=one.period.last,
                )
