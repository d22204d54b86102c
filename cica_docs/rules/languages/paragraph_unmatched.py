"""A paragraph is in one edition only, in another place, or has another number.

## Why
Delegations cite paragraphs by number and expect the same text under it in every language.
Paragraphs are aligned by their numbers, unnumbered ones by order, length and the figures in
them, so that one that is missing moves none of the others.

## Example
    en.md: 2.3 …   2.4 …   2.5 …      ru.md: 2.3 …   2.5 …

Use instead
    ru.md: 2.3 …   2.4 …   2.5 …
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import structural_differences
from cica_docs.rules.rule import RelatedPlace, Violation

PROVISION = "house/same-structure"
SCOPE = "work"
MESSAGE = {
    "missing": "after this, paragraph {name} of the original is missing",
    "missing-unnumbered": "after this, a passage of the original is missing, perhaps “{text}”",
    "extra": "paragraph {name} is not in the original",
    "extra-unnumbered": "this passage is probably not in the original: “{text}”",
    "moved": "paragraph {name} is in another place than in the original",
    "renumbered": "this paragraph has the number {name}, its counterpart {meant}",
    "number-lost": "this paragraph has no number, its counterpart is {meant}",
    "number-added": "this paragraph has the number {name}, its counterpart has none",
}
HELP = "give both editions the same paragraphs, in the same order and with the same numbers"
RELATED = {"": "the original"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for difference in structural_differences(corpus).get("paragraph", ()):
        related = (RelatedPlace(difference.in_source, ""),)
        yield Violation(difference.in_translation, difference.variant, "", related, difference.details)
