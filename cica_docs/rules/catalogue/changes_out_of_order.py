"""The changes of a measure or priority area on record are out of order, such as withdrawn before introduced.

## Why
What entered the Catalogue can be modified, and what was withdrawn no longer can (CICA decision, clauses 3.1
and 3.4). Where the days on record say otherwise, one of them is wrong. What enters the Catalogue again is an
entry of its own.

## Example
    - id: env-9
      introduced: {on: 2026-06-24, by: soc, decided: consensus}
      withdrawn: {on: 2025-11-19, by: soc, decided: consensus}

Use instead
      introduced: {on: 2023-06-21, by: soc, decided: consensus}
      withdrawn: {on: 2025-11-19, by: soc, decided: consensus}
"""

from collections.abc import Iterator
from itertools import combinations

from cica_docs.documents.corpus import Corpus
from cica_docs.register.catalogue import CHANGES, CatalogueChange, recorded_changes
from cica_docs.rules.rule import RelatedPlace, Violation, violation

PROVISION = "house/consistent-record"
MESSAGE = "`{change}` of “{name}” is dated {day}, before `{other}` ({when})"
HELP = "correct the day that is wrong; what enters the Catalogue again is recorded as an entry of its own"
RELATED = {"": "that is on record here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    by_entry: dict[tuple[str, str], list[CatalogueChange]] = {}
    for change in recorded_changes(corpus):
        by_entry.setdefault((change.category, change.name), []).append(change)
    for changes in by_entry.values():
        for first, second in combinations(sorted(changes, key=lambda change: CHANGES.index(change.change)), 2):
            if first.change != second.change and second.on.last < first.on.first:
                yield violation(
                    second.place,
                    related=(RelatedPlace(first.place, ""),),
                    change=second.change,
                    name=second.name,
                    day=second.on,
                    other=first.change,
                    when=first.on,
                )
