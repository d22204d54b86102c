"""A list has more or fewer items than in the original.

## Why
A dropped item is a dropped measure, condition or participant. The items that are there are
aligned, so that the one without a counterpart is named.

## Example
    en.md: - air  - water  - soil      kk.md: - ауа  - топырақ

Use instead
    kk.md: - ауа  - су  - топырақ
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import structural_differences
from cica_docs.rules.rule import RelatedPlace, Violation

PROVISION = "house/same-structure"
SCOPE = "work"
MESSAGE = {
    "missing": "items: {count} here, {meant} in the original; missing is perhaps “{text}”",
    "extra": "items: {count} here, {meant} in the original; not there is perhaps “{text}”",
}
HELP = "give both lists the same items"
RELATED = {"": "the original"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for difference in structural_differences(corpus).get("items", ()):
        related = (RelatedPlace(difference.in_source, ""),)
        yield Violation(difference.in_translation, difference.variant, "", related, difference.details)
