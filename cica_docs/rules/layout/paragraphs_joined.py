"""Numbered paragraphs follow one another without an empty line and are printed as one.

## Why
In Markdown a paragraph ends at an empty line, not at the end of a line. Numbered paragraphs that
are typed line by line come out as one paragraph, and the numbers within it cannot be cited.

## Example
    1.1 The area is coordinated by one Member State.
    1.2 It is assisted by others.

Use instead
    1.1 The area is coordinated by one Member State.

    1.2 It is assisted by others.
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.misread.find import misread
from cica_docs.rules.rule import Violation

PROVISION = "house/prints-as-typed"
SCOPE = "work"
MESSAGE = "numbered paragraphs from {number} on ({lines}) are printed as a part of the paragraph before them"
HELP = "put an empty line before each; `cica fix` can do it"


def check(corpus: Corpus) -> Iterator[Violation]:
    for place, part in misread(corpus).get("paragraphs", ()):
        yield Violation(place, "", "", (), part.details)
