"""A translation names another State than its original.

## Why
Nothing is noticed sooner in the room. The names are those of the reference data, of all times
and in all cases; an adjective or abbreviation may stand for a State but asks for none. A list
or table that each language orders by its own alphabet is compared as a whole.

## Example
    en.md: prepared by Avelor      ru.md: подготовлено Бельмарой

Use instead
    ru.md: подготовлено Авелором
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import content_differences
from cica_docs.rules.rule import RelatedPlace, Violation, violation

PROVISION = "house/same-content"
SCOPE = "work"
MESSAGE = {
    "changed": "States differ, {extra} here, {missing} in the original",
    "missing": "the original names {missing}, this edition does not",
    "extra": "this edition names {extra}, the original does not",
}
HELP = "name the same States in both passages"
RELATED = {"": "the passage of the original"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for difference in content_differences(corpus).get("state", ()):
        related = (RelatedPlace(difference.in_source, ""),)
        yield violation(
            difference.in_translation,
            variant=difference.variant,
            related=related,
            missing=difference.missing,
            extra=difference.extra,
        )
