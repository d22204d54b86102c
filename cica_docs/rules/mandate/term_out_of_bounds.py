"""A State is appointed for a shorter or longer term than the decision sets.

## Why
Some decisions fix the term of a Coordinator, for example at two years, or set bounds to it. Both days
count: 2026-01-01 to 2027-12-31 is exactly two years. An extension is not part of the term. Bounds of
the tenure that a State proposes are another rule, mandate/tenure-out-of-bounds. For an area that names in
areas.yaml who appoints its Coordinator, the decision may set a term of its own.

## Example
    tenure: {from: 2026-01-01, to: 2026-12-31}      # the term is two years

Use instead
    tenure: {from: 2026-01-01, to: 2027-12-31}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.mandates.appointments import appointing_body_of, appointments
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.period import out_of_bounds

MESSAGE = {
    "": "term {first} to {last} is not of {low} to {high} years",
    "fixed": "term {first} to {last} is not of {low} years",
}
HELP = {
    "": "{if_slip}the term must still be set again, to end from {earliest} to {latest}",
    "fixed": "{if_slip}the term must still be set again, to end on {earliest}",
}
GROUNDS = ("", "by-area")
_VALUES = {"": "term", "by-area": "term-by-area"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for appointment in appointments(corpus):
        act = appointment.act
        ground = "by-area" if appointing_body_of(corpus, appointment.mandate.area) else ""
        fault = out_of_bounds(appointment.tenure, corpus.decision.years(_VALUES[ground], act.on.first))
        if fault:
            yield violation(
                act.document.at(f"{act.pointer}/tenure"),
                judged_on=act.on.first,
                variant="fixed" if fault.is_fixed else "",
                ground=ground,
                **fault._asdict(),
            )
