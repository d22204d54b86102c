"""A passage has other proposals in square brackets than the original.

## Why
Square brackets mark what is not agreed. Text that is bracketed in one language and not in
another, or by another State, is agreed for some delegations only. States and what they ask for are
compared, not the signs: remarks such as [sic], numbers and links are no proposals.

## Example
    en.md: [XA: once a year / XB: delete]      kk.md: [XA: жылына бір рет]

Use instead
    kk.md: [XA: жылына бір рет / XB: алып тастау]
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import structural_differences
from cica_docs.rules.rule import RelatedPlace, Violation

PROVISION = "house/same-structure"
SCOPE = "work"
MESSAGE = "proposals in brackets: {found} here, {meant} in the original"
HELP = "put the same proposals into brackets in both passages"
RELATED = {"": "the passage of the original"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for difference in structural_differences(corpus).get("bracket", ()):
        related = (RelatedPlace(difference.in_source, ""),)
        yield Violation(difference.in_translation, difference.variant, "", related, difference.details)
