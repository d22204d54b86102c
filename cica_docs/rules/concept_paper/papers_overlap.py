"""Two concept papers for one priority area are in force at the same time.

## Why
A concept paper is what guides cooperation in its area (CICA decision, clause 2.1) for its
applicability period (CICA decision, clause 2.6). If two are in force, it is unclear which one
applies. A new paper takes the place of the old one on a day, and the record of the old one
says so. A paper for a whole dimension may be in force together with those of its areas.

## Example
    # environment-2026: in force until 2029-06-30
    applicability: {from: 2028-01-01, to: 2030-12-31}      # environment-2028

Use instead
    - {on: 2028-01-01, kind: superseded, by_work: concept-paper/environment-2028}   # in environment-2026
"""

from collections import deque
from collections.abc import Iterator
from datetime import date
from heapq import heappop, heappush

from cica_docs.documents.corpus import Corpus
from cica_docs.register.mandates.service import area_name_of
from cica_docs.register.papers.concept_papers import ConceptPaper, concept_papers
from cica_docs.register.papers.forms import is_part_of_another
from cica_docs.rules.rule import RelatedPlace, Violation, violation
from cica_docs.values.period import Period

PROVISION = "house/one-paper"
MESSAGE = {
    "": "this paper and {other} are both in force for {area} from {first} to {last}",
    "more": "this paper and {other} are both in force for {area} from {first} to {last}, and {more} more besides",
}
HELP = "{if_slip}record in the older paper the day on which this one takes its place (superseded)"
RELATED = {"": "the other paper was approved here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    of_area: dict[str, list[tuple[Period, ConceptPaper]]] = {}
    for paper in concept_papers(corpus):
        if paper.in_force and paper.approval and not is_part_of_another(paper.work):
            of_area.setdefault(paper.area, []).append((paper.in_force, paper))
    for listed in of_area.values():
        yield from _overlapping(corpus, sorted(listed, key=lambda entry: (entry[0].first, entry[1].work.id)))


def _overlapping(corpus: Corpus, listed: list[tuple[Period, ConceptPaper]]) -> Iterator[Violation]:
    """Yield each paper that begins while others are in force, with the first of them; pairs would be too many."""
    earlier: deque[tuple[Period, ConceptPaper]] = deque()
    ends: list[date] = []
    for period, paper in listed:
        while ends and ends[0] < period.first:
            heappop(ends)
        while earlier and earlier[0][0].last < period.first:
            earlier.popleft()
        if earlier:
            yield from _overlap(corpus, earlier[0], (period, paper), more_overlaps=len(ends) - 1)
        earlier.append((period, paper))
        heappush(ends, period.last)


def _overlap(
    corpus: Corpus, earlier: tuple[Period, ConceptPaper], later: tuple[Period, ConceptPaper], *, more_overlaps: int
) -> Iterator[Violation]:
    (old, former), (new, paper) = earlier, later
    first, approval = former.approval, paper.approval
    if first is None or approval is None:
        return
    yield violation(
        approval.place,
        judged_on=approval.on.first,
        variant="more" if more_overlaps else "",
        related=(RelatedPlace(first.place, ""),),
        other=former.work.name,
        area=area_name_of(corpus, paper.area, new.first),
        first=new.first,
        last=min(old.last, new.last),
        more=more_overlaps,
    )
