"""A concept paper, an action plan or another document with fixed sections lacks one of them.

## Why
A concept paper should as a rule say within its area what clause 2.2 names: framework, main
directions, rationale, background, aims, objectives, approaches and thematic areas; an action
plan holds what clause 2.9 names. Sections are known by their ids, because their headings are
translated.

## Example
    ## Why this matters

Use instead
    ## Rationale {#rationale}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.facts.work import works
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.span import Span

PROVISION = "house/sections"
MESSAGE = "the section “{title}” ({id}) is missing"
HELP = "add a heading ## {title} {{#{id}}} and its text"


def check(corpus: Corpus) -> Iterator[Violation]:
    for work in works(corpus).values():
        if work.is_known_only:
            continue
        for language, document in work.documents.items():
            present = {section.id for section in document.outline.sections}
            for section in work.kind.sections:
                if section.id not in present and not section.is_optional:
                    place = document.place(Span.point(document.body_line))
                    title = section.title[language]
                    yield violation(place, provision=section.provision, title=title, id=section.id)
