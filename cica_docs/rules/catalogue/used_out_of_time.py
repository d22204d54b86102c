"""A document names a measure or priority area that is not in the Catalogue on its day.

## Why
A paper may suggest new spheres of cooperation only "within agreed CBMs" (CICA decision, clause 2.2), and
what may be agreed changes: measures and areas are introduced and withdrawn (CICA decision, clauses 3.1
and 3.4). A document is judged on the day on which it became final, a draft on today's, and an act that names an
area on its own day. A review, and a contribution to one, may look back on what was withdrawn.
Where the reference data do not say since when something is in the Catalogue, nothing is said.

## Example
    area: epidemiological-safety       # introduced on 15 January 2021
    events:
      - {on: 2020-11-02, kind: appointed, by: soc}

Use instead
    the right day, or a measure or area that was in the Catalogue on that day
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.catalogue import INTRODUCED, WITHDRAWN, day_of, entry_category
from cica_docs.register.finality import day_of_finality
from cica_docs.register.references import Reference, references
from cica_docs.register.works import works
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.day import PartialDate
from cica_docs.values.span import Place

PROVISION = "house/catalogue"
GROUNDS = ("measure-of-paper",)
MESSAGE = {
    INTRODUCED: "“{name}” was not yet in the Catalogue on {day}: it was introduced on {other}",
    WITHDRAWN: "“{name}” was no longer in the Catalogue on {day}: it was withdrawn on {other}",
}
HELP = {
    INTRODUCED: "{if_slip}what rests on it has to be done again once it is in the Catalogue",
    WITHDRAWN: "{if_slip}what rests on it has to be done again under a measure or area that is in the Catalogue",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    uses_found: set[tuple[str, str, PartialDate]] = set()
    for reference in references(corpus):
        category = entry_category(corpus, reference.category, reference.name)
        if not category or reference.may_be_past:
            continue
        changes = {change: day_of(corpus, category, reference.name, change) for change in (INTRODUCED, WITHDRAWN)}
        on = _day_of_use(corpus, reference) if any(changes.values()) else None
        if on is None:
            continue
        use = (reference.file.path, reference.name, on)
        for change, other in changes.items() if use not in uses_found else ():
            if other and (on.last < other.first if change == INTRODUCED else on.first > other.last):
                uses_found.add(use)
                yield violation(
                    Place(reference.file.path, reference.file.front.value_at(reference.pointer)),
                    judged_on=on.first,
                    variant=change,
                    ground=_ground(reference, category),
                    name=reference.name,
                    day=on,
                    other=other,
                )


def _day_of_use(corpus: Corpus, reference: Reference) -> PartialDate | None:
    """Return the day for which a work names something; None if it is no work, or one that is only publicly known."""
    work = works(corpus).get(getattr(reference.file, "work", ""))
    if work is None or work.is_known_only:
        return None
    return reference.act_on or day_of_finality(corpus, work)


def _ground(reference: Reference, category: str) -> str:
    kind = getattr(reference.file, "kind", "")
    return "measure-of-paper" if (kind, category) == ("concept-paper", "measure") else ""
