"""A tenure begins before the appointment on which it rests.

## Why
Coordinators and Co-coordinators are appointed, in the CICA decision by the Senior Officials Committee
(clause 1.9). Until then a State holds no office; what it did in it before has no basis. A first day
known to the month or year is read in favour of the record.

## Example
    - {on: 2026-06-24, kind: appointed, by: soc, tenure: {from: 2026-04-01, to: 2028-03-31}}

Use instead
    - {on: 2026-06-24, kind: appointed, by: soc, tenure: {from: 2026-07-01, to: 2028-06-30}}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.mandates.appointments import appointments
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.day import parse_partial_date

MESSAGE = "the tenure begins on {first}, before the appointment of {day}"
HELP = "{if_slip}the State held no office before {day}: say in `note` what was decided about the days before"


def check(corpus: Corpus) -> Iterator[Violation]:
    for appointment in appointments(corpus):
        act, tenure = appointment.act, appointment.act.data.get("tenure")
        first = parse_partial_date(str(tenure.get("from") or "")) if isinstance(tenure, dict) else None
        if first and first.last < act.on.first:
            yield violation(act.document.at(f"{act.pointer}/tenure"), judged_on=act.on.first, first=first, day=act.on)
