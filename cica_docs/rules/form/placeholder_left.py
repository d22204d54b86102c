"""A text still holds a placeholder that its drafter was to replace.

## Why
`cica new` writes what belongs into each section as `[TODO: …]`. A draft may keep such marks;
a text that goes to the Member States may not. In a section that is written after an act only, as
the assessment of a review after it was held, nothing is said until that act is on record.

## Example
    [TODO: say why cooperation in this area is wanted]

Use instead
    Tourism brings people of the region together and …

A translation that nobody has begun is reported once, with the number of texts to write, and is not
compared with its original.
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.placeholders import unbegun_translations
from cica_docs.register.sections import placeholders_to_replace
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/placeholder"
SCOPE = "work"
MESSAGE = {
    "": "the placeholder “{text}” is still to be replaced",
    "not-begun": "not yet translated, {count} texts to write",
    "not-begun-one": "not yet translated, one text to write",
}
HELP = {
    "": "write the text, or remove the placeholder; a draft may keep it until it is circulated",
    "not-begun": "translate once the original is agreed; a draft may stay as it is until it is circulated",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for document in corpus.documents:
        placeholders = placeholders_to_replace(corpus, document)
        if placeholders and document.path in unbegun_translations(corpus):
            variant = "not-begun" if len(placeholders) > 1 else "not-begun-one"
            place = document.place(placeholders[0][1])
            yield violation(place, variant=variant, cure="not-begun", count=len(placeholders))
            continue
        for text, span in placeholders:
            yield violation(document.place(span), text=text)
