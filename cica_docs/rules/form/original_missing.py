"""A work has translations and no original.

## Why
The original carries all facts of a work; a translation carries its title and says which
original it renders. Without the original the work has neither: acts, dates and the text
that is authentic are gone, while references to the work still find its folder.

## Example
    concept-paper/tourism-2026/ru.md

Use instead
    concept-paper/tourism-2026/en.md
    concept-paper/tourism-2026/ru.md
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.span import Place, Span

PROVISION = "house/original"
MESSAGE = "the work {work} has no original ({language}.md)"
HELP = "add the original, or remove the translation"


def check(corpus: Corpus) -> Iterator[Violation]:
    original = corpus.reference.original
    reported: set[str] = set()
    for document in corpus.documents:
        if document.work not in reported and corpus.document(document.work) is None:
            reported.add(document.work)
            place = Place(document.path, Span.point(1))
            yield violation(place, work=document.work, language=str(original))
