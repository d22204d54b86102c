"""The note by which a concept paper was circulated does not address all Member States.

## Why
All Member States consider a concept paper before the SOC approves it (clause 2.4). The act says
`to: all`; the note that it names must say the same. Who is a member is judged on the day.

## Example
    # concept paper                                  # note SWG/995
    - {on: 2026-04-08, kind: circulated,             to: [XB, XC]
       to: all, ref: SWG/995}

Use instead
    to: member-states                                # in the note
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.circulation import missing_addressees
from cica_docs.register.open_questions import is_bound
from cica_docs.register.papers.concept_papers import concept_papers
from cica_docs.rules.rule import Violation, violation

MESSAGE = "the note {ref} of {day} does not address {states}"
HELP = "send the draft to those who were left out, and record that note as well"


def check(corpus: Corpus) -> Iterator[Violation]:
    for paper in concept_papers(corpus):
        for act in paper.acts_of("circulated"):
            if is_bound(corpus, act.on.first) and (states := missing_addressees(corpus, act)):
                yield violation(act.place, ref=act.data.get("ref"), day=act.on, states=states)
