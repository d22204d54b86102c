"""The register holds text of a restricted item or section.

## Why
Information that was received for a state's own use "cannot be disclosed, published or
transferred" without the consent of those who gave it (CICA decision, clause 4.2). A register
is kept where others can read it, and what was once committed stays in its history. So it holds
of such a text no more than an entry and the SHA-256, until every provider consents to its
publication.

## Example
    handling: restricted
    ---
    The stations use the following methods: …

Use instead
    handling: restricted
    ---
    The text of this item is restricted and is not held in the register.
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.register.restricted.consents import is_public, is_public_section
from cica_docs.register.restricted.items import (
    information_items,
    may_be_restricted,
    restricted_sections,
    withheld_sentence,
)
from cica_docs.register.works import work_named
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.span import Place, Span

MESSAGE = {
    "item": "there is text here, and the item is restricted",
    "section": "there is text in this section, which is marked as restricted",
    "whole": "there is text here, and the whole document is marked as restricted",
    "body": "a section of this document is marked as restricted and cannot be identified here",
}
HELP = {
    "item": "remove the text and leave the body empty; it must leave the history too: cica audit leaks --history",
    "section": "remove the text and leave the heading; it must leave the history too: cica audit leaks --history",
    "whole": "remove the text and leave the body empty; it must leave the history too: cica audit leaks --history",
    "body": "give the heading the id given under `restricted`, in every language, and leave the section empty",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for item in information_items(corpus).values():
        if not is_public(corpus, item):
            for document in item.work.documents.values():
                if document.text.strip() not in {"", withheld_sentence(item.work.kind, document.language)}:
                    yield violation(_first_line(document), variant="item")
    for original in corpus.originals:
        work = work_named(corpus, original.work) if may_be_restricted(original) else None
        hidden = {mark.section for mark in restricted_sections(original) if not is_public_section(corpus, mark)}
        for document in work.documents.values() if work and hidden else ():
            yield from _texts_in_sections(document, hidden)


def _texts_in_sections(document: Document, hidden: set[str]) -> Iterator[Violation]:
    sections = document.outline.sections
    if document.text.strip() and hidden - {section.id for section in sections}:
        yield violation(_first_line(document), variant="body" if hidden - {""} else "whole")
        return
    for section in sections:
        if section.id in hidden and document.outline.holds(section):
            yield violation(document.place(section.span), variant="section")


def _first_line(document: Document) -> Place:
    lines = document.text.split("\n")
    index = next((index for index, line in enumerate(lines) if line.strip()), 0)
    line = document.body_line + index
    return document.place(Span(line, 1, line, len(lines[index]) + 1))
