"""A mandate and the notice of intention that it names differ in area, role or state.

## Why
The notice informs all Member States (CICA decision, clause 1.10). For another area, another
role or another state they have had no notice.

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
    "": "a slip of the pen is corrected where it stands; if both are right, name the notice that the mandate rests on",
    "purpose": "if this is a slip of the pen, name the notice in which the role was offered; if there was none,"
    " all Member States must still be informed",
}
RELATED = {"": "the notice says it here"}

_SAME = {"area": "area", "role": "role", "holder": "state"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for appointment in appointments(corpus):
        notice, original = appointment.notice, appointment.mandate.work.original
        if notice is None:
            continue
        if notice.original.get("/purpose") != "intention":
            related_place = RelatedPlace(notice.original.at("/purpose"), "")
            yield violation(original.at("/notice"), variant="purpose", related=(related_place,), notice=notice.id)
            continue
        for field, notice_field in _SAME.items():
            value, noticed = original.get(f"/{field}"), notice.original.get(f"/{notice_field}")
            if noticed and value != noticed:
                related_place = RelatedPlace(notice.original.at(f"/{notice_field}"), "")
                yield violation(
                    original.at(f"/{field}"), related=(related_place,), field=field, value=value, noticed=noticed
                )
