"""A comment that is not settled names a place that its text does not have, or is beside no document.

## Why
The comparative table sets the comments on one paragraph beside each other. A comment on a paragraph that is
not there is set apart from the others and can be overlooked. What was answered, or withdrawn, may name a
paragraph that is gone since.

## Example
    - {paragraph: "1.2", from: XB, received: 2026-11-20, language: en, kind: remark, reason: …}

Use instead
    - {paragraph: p1.2, from: XB, received: 2026-11-20, language: en, kind: remark, reason: …}
"""

from collections.abc import Collection, Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import DataFile
from cica_docs.documents.negotiation.comments import OPEN, read_comments
from cica_docs.register.negotiation.comments import comment_files, document_in, places_in
from cica_docs.register.works import Work, works
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.language import Language

PROVISION = "house/proposals"
MESSAGE = {
    "": "there is no “{name}” in {language}.md",
    "document": "there is no document {work} on which these could be comments",
}
HELP = {
    "": "{suggestion}name a paragraph as p1.2, others as rationale:par-1, a section by its id, or document",
    "document": "put the comments beside the document to which they belong",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for name, file in comment_files(corpus).items():
        work = works(corpus).get(name)
        if work is not None:
            yield from _misplaced(work, file)
        elif all(document.work != name for document in corpus.documents):
            yield violation(file.at(""), variant="document", work=name)


def _misplaced(work: Work, file: DataFile) -> Iterator[Violation]:
    places: dict[Language, Collection[str]] = {}
    for comment in read_comments(file):
        document, place = document_in(work, comment), comment.text("paragraph")
        if comment.status != OPEN or not place or document.problems or document.is_withheld:
            continue
        if document.language not in places:
            places[document.language] = places_in(document)
        known = places[document.language]
        if place not in known:
            meant = (f"p{place}", place.partition(":")[0], f"p{place.partition(':')[0]}")
            yield violation(
                file.at(f"{comment.pointer}/paragraph"),
                name=place,
                language=document.language,
                suggestion=tuple(each for each in meant if each in known)[:1],
            )
