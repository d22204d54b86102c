"""Two concept papers for one priority area are in force at the same time.

## Why
A concept paper is what guides cooperation in its area (clause 2.1) for its applicability period
(clause 2.6). Where two are in force nobody can say which of them does. A new paper takes the
place of the old one on a day, and the record of the old one says so. A paper for a whole
dimension may stand beside those of its areas.

## Example
    # environment-2026: in force until 2029-06-30
    applicability: {from: 2028-01-01, to: 2030-12-31}      # environment-2028

Use instead
    - {on: 2028-01-01, kind: superseded, by_work: concept-paper/environment-2028}   # in environment-2026
"""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from cica_docs.documents.corpus import Corpus
from cica_docs.facts.paper import Paper, papers
from cica_docs.facts.question import is_bound
from cica_docs.facts.serving import area_name
from cica_docs.rules.rule import Aside, Violation, violation

PROVISION = "house/one-paper"
MESSAGE = "this paper and {other} are both in force for {area} from {first} to {last}"
HELP = "record in the older paper the day on which this one takes its place (superseded), or begin this one later"
RELATED = {"": "the other paper was approved here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    of_area: dict[str, list[Paper]] = {}
    for paper in sorted((one for one in papers(corpus) if one.in_force), key=_since):
        of_area.setdefault(paper.area, []).append(paper)
    for listed in of_area.values():
        for earlier, later in combinations(listed, 2):
            if found := _both(corpus, earlier, later):
                yield found


def _both(corpus: Corpus, earlier: Paper, later: Paper) -> Violation | None:
    old, new, former, approval = earlier.in_force, later.in_force, earlier.approval, later.approval
    if old is None or new is None or former is None or approval is None:
        return None
    if not old.overlaps(new) or not is_bound(corpus, approval.on.first):
        return None
    return violation(
        approval.place,
        related=(Aside(former.place, ""),),
        other=earlier.work.name,
        area=area_name(corpus, later.area, new.first),
        first=new.first,
        last=min(old.last, new.last),
    )


def _since(paper: Paper) -> tuple[date, str]:
    return paper.in_force.first if paper.in_force else date.max, paper.work.id
