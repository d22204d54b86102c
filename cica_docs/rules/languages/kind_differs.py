"""A block of a translation is of another kind than its counterpart.

## Why
What is a list in one language and a paragraph in another cannot be cited alike ("the second
item") and is hard to compare.

## Example
    en.md: - air  - water      ru.md: воздух; вода

Use instead
    ru.md: - воздух  - вода
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import structural_differences
from cica_docs.rules.rule import RelatedPlace, Violation

PROVISION = "house/same-structure"
SCOPE = "work"
MESSAGE = "this passage is set out otherwise than in the original"
HELP = "set both out alike: as a paragraph, a list, a table or a quotation"
RELATED = {"": "the passage of the original"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for difference in structural_differences(corpus).get("kind", ()):
        related = (RelatedPlace(difference.in_source, ""),)
        yield Violation(difference.in_translation, difference.variant, "", related, difference.details)
