"""A document or an act names a body that did not exist on its day.

## Why
A body that was founded in 2025 was asked for nothing in 2024. The days of bodies are in
reference/bodies.yaml; a body without days is taken to have always existed. Items planned for later
years may name bodies to come.

## Example
    - {on: 2025-03-02, kind: sent, by: XA, to: [women-council]}       # founded on 2025-09-25

Use instead
    - {on: 2025-10-02, kind: sent, by: XA, to: [women-council]}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.reference_data import validity_of
from cica_docs.register.references import references
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/reference"
SCOPE = "work"
MESSAGE = {
    "": "the {body} did not exist on {day}; it exists from {since}",
    "ended": "the {body} did not exist on {day}; it existed until {until}",
}
HELP = "correct the day or the body; if the days of the body are wrong, correct them in reference/bodies.yaml"

_ITEMS = "/items/"


def check(corpus: Corpus) -> Iterator[Violation]:
    for reference in references(corpus):
        entry = corpus.reference.entry("body", reference.name)
        if not entry or not isinstance(reference.file, Document) or reference.pointer.startswith(_ITEMS):
            continue
        validity = validity_of(entry)
        if not validity.covers(reference.on):
            yield violation(
                reference.file.at(reference.pointer),
                variant="ended" if validity.last < reference.on else "",
                body=corpus.reference.names("body", reference.name, reference.on),
                day=reference.on,
                since=validity.first,
                until=validity.last,
            )
