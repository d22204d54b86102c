"""Two provisions of a decision have a value of the same name.

## Why
Rules and obligations ask for a value by its name alone, as `tenure`, whatever clause sets it. Of two
values of one name only the first is used, and an amendment of the other changes nothing.

## Example
    - {id: 1.10/tenure, …, values: {tenure: [{from: 2023-05-13, years: [2, 4]}]}}
    - {id: 2.6/period, …, values: {tenure: [{from: 2023-05-13, years: [3, 5]}]}}

Use instead
    - {id: 2.6/period, …, values: {applicability: [{from: 2023-05-13, years: [3, 5]}]}}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.rules.rule import RelatedPlace, Violation, violation
from cica_docs.text.escape import escape_pointer

PROVISION = "house/reference"
SCOPE = "work"
MESSAGE = "the value “{name}” is here a second time in this decision"
HELP = "give one of the two values another name"
RELATED = {"": "the first is here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for file in corpus.data:
        first: dict[str, str] = {}
        provisions = file.front.get("/provisions")
        for index, entry in enumerate(provisions if isinstance(provisions, list) else ()):
            values = entry.get("values") if isinstance(entry, dict) else None
            for name in values if isinstance(values, dict) else ():
                pointer = f"/provisions/{index}/values/{escape_pointer(name)}"
                earlier = first.setdefault(name, pointer)
                if earlier != pointer:
                    yield violation(file.at(pointer), related=(RelatedPlace(file.at(earlier), ""),), name=name)
