"""A state consents to the use of information that it has not provided.

## Why
Consent is that "of the Member States which have provided this information" (CICA decision,
clause 4.2): nobody else can release it, neither a recipient nor the Secretariat. Such a
consent has no effect, and whoever relies on it discloses.

## Example
    item: air-observation-2026     # provided_by: [XA, XC]
    by: XB

Use instead
    item: air-observation-2026
    by: XA
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.restricted.consents import KIND
from cica_docs.register.restricted.items import information_items
from cica_docs.register.works import works_of
from cica_docs.rules.rule import RelatedPlace, Violation, violation

MESSAGE = "the consent is of a state that has not provided this information"
HELP = "{if_slip}the consent has no effect: a state listed under provided_by of the item must still consent"
RELATED = {"": "those who provided it are named here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for work in works_of(corpus, KIND):
        item = information_items(corpus).get(str(work.original.get("/item")))
        if item is not None and item.providers and work.original.get("/by") not in item.providers:
            related_place = RelatedPlace(item.work.original.at("/provided_by"), "")
            yield violation(work.original.at("/by"), related=(related_place,))
