"""A text still holds a placeholder that its drafter was to replace.

## Why
`cica new` writes what belongs into each section as `[TODO: …]`. A draft may keep such marks;
a text that goes to the Member States may not. In a section that is written after an act only, as
the assessment of a review after it was held, nothing is said until that act is on record.

## Example
    [TODO: say why cooperation in this area is wanted]

Use instead
    Tourism brings people of the region together and …
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.register.sections import to_come
from cica_docs.register.works import works
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.span import Span

PROVISION = "house/placeholder"
SCOPE = "work"
MESSAGE = "the placeholder “{text}” is still to be replaced"
HELP = "write the text, or remove the placeholder; a draft may keep it until it is circulated"

_FIRST = 2
"""The level of the headings of sections."""


def check(corpus: Corpus) -> Iterator[Violation]:
    for document in corpus.documents:
        placeholders = document.placeholders if document.is_parted else ()
        work = works(corpus).get(document.work) if placeholders else None
        later = to_come(corpus, work) if work else frozenset()
        for text, span in placeholders:
            if not later or _section_at(document, span) not in later:
                yield violation(document.place(span), text=text)


def _section_at(document: Document, span: Span) -> str:
    """Return the id of the section of the first level in which a place of the body is, or ""."""
    sections = [section for section in document.outline.sections if section.level <= _FIRST]
    return next((section.id for section in reversed(sections) if section.span <= span), "")
