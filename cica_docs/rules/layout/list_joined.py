"""Lines that begin with the signs of a list are no list, and are printed as one paragraph.

## Why
Text pasted from a word processor keeps its bullets and letters, but Markdown knows a list by other
signs: `- ` or `1. `. Without them the lines run together, and a reader of the printed paper sees
one paragraph with signs in it.

## Example
    • exchange of information
    • joint exercises

Use instead
    - exchange of information
    - joint exercises
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.misread.find import misread
from cica_docs.rules.rule import Violation

PROVISION = "house/prints-as-typed"
SCOPE = "work"
MESSAGE = {
    "bullets": "lines that begin with “{sign}” ({lines}) are printed as running text, not as a list",
    "dashes": "lines that begin with “{sign}” ({lines}) are printed as one paragraph, not as a list",
    "labels": "lines from “{sign}” on ({lines}) are printed as one paragraph",
}
HELP = {
    "bullets": "begin each item with “- ”; `cica fix` can do it",
    "dashes": "begin each item with “- ”, a hyphen and a space; `cica fix` can do it",
    "labels": "put an empty line between them, so that each is a paragraph of its own; `cica fix` can do it",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for variant in MESSAGE:
        for place, part in misread(corpus).get(variant, ()):
            yield Violation(place, variant, "", (), part.details)
