"""A change of the register introduces, modifies or withdraws a measure or priority area without the decision on it.

## Why
Member States "will modify or amend those CBMs or approve new CBMs by consensus" (CICA decision, clause 3.1).
Who adds a measure or an area to the Catalogue says how that was decided, and in which document or source
the decision is found. What was on record before is not asked for it.

## Example
    - id: env-9
      introduced: {on: 2026-06-24, by: soc}

Use instead
    - id: env-9
      introduced: {on: 2026-06-24, by: soc, decided: consensus, ref: catalogue-proposal/soil-protection}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.catalogue import further_changes
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/grounds"
SCOPE = "change"
MESSAGE = {
    "": "`{change}` of “{name}” ({day}) is recorded here without the document in which the decision is found",
    "undecided": "`{change}` of “{name}” ({day}) is recorded here, and not how it was decided",
}
HELP = {
    "": "name its symbol or the proposal in `ref`, or the source in `source`; what was not decided is not recorded",
    "undecided": "say how in `decided`; what was not decided is not recorded",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for change in further_changes(corpus):
        faults = {"undecided": not change.decided, "": not (change.ref or change.has_source)}
        for variant, is_fault in faults.items():
            if is_fault and not change.is_known_only:
                yield violation(change.place, variant=variant, change=change.change, name=change.name, day=change.on)
