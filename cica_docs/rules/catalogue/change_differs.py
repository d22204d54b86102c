"""An adopted proposal and the reference data disagree on a change of the Catalogue.

## Why
The reference data are the Catalogue by which papers and plans are judged; a change of it follows from the
adoption of a proposal (CICA decision, clauses 3.1 and 3.4). The act in the reference data names the proposal in
`ref` and has its day, its body and how it was decided. A change that names no proposal is not looked at.

## Example
    # catalogue-proposal/soil-protection, on the measure env-6
    - {on: 2027-06-23, kind: adopted, by: soc, decided: consensus}
    # reference/measures.yaml: no env-6

Use instead
    - id: env-6
      introduced: {on: 2027-06-23, by: soc, decided: consensus, ref: catalogue-proposal/soil-protection}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.catalogue import PROPOSAL, CatalogueChange, adopted_proposals, recorded_changes
from cica_docs.register.works import work_named
from cica_docs.rules.rule import RelatedPlace, Violation, violation

PROVISION = "house/consistent-record"
MESSAGE = {
    "": "`{change}` of “{name}” is recorded otherwise in the reference data: {there}, not {here}",
    "missing": "`{change}` of “{name}” was adopted on {day}, and the reference data do not show it",
    "unadopted": "`{change}` of “{name}” ({day}) names {proposal}, which was not adopted for it",
}
HELP = {
    "": "{if_slip}the reference data follow what was adopted",
    "missing": "{if_slip}it takes effect once reference/ shows it, with ref: {proposal}",
    "unadopted": "{if_slip}the change still has to be adopted; what was in the Catalogue before stays until then",
}
RELATED = {"": "it is recorded here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    recorded = {_key(change): change for change in recorded_changes(corpus)}
    adopted = {_key(change): change for change in adopted_proposals(corpus)}
    for key, change in adopted.items():
        counterpart = recorded.get(key)
        if counterpart is None:
            yield _violation(change, "missing")
        elif _facts(counterpart) != _facts(change):
            yield violation(
                change.place,
                related=(RelatedPlace(counterpart.place, ""),),
                change=change.change,
                name=change.name,
                there=_facts(counterpart),
                here=_facts(change),
            )
    for key, change in recorded.items():
        work = work_named(corpus, change.ref)
        if work is not None and work.kind.name == PROPOSAL and key not in adopted:
            yield _violation(change, "unadopted")


def _key(change: CatalogueChange) -> tuple[str, ...]:
    return (change.ref, change.change, change.category, change.name)


def _violation(change: CatalogueChange, variant: str) -> Violation:
    return violation(
        change.place, variant=variant, change=change.change, name=change.name, day=change.on, proposal=change.ref
    )


def _facts(change: CatalogueChange) -> tuple[str, ...]:
    """Return the day, the body and how it was decided; only what is on record."""
    return tuple(filter(None, (change.on.text, change.by, change.decided)))
