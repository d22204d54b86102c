"""A list prints other numbers than were typed.

## Why
The printed list counts on from its first number, whatever is typed later: 3. 4. 6. comes out as
3. 4. 5., and `1)` as 1. In a paper that others cite by number, nobody may find this out afterwards.

## Example
    3. Third item
    4. Fourth item
    6. Sixth item

Use instead
    3. Third item
    4. Fourth item
    5. Fifth item
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.misread.find import misread
from cica_docs.rules.rule import Violation

PROVISION = "house/prints-as-typed"
SCOPE = "work"
MESSAGE = {
    "number": "item {typed} of the list is printed as {printed}",
    "closed-number": "“{typed}” is printed as “{printed}”",
}
HELP = {
    "number": "number the items without a gap; or make each a paragraph that begins with “({typed})”",
    "closed-number": "write “{printed}”; or make each item a paragraph that begins with “({typed}”",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for variant in MESSAGE:
        for place, part in misread(corpus).get(variant, ()):
            yield Violation(place, variant, "", (), part.details)
