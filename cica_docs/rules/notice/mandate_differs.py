"""A request or notice and the mandate that it names differ in area, role or state.

## Why
A state extends or ends its own term (CICA decision, clause 1.12). A notice that speaks of
another state, area or role than the mandate that it names leaves open whose term is meant.

## Example
    state: XB
    mandate: tourism-xa         # held by XA

Use instead
    state: XA
    mandate: tourism-xa
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.mandates.notices import notices
from cica_docs.rules.rule import RelatedPlace, Violation, violation

PROVISION = "house/consistent-record"
MESSAGE = "{field} is {value} here and {held} in the mandate"
HELP = "a slip of the pen is corrected where it stands; if both are right, name the mandate that the notice is about"
RELATED = {"": "the mandate says it here"}

_SAME = {"state": "holder", "area": "area", "role": "role"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for notice in notices(corpus):
        if notice.mandate is None:
            continue
        original, mandate = notice.work.original, notice.mandate.work.original
        for field, mandate_field in _SAME.items():
            value, held = original.get(f"/{field}"), mandate.get(f"/{mandate_field}")
            if value and value != held:
                related_place = RelatedPlace(mandate.at(f"/{mandate_field}"), "")
                yield violation(original.at(f"/{field}"), related=(related_place,), field=field, value=value, held=held)
