"""A proposal introduces what the Catalogue has already, or changes what it does not have.

## Why
Member States "will modify or amend those CBMs or approve new CBMs by consensus" (CICA decision, clause 3.1).
What is in the Catalogue on the day of the proposal cannot be introduced, and what is not in it can be
neither modified nor withdrawn. What was withdrawn may be introduced again. If the register does not know
all measures of an area, nothing is said of them.

## Example
    change: introduced
    category: measure
    name: env-1                # in the Catalogue for years

Use instead
    change: modified
    category: measure
    name: env-1
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.catalogue import CHANGES, INTRODUCED, PROPOSAL, WITHDRAWN, day_of
from cica_docs.register.events import events_of
from cica_docs.register.works import Work, works_of
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.day import PartialDate

PROVISION = "house/catalogue"
MESSAGE = {
    "": "`{change}` is proposed for “{name}”, which is not in the Catalogue on {day}",
    INTRODUCED: "`{change}` is proposed for “{name}”, which is in the Catalogue on {day}",
}
HELP = {
    "": "name what is meant, or propose that it be introduced",
    INTRODUCED: "give the new entry a name of its own, or propose that the existing one be modified",
}

_KNOWN_IN_PART = frozenset({"none", "part"})


def check(corpus: Corpus) -> Iterator[Violation]:
    for work in works_of(corpus, PROPOSAL):
        change, category, name = (str(work.original.get(field) or "") for field in ("/change", "/category", "/name"))
        proposed = next((act.on for act in events_of(work.original) if act.kind == "proposed"), None)
        on = proposed
        # A draft is not judged: what it is about may still be filled in.
        if not on or not name or change not in CHANGES or work.is_known_only:
            continue
        is_there = _is_in_catalogue(corpus, category, name, on)
        is_known = is_there or not _may_be_unknown(corpus, work)
        if is_there == (change == INTRODUCED) and is_known:
            variant = INTRODUCED if is_there else ""
            place = work.original.at("/name")
            yield violation(place, judged_on=on.first, variant=variant, change=change, name=name, day=on)


def _is_in_catalogue(corpus: Corpus, category: str, name: str, on: PartialDate) -> bool:
    """Whether an entry was in the Catalogue before a day by the record."""
    if name not in corpus.reference.all(category):
        return False
    introduced, withdrawn = (day_of(corpus, category, name, change) for change in (INTRODUCED, WITHDRAWN))
    return not (introduced and introduced.last >= on.first) and not (withdrawn and withdrawn.first <= on.last)


def _may_be_unknown(corpus: Corpus, work: Work) -> bool:
    """Whether the Catalogue may have measures of the proposal's area that the reference data do not have."""
    area = corpus.reference.entry("area", str(work.original.get("/area") or ""))
    return work.original.get("/category") == "measure" and area.get("measures_known") in _KNOWN_IN_PART
