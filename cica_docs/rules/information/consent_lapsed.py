"""Restricted information is used on a day on which a consent to that use did not hold.

## Why
A provider may consent for a time, and may take its consent back. What relies on it must fall
within that time: a consent given afterwards, run out or revoked releases nothing (CICA
decision, clause 4.2).

## Example
    period: {from: 2026-11-01, to: 2027-10-31}     # the letter that encloses the item is of 2027-11-15

Use instead
    period: {from: 2026-11-01, to: 2028-10-31}     # where the provider prolongs its consent
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.restricted.consents import Consent, missing_consents
from cica_docs.register.restricted.usage import item_uses
from cica_docs.rules.rule import RelatedPlace, Violation, violation

MESSAGE = "restricted information is used on {day}, when a consent to that use did not hold"
HELP = (
    "if a consent was in force on that day, record it; if none was, those who provided the "
    "information must still be asked"
)
RELATED = {"": "the consent is here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for use in item_uses(corpus):
        lacking = missing_consents(corpus, use.item.id, use.asked, use.purpose, use.to, use.on)
        lapsed = [consent for missing in lacking for consent in missing.lapsed]
        if lapsed:
            yield violation(
                use.place, judged_on=use.on, related=tuple(_related(consent) for consent in lapsed), day=use.on
            )


def _related(consent: Consent) -> RelatedPlace:
    return RelatedPlace(consent.work.original.at("/period"), "")
