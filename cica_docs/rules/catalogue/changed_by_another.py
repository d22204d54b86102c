"""A change of the Catalogue is not on record as made by a governing body.

## Why
The Senior Officials Committee "will … consider inclusion of new CBMs or priority areas in the CICA
Catalogue of CBMs or modification of existing CBMs" (CICA decision, clause 3.4). A change that no
governing body made, or that is on record as made by nobody, has not been considered there. Nothing is
said of changes for which the register holds only what is publicly known (`known`).

## Example
    - id: env-9
      introduced: {on: 2026-06-24, by: secretariat, decided: consensus}

Use instead
      introduced: {on: 2026-06-24, by: soc, decided: consensus, ref: catalogue-proposal/soil-protection}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.catalogue import CHANGES, catalogue_changes
from cica_docs.register.governing import governing_bodies
from cica_docs.rules.rule import Violation, violation

GROUNDS = CHANGES
MESSAGE = {
    "": "`{change}` of “{name}” ({day}) was decided by the {body}, which is no governing body",
    "unsaid": "which body decided `{change}` of “{name}” ({day}) is not on record",
}
HELP = {
    "": "{if_slip}a governing body ({governing}) still has to consider the change",
    "unsaid": "{if_missing}a governing body ({governing}) still has to consider the change",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    governing = governing_bodies(corpus)
    bodies = corpus.reference.all("body")
    for change in catalogue_changes(corpus):
        is_known = change.by in bodies or not change.by
        if change.by in governing or change.is_known_only or not is_known:
            continue
        yield violation(
            change.place,
            judged_on=change.on.first,
            variant="" if change.by else "unsaid",
            ground=change.change,
            change=change.change,
            name=change.name,
            day=change.on,
            body=corpus.reference.names("body", change.by, change.on.first),
            governing=governing,
        )
