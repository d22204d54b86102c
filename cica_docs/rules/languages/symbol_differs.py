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
from cica_docs.languages.compare.content import content_differences
from cica_docs.rules.rule import RelatedPlace, Violation, violation

PROVISION = "house/same-content"
WORK_BY_WORK = True
MESSAGE = {
    "changed": "symbols differ, {extra} here, {missing} in the original",
    "missing": "the original names {missing}, this edition does not",
    "extra": "this edition names {extra}, the original does not",
}
HELP = "write symbols and numbers of notes as in the original, in Latin letters"
RELATED = {"": "the passage of the original"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for one in content_differences(corpus).get("symbol", ()):
        related = (RelatedPlace(one.there, ""),)
        yield violation(one.here, variant=one.variant, related=related, missing=one.missing, extra=one.extra)
