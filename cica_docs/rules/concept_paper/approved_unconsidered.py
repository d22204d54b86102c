"""A concept paper was approved although no consideration by the Member States is on record.

## Why
The SOC approves concept papers "following their consideration by all Member States" (CICA
decision, clause 2.4), in writing through the Secretariat, at expert meetings, in the SWG or in
the SOC itself. Any one of the four will do. Whoever receives the draft after the approval has
not considered it. Of papers that are only publicly known, nobody can say what is not on record.

## Example
    - {on: 2026-04-06, kind: issued, by: XA}
    - {on: 2026-06-24, kind: approved, by: soc}

Use instead
    - {on: 2026-04-06, kind: issued, by: XA}
    - {on: 2026-05-20, kind: considered, channel: swg}
    - {on: 2026-06-24, kind: approved, by: soc}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.circulation import completing_act
from cica_docs.register.papers.concept_papers import approvals
from cica_docs.rules.rule import Violation, violation

MESSAGE = {
    "": "the paper was approved on {day} without any consideration on record",
    "in-part": "the paper was approved on {day}; all Member States had the draft only on {reached}",
}
HELP = {
    "": "{if_missing}all Member States must still consider the paper before the {body_approves} approves it",
    "in-part": "{if_slip}those who had no draft must still consider it, and the {body_approves} approve it again",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for paper, approval in approvals(corpus):
        if not paper.work.is_known_only and not paper.acts_of("considered"):
            yield violation(approval.place, day=approval.on, reached=approval.on)
        circulated = paper.acts_of("circulated")
        reached = completing_act(corpus, circulated)
        if reached and circulated[0].on.first <= approval.on.last < reached.on.first:
            yield violation(approval.place, variant="in-part", day=approval.on, reached=reached.on)
