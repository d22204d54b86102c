"""A translation names another body than its original.

## Why
SOC, КСДЛ and АЛТК are one body, the Special Working Group is another. Full names and
abbreviations count alike; a general word such as "the Committee" may stand for a body but asks
for none.

## Example
    en.md: approved by the SOC      kk.md: АЖТ бекітті

Use instead
    kk.md: АЛТК бекітті
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import content_differences
from cica_docs.rules.rule import RelatedPlace, Violation, violation

PROVISION = "house/same-content"
SCOPE = "work"
MESSAGE = {
    "changed": "bodies differ, {extra} here, {missing} in the original",
    "missing": "the original names the body “{missing}”, this edition does not",
    "extra": "this edition names the body “{extra}”, the original does not",
}
HELP = "name the same bodies in both passages"
RELATED = {"": "the passage of the original"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for difference in content_differences(corpus).get("body", ()):
        related = (RelatedPlace(difference.in_source, ""),)
        yield violation(
            difference.in_translation,
            variant=difference.variant,
            related=related,
            missing=difference.missing,
            extra=difference.extra,
        )
