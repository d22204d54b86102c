"""A passage has more or fewer square brackets than in the original.

## Why
Square brackets mark what is not agreed. Text that is bracketed in one language and not in
another is agreed for some delegations only.

## Example
    en.md: [once a year]      kk.md: жылына бір рет

Use instead
    kk.md: [жылына бір рет]
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import structural_differences
from cica_docs.rules.rule import RelatedPlace, Violation

PROVISION = "house/same-structure"
SCOPE = "work"
MESSAGE = "opening square brackets: {count} here, {meant} in the original"
HELP = "bracket the same words in both passages"
RELATED = {"": "the passage of the original"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for difference in structural_differences(corpus).get("bracket", ()):
        related = (RelatedPlace(difference.in_source, ""),)
        yield Violation(difference.in_translation, difference.variant, "", related, difference.details)
