"""A concept paper was considered in writing, but its circulation to all Member States is not on record.

## Why
Written consideration takes place "through the CICA Secretariat" and by all Member States (CICA
decision, clause 2.4): the Secretariat circulates the draft to all of them, and what they write
follows.

## Example
    - {on: 2026-05-20, kind: considered, channel: written}

Use instead
    - {on: 2026-04-08, kind: circulated, by: secretariat, to: all, ref: SWG/995}
    - {on: 2026-05-20, kind: considered, channel: written}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.papers.concept_papers import concept_papers
from cica_docs.rules.rule import Violation, violation

MESSAGE = "written consideration on {day} follows no circulation of the draft to all Member States"
HELP = "{if_missing}the {body_circulates} must still circulate the draft to all Member States"


def check(corpus: Corpus) -> Iterator[Violation]:
    for paper in concept_papers(corpus):
        if paper.work.is_known_only:
            continue
        for act in () if paper.acts_of("circulated") else paper.acts_of("considered"):
            if act.data.get("channel") == "written":
                yield violation(act.place, judged_on=act.on.first, day=act.on)
