"""Two provisions of the decision, or of texts beside it, have a value of the same name.

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
from cica_docs.register.law.amendments import provision_entries
from cica_docs.rules.rule import RelatedPlace, Violation, violation
from cica_docs.text.escape import escape_pointer
from cica_docs.values.span import Place

PROVISION = "house/reference"
SCOPE = "work"
MESSAGE = "the value “{name}” is set here a second time"
HELP = "give one of the two values another name"
RELATED = {"": "the first is here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    governing = {file.path: number for number, file in enumerate(corpus.decision.files.values())}
    together: dict[str, Place] = {}
    for file in sorted(corpus.data, key=lambda file: governing.get(file.path, len(governing))):
        first: dict[str, Place] = together if file.path in governing else {}
        for pointer, entry in provision_entries(file):
            values = entry.get("values")
            for name in values if isinstance(values, dict) else ():
                place = file.at(f"{pointer}/values/{escape_pointer(name)}")
                earlier = first.setdefault(name, place)
                if earlier != place:
                    yield violation(place, related=(RelatedPlace(earlier, ""),), name=name)
