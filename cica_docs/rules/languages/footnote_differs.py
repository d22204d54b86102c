"""A passage has more or fewer footnotes than in the original.

## Why
A footnote often holds the reservation without which the text would not have been agreed. It
belongs to the same passage in every language.

## Example
    en.md: … that provided it.[^consent]      ru.md: … предоставивших ее.

Use instead
    ru.md: … предоставивших ее.[^consent]
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import structural_differences
from cica_docs.rules.rule import RelatedPlace, Violation

PROVISION = "house/same-structure"
SCOPE = "work"
MESSAGE = {
    "missing": "footnotes: {count} here, {meant} in the original",
    "extra": "footnotes: {count} here, {meant} in the original",
}
HELP = "mark the same footnotes in both passages"
RELATED = {"": "the passage of the original"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for difference in structural_differences(corpus).get("footnote", ()):
        related = (RelatedPlace(difference.in_source, ""),)
        yield Violation(difference.in_translation, difference.variant, "", related, difference.details)
