"""A document symbol or note number in a translation is not that of its original.

## Why
A symbol is the same in all languages and is never translated: its letters are Latin
everywhere.

## Example
    en.md: SOC/2026-II/INF/1      ru.md: SOC/2026-II/INF/2

Use instead
    ru.md: SOC/2026-II/INF/1
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import content_differences
from cica_docs.rules.rule import RelatedPlace, Violation, violation

PROVISION = "house/same-content"
SCOPE = "work"
MESSAGE = {
    "changed": "symbols differ, {extra} here, {missing} in the original",
    "missing": "the original names {missing}, this edition does not",
    "extra": "this edition names {extra}, the original does not",
}
HELP = "write symbols and numbers of notes as in the original, in Latin letters"
RELATED = {"": "the passage of the original"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for difference in content_differences(corpus).get("symbol", ()):
        related = (RelatedPlace(difference.in_source, ""),)
        yield violation(
            difference.in_translation,
            variant=difference.variant,
            related=related,
            missing=difference.missing,
            extra=difference.extra,
        )
