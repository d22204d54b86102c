"""A section of the first level has no id, or one that its kind of document does not have.

## Why
Sections are found by their ids in all three languages. A near miss ("backgroud") would count
as missing and its text as belonging nowhere.

## Example
    ## Background {#backgroud}

Use instead
    ## Background {#background}
"""

from collections.abc import Iterator
from difflib import get_close_matches

from cica_docs.documents.corpus import Corpus
from cica_docs.facts.work import works
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/sections"
MESSAGE = {
    "": "the section “{title}” has no id",
    "unknown": "“{id}” is no section of this kind of document",
}
HELP = {
    "": "end the heading with the id of the section, as {{#{example}}}",
    "unknown": "{suggestion}sections are {sections}",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for work in works(corpus).values():
        known = [section.id for section in work.kind.sections]
        if not known:
            continue
        for document in work.documents.values():
            for section in document.outline.sections:
                if section.level != 2 or section.id in known:
                    continue
                place = document.place(section.span)
                if not section.id:
                    yield violation(place, title=section.title, example=known[0])
                    continue
                close = tuple(get_close_matches(section.id, known, 1, 0.6))
                yield violation(place, variant="unknown", id=section.id, sections=tuple(known), suggestion=close)
