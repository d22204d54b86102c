"""A footnote is typed by hand: a raised figure, a figure in brackets, or a note in the middle of the text.

## Why
A figure typed as ¹ or [1] stays where it is when the page is set: the note is printed as a
paragraph of the text, far from its figure, and is not renumbered when another one is added.

## Example
    as agreed in Almaty.¹

    ¹ Document 1.

Use instead
    as agreed in Almaty.[^1]

    [^1]: Document 1.
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.misread.find import misread
from cica_docs.rules.rule import Violation

PROVISION = "house/plain-signs"
SCOPE = "work"
MESSAGE = {
    "raised-figure": "“{sign}” is printed as a sign, not as a footnote",
    "bracketed-figure": "“{sign}” is printed as a sign, not as a footnote",
    "inline-note": "“{sign}” is printed as it stands, not as a footnote",
}
HELP = {
    "raised-figure": "write [^1] in the text, and a paragraph [^1]: … for the note",
    "bracketed-figure": "write [^1] in the text, and [^1]: before the note",
    "inline-note": "write [^1] in the text, and a paragraph [^1]: … for the note",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for variant in MESSAGE:
        for place, part in misread(corpus).get(variant, ()):
            yield Violation(place, variant, "", (), part.details)
