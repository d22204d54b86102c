"""A change of the Catalogue is not on record as made by consensus.

## Why
Member States "will modify or amend those CBMs or approve new CBMs by consensus" (CICA decision,
clause 3.1). Each change of a measure or priority area says in `decided` how it came about; a silence
procedure that nobody broke is a consensus too. Nothing is said of changes for which the
register holds only what is publicly known (`known`).

## Example
    - id: env-9
      introduced: {on: 2026-06-24, by: soc, decided: majority}

Use instead
      introduced: {on: 2026-06-24, by: soc, decided: consensus, ref: catalogue-proposal/soil-protection}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.catalogue import catalogue_changes
from cica_docs.rules.rule import Violation, violation

MESSAGE = {
    "": "how `{change}` of “{name}” ({day}) was decided is not on record",
    "majority": "`{change}` of “{name}” ({day}) was decided by a majority",
}
HELP = {
    "": "{if_missing}the change still needs the consensus of the Member States",
    "majority": "{if_slip}the Catalogue is as it was, and the change still needs the consensus of the Member States",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for change in catalogue_changes(corpus):
        if change.decided in MESSAGE and not change.is_known_only:
            yield violation(
                change.place,
                judged_on=change.on.first,
                variant=change.decided,
                change=change.change,
                name=change.name,
                day=change.on,
            )
