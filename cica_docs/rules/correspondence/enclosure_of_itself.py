"""A note encloses itself, or the same work twice.

## Why
The pages of the enclosures are counted and printed on the note. An enclosure that is
counted twice makes the note state a wrong number.

## Example
    enclosures:
      - {work: concept-paper/tourism-2026}
      - {work: concept-paper/tourism-2026}

Use instead
    enclosures:
      - {work: concept-paper/tourism-2026}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.letters import letters
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/correspondence"
MESSAGE = {"": "{work} is enclosed twice", "itself": "the note encloses itself"}
HELP = "remove this enclosure"


def check(corpus: Corpus) -> Iterator[Violation]:
    for letter in letters(corpus):
        seen: set[str] = set()
        for name, pointer in letter.enclosed:
            place = letter.work.original.at(pointer)
            if name == letter.work.name:
                yield violation(place, variant="itself")
            elif name in seen:
                yield violation(place, work=name)
            seen.add(name)
