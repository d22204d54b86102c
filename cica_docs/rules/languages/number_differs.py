"""A number in a translation is not that of its original.

## Why
A five that became a four is seen by nobody until the paper is in force. Digits and the number
words from two to ninety are held against each other passage by passage; what a language says
without a number ("both", «двусторонний») may stand for one but asks for none.

## Example
    en.md: up to twenty inspectors      ru.md: до двенадцати инспекторов

Use instead
    ru.md: до двадцати инспекторов
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import content_differences
from cica_docs.rules.rule import RelatedPlace, Violation, violation

PROVISION = "house/same-content"
SCOPE = "work"
MESSAGE = {
    "changed": "numbers differ, {extra} here, {missing} in the original",
    "missing": "the original says {missing}, this edition does not",
    "extra": "this edition says {extra}, the original does not",
}
HELP = "compare the numbers of both passages"
RELATED = {"": "the passage of the original"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for difference in content_differences(corpus).get("number", ()):
        related = (RelatedPlace(difference.in_source, ""),)
        yield violation(
            difference.in_translation,
            variant=difference.variant,
            related=related,
            missing=difference.missing,
            extra=difference.extra,
        )
