"""A date in a translation is not that of its original.

## Why
Each language writes dates in its own form: 16 May 2023, 16 мая 2023 года, 2023 жылғы 16
мамырда. They are read in all their cases and compared as days; a year that one language
repeats and another need not is no difference.

## Example
    en.md: on 24 June 2026      kk.md: 2026 жылғы 24 шілдеде

Use instead
    kk.md: 2026 жылғы 24 маусымда
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import content_differences
from cica_docs.rules.rule import RelatedPlace, Violation, violation

PROVISION = "house/same-content"
SCOPE = "work"
MESSAGE = {
    "changed": "dates differ, “{extra}” here, “{missing}” in the original",
    "missing": "the original gives the date “{missing}”, this edition does not",
    "extra": "this edition gives the date “{extra}”, the original does not",
}
HELP = "compare the dates of both passages"
RELATED = {"": "the passage of the original"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for difference in content_differences(corpus).get("date", ()):
        related = (RelatedPlace(difference.in_source, ""),)
        yield violation(
            difference.in_translation,
            variant=difference.variant,
            related=related,
            missing=difference.missing,
            extra=difference.extra,
        )
