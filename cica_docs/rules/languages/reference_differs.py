"""A translation refers to another paragraph, clause or chapter than its original.

## Why
A reference to the wrong clause is a reference to another duty. A number next to a
word such as paragraph, «пункт» or «тармақ» is read as a reference.

## Example
    en.md: under clause 2.6      ru.md: согласно пункту 2.5

Use instead
    ru.md: согласно пункту 2.6
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import content_differences
from cica_docs.rules.rule import RelatedPlace, Violation, violation

PROVISION = "house/same-content"
SCOPE = "work"
MESSAGE = {
    "changed": "references differ, {extra} here, {missing} in the original",
    "missing": "the original refers to {missing}, this edition does not",
    "extra": "this edition refers to {extra}, the original does not",
}
HELP = "compare the references of both passages"
RELATED = {"": "the passage of the original"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for difference in content_differences(corpus).get("reference", ()):
        related = (RelatedPlace(difference.in_source, ""),)
        yield violation(
            difference.in_translation,
            variant=difference.variant,
            related=related,
            missing=difference.missing,
            extra=difference.extra,
        )
