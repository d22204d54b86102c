"""A link in a translation leads elsewhere than in its original, or is missing.

## Why
Readers of every language should arrive at the same place. A source that exists in several
languages is named by the address that lets the reader choose.

## Example
    en.md: [the Catalogue](https://example.org/a)      ru.md: [Каталог](https://example.org/b)

Use instead
    ru.md: [Каталог](https://example.org/a)
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import content_differences
from cica_docs.rules.rule import RelatedPlace, Violation, violation

PROVISION = "house/same-content"
SCOPE = "work"
MESSAGE = {
    "changed": "links differ, {extra} here, {missing} in the original",
    "missing": "the link {missing} of the original is missing",
    "extra": "the link {extra} is not in the original",
}
HELP = "lead to the same addresses in both passages"
RELATED = {"": "the passage of the original"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for difference in content_differences(corpus).get("link", ()):
        related = (RelatedPlace(difference.in_source, ""),)
        yield violation(
            difference.in_translation,
            variant=difference.variant,
            related=related,
            missing=difference.missing,
            extra=difference.extra,
        )
