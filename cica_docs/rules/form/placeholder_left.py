"""A text still holds a placeholder that its drafter was to replace.

## Why
`cica new` writes what belongs into each section as `[TODO: …]`. A draft may keep such marks;
a text that goes to the Member States may not.

## Example
    [TODO: say why cooperation in this area is wanted]

Use instead
    Tourism brings people of the region together and …
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/placeholder"
SCOPE = "work"
MESSAGE = "the placeholder “{text}” is still to be replaced"
HELP = "write the text, or remove the placeholder; a draft may keep it until it is circulated"


def check(corpus: Corpus) -> Iterator[Violation]:
    for document in corpus.documents:
        for text, span in document.placeholders if document.is_parted else ():
            yield violation(document.place(span), text=text)
