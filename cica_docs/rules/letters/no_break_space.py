"""A line may break where it should not: after №, before «г.», between initials and name.

## Why
«№» at the end of a line and its number on the next are read with a halt. Many offices bind such
pairs by a no-break space. This register does not ask for it: the provision says "may", so that
nothing is reported until its `force` in reference/settings.yaml is raised to `preferably`.

## Example
    распоряжение № 5, with an ordinary space after the sign

Use instead
    распоряжение № 5, with a no-break space there
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import corrections
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/no-break-space"
MESSAGE = "a line may break at this space, between words that belong together"
HELP = "put a no-break space (U+00A0) here; `cica fix --select letters/no-break-space` can do it"


def check(corpus: Corpus) -> Iterator[Violation]:
    for place, correction in corrections(corpus).get("no-break-space", ()):
        yield violation(place, variant=correction.variant, instead=correction.suggestions)
