"""A section has a heading and no text.

## Why
A heading alone says that the matter was thought of and nothing of what was thought.
Readers in three languages would each look for the missing text.

## Example
    ## Rationale {#rationale}

    ## Background {#background}

Use instead
    ## Rationale {#rationale}

    Cooperation in this area is wanted because …
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.markdown.outline import Section
from cica_docs.register.restricted.items import restricted_sections
from cica_docs.register.sections import provision_of_section, to_come
from cica_docs.register.works import works
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/empty-section"
SCOPE = "work"
MESSAGE = "the section “{title}” is empty"
HELP = "write its text, or remove the heading"


def check(corpus: Corpus) -> Iterator[Violation]:
    for work in works(corpus).values():
        provisions = {section.id: provision_of_section(corpus, work, section) for section in work.kind.sections}
        without_text = {mark.section for mark in restricted_sections(work.original)} | to_come(corpus, work)
        empty = frozenset(section.id for section in _empty_sections(work.original))
        for document in work.documents.values():
            for section in _empty_sections(document):
                is_of_original = document is not work.original and section.id in empty
                if section.id not in without_text and not is_of_original:
                    provision = provisions.get(section.id, "")
                    yield violation(document.place(section.span), provision=provision, title=section.title)


def _empty_sections(document: Document) -> Iterator[Section]:
    outline = document.outline
    return (section for section in outline.sections if document.is_parted and not outline.holds(section))
