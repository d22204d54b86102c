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

from collections.abc import Iterator, Sequence

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.kind import Kind
from cica_docs.documents.markdown.outline import Section
from cica_docs.register.sections import misnamed_sections
from cica_docs.register.works import works
from cica_docs.rules.rule import RelatedPlace, Violation, violation

PROVISION = "house/sections"
MESSAGE = {
    "": "the section “{title}” stands out of order: it belongs after “{other}”",
    "first": "the section “{title}” stands out of order: it belongs before “{other}”",
    "twice": "the id “{id}” stands here a second time",
    "taken": "the id “{id}” stands here a second time, and “{meant}” is missing",
}
HELP = {
    "": "move the section",
    "first": "move the section",
    "twice": "give the second heading an id of its own",
    "taken": "end the heading in {{#{meant}}}",
}
RELATED = {"": "it belongs after this", "first": "it belongs before this", "twice": "the first is here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for work in works(corpus).values():
        for document in work.documents.values():
            if document.is_parted:
                yield from _moved(document, work.kind)
                yield from _twice(document, work.kind)


def _moved(document: Document, kind: Kind) -> Iterator[Violation]:
    order = {section.id: number for number, section in enumerate(kind.sections)}
    found = list(
        {section.id: section for section in reversed(document.outline.sections) if section.id in order}.values()
    )
    found.reverse()
    kept = _rising([order[section.id] for section in found])
    for at, section in enumerate(found):
        if at not in kept:
            number = order[section.id]
            before = [found[other] for other in kept if order[found[other].id] < number]
            other = before[-1] if before else found[kept[0]]
            variant = "" if before else "first"
            aside = RelatedPlace(document.place(other.span), variant)
            place = document.place(section.span)
            yield violation(place, variant=variant, related=(aside,), title=section.title, other=other.title)


def _rising(numbers: Sequence[int]) -> tuple[int, ...]:
    """The places of the longest rising run within a list of numbers: what does not belong to it was moved."""
    runs: list[tuple[int, ...]] = []
    for at, number in enumerate(numbers):
        earlier = (run for run in runs if numbers[run[-1]] < number)
        runs.append((*max(earlier, key=len, default=()), at))
    return max(runs, key=len, default=())


def _twice(document: Document, kind: Kind) -> Iterator[Violation]:
    meant = {section.section.span: section.meant for section in misnamed_sections(document, kind) if section.meant}
    first: dict[str, Section] = {}
    for section in document.outline.sections:
        other = first.setdefault(section.id, section)
        if section.id and other is not section:
            instead = meant.get(section.span)
            yield violation(
                document.place(section.span),
                variant="taken" if instead else "twice",
                provision=instead.provision if instead else "",
                related=(RelatedPlace(document.place(other.span), "twice"),),
                id=section.id,
                meant=instead.id if instead else "",
            )
