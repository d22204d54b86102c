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
        for document in work.documents.values():
            for section in document.outline.sections if document.is_parted else ():
                if section.id not in without_text and not document.outline.holds(section):
                    provision = provisions.get(section.id, "")
                    yield violation(document.place(section.span), provision=provision, title=section.title)
