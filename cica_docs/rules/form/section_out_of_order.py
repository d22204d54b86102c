"""Sections stand in another order than their kind has, or one stands twice.

## Why
Papers of one kind are read side by side, in one language and across three. The order is
the one in which the clause names the parts.

## Example
    ## Background {#background}
    ## Rationale {#rationale}

Use instead
    ## Rationale {#rationale}
    ## Background {#background}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.facts.work import works
from cica_docs.rules.rule import Aside, Violation, violation

PROVISION = "house/sections"
MESSAGE = {
    "": "the section “{title}” stands after “{before}”, which it should precede",
    "twice": "the id “{id}” stands here a second time",
}
HELP = {"": "move the section", "twice": "give the second heading an id of its own"}
RELATED = {"": "the other section is here", "twice": "the first is here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for work in works(corpus).values():
        order = [section.id for section in work.kind.sections]
        for document in work.documents.values():
            seen: dict[str, object] = {}
            latest = None
            for section in document.outline.sections:
                place = document.place(section.span)
                if section.id and section.id in seen:
                    first = Aside(document.place(document.outline.section(section.id).span), "twice")  # type: ignore[union-attr]
                    yield violation(place, variant="twice", related=(first,), id=section.id)
                    continue
                seen[section.id] = section
                if section.id not in order:
                    continue
                if latest is not None and order.index(section.id) < order.index(latest.id):
                    aside = Aside(document.place(latest.span), "")
                    yield violation(place, related=(aside,), title=section.title, before=latest.title)
                else:
                    latest = section
