"""Numbers of paragraphs are there twice, leave a gap, go backwards or belong to another section.

## Why
A paper is cited by the numbers of its paragraphs. A number that is there twice cannot be cited, and
a reader who misses one asks for a page that was lost.

## Example
    1.1 The area is coordinated.

    1.3 It is reported on.

Use instead
    1.1 The area is coordinated.

    1.2 It is reported on.
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.misread.find import broken_numbers
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/numbering"
SCOPE = "work"
MESSAGE = {
    "twice": "there are two paragraphs {number}",
    "missing": "paragraph {number} comes where {other} is missing",
    "backwards": "paragraph {number} comes after {other}",
    "section": "paragraph {number} is in one section with {other}",
}
HELP = {
    "twice": "number the second one, and those after it, on",
    "missing": "number the paragraphs without a gap, or write what is missing",
    "backwards": "put the paragraphs in the order of their numbers",
    "section": "give it a number of this section, or a heading of its own",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for broken in broken_numbers(corpus):
        yield violation(broken.place, variant=broken.variant, number=broken.number, other=broken.other)
