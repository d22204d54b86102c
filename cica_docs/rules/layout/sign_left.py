"""A sign of emphasis, of HTML or of another dialect of Markdown is printed as it is typed.

## Why
Programs that turn Word files into Markdown write much that this register does not know: `&nbsp;`,
`H~2~O`, `$x^2$`. Emphasis that is opened and not closed is none. Nothing of this is lost, but the
reader of the paper sees the signs.

## Example
    This is **bold text.

Use instead
    This is **bold** text.
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.misread.find import misread
from cica_docs.rules.rule import Violation

PROVISION = "house/plain-signs"
SCOPE = "work"
MESSAGE = {
    "emphasis": "“{sign}” has no counterpart and is printed as it stands",
    "entity": "“{sign}” is printed as it stands, not as a character",
    "entity-of-markup": "“{sign}” is printed as it stands, not as a character",
    "formula": "“{sign}” is printed as it stands, not as a formula",
    "raised": "“{sign}” is printed as it stands, not raised or lowered",
    "underline": "“{sign}” under a line is printed as it stands and makes no heading",
    "definition": "the colon at the beginning of a line is printed as it stands",
}
HELP = {
    "emphasis": "close the emphasis, with no space inside it; or write \\ before the sign if it is meant",
    "entity": "type the character itself; `cica fix` can do it",
    "entity-of-markup": "type the character itself with \\ before it",
    "formula": "write it in words and signs: x²",
    "raised": "use the characters that Unicode has (CO₂, m²), or write it in words",
    "underline": "write the heading as ## Title {{#id}}",
    "definition": "write the term and its meaning as one paragraph, or as a table",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for variant in MESSAGE:
        for place, part in misread(corpus).get(variant, ()):
            yield Violation(place, variant, "", (), part.details)
