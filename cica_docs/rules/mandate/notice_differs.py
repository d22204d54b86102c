"""A mandate and the notice of intention that it names differ in area, role or state.

## Why
The notice is what all Member States were told (clause 1.10). A mandate for another area, in
another role or of another state rests on nothing that they were told.

## Example
    role: coordinator
    notice: tourism-kz-2026         # offers the role of Co-coordinator

Use instead
    role: co-coordinator
    notice: tourism-kz-2026
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.mandates.appointments import appointments
from cica_docs.rules.rule import RelatedPlace, Violation, violation

PROVISION = "house/consistent-record"
MESSAGE = {
    "": "{field} is {value} here and {noticed} in the notice",
    "purpose": "{notice} is no notice of intention",
}
HELP = {
    "": "write the same in both, or name another notice",
    "purpose": "name the notice in which the role was offered",
}
RELATED = {"": "the notice says it here"}

_SAME = {"area": "area", "role": "role", "holder": "state"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for appointment in appointments(corpus):
        notice, original = appointment.notice, appointment.mandate.work.original
        if notice is None:
            continue
        if notice.original.get("/purpose") != "intention":
            aside = RelatedPlace(notice.original.at("/purpose"), "")
            yield violation(original.at("/notice"), variant="purpose", related=(aside,), notice=notice.id)
            continue
        for ours, theirs in _SAME.items():
            value, noticed = original.get(f"/{ours}"), notice.original.get(f"/{theirs}")
            if noticed and value != noticed:
                aside = RelatedPlace(notice.original.at(f"/{theirs}"), "")
                yield violation(original.at(f"/{ours}"), related=(aside,), field=ours, value=value, noticed=noticed)
