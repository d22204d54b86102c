"""Sections are in another order than in their kind, or one occurs twice.

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
from cica_docs.register.sections import misnamed_sections, provision_of_section
from cica_docs.register.works import Work, works
from cica_docs.rules.rule import RelatedPlace, Violation, violation

PROVISION = "house/sections"
MESSAGE = {
    "": "the section “{title}” is out of order: it belongs after “{other}”",
    "first": "the section “{title}” is out of order: it belongs before “{other}”",
    "twice": "the id “{id}” is here a second time",
    "taken": "the id “{id}” is here a second time, and “{meant}” is missing",
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
        of_original: frozenset[tuple[str, object]] = frozenset()
        for document in sorted(work.documents.values(), key=lambda document: document is not work.original):
            if not document.is_parted:
                continue
            misplaced = [*_moved_sections(document, work.kind), *_repeated_sections(corpus, document, work)]
            yield from (each for each in misplaced if (each.variant, each.details["id"]) not in of_original)
            if document is work.original:
                of_original = frozenset((each.variant, each.details["id"]) for each in misplaced)


def _moved_sections(document: Document, kind: Kind) -> Iterator[Violation]:
    order = {section.id: number for number, section in enumerate(kind.sections)}
    sections = list(
        {section.id: section for section in reversed(document.outline.sections) if section.id in order}.values()
    )
    sections.reverse()
    in_order = _longest_rising_run([order[section.id] for section in sections])
    for index, section in enumerate(sections):
        if index not in in_order:
            number = order[section.id]
            before = [sections[position] for position in in_order if order[sections[position].id] < number]
            neighbour = before[-1] if before else sections[in_order[0]]
            variant = "" if before else "first"
            related_place = RelatedPlace(document.place(neighbour.span), variant)
            place = document.place(section.span)
            yield violation(
                place,
                variant=variant,
                related=(related_place,),
                id=section.id,
                title=section.title,
                other=neighbour.title,
            )


def _longest_rising_run(numbers: Sequence[int]) -> tuple[int, ...]:
    """Return the indexes of the longest rising run in a list of numbers: all others were moved."""
    runs: list[tuple[int, ...]] = []
    for at, number in enumerate(numbers):
        earlier = (run for run in runs if numbers[run[-1]] < number)
        runs.append((*max(earlier, key=len, default=()), at))
    return max(runs, key=len, default=())


def _repeated_sections(corpus: Corpus, document: Document, work: Work) -> Iterator[Violation]:
    meant_by_span = {
        section.section.span: section.meant for section in misnamed_sections(document, work.kind) if section.meant
    }
    first: dict[str, Section] = {}
    for section in document.outline.sections:
        earlier = first.setdefault(section.id, section)
        if section.id and earlier is not section:
            meant = meant_by_span.get(section.span)
            yield violation(
                document.place(section.span),
                variant="taken" if meant else "twice",
                provision=provision_of_section(corpus, work, meant) if meant else "",
                related=(RelatedPlace(document.place(earlier.span), "twice"),),
                id=section.id,
                meant=meant.id if meant else "",
            )
