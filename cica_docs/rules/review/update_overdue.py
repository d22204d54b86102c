"""A paper or plan that a review wanted updated by a day has not been updated, and the day is past.

## Why
A review examines "the need to update" papers and plans, and those in office are "expected to
contribute to … follow-up" (CICA decision, clause 3.5). The outcomes of the review name the
day. The clock alone makes this finding; `cica due` shows who owes the update. Whatever is
issued, revised, approved, extended, replaced or withdrawn since the review counts as the
update.

## Example
    outcomes:
      - {work: action-plan/environment-2026, update_needed: true, by: XA, due: 2026-12-15}

Use instead
    events:                               # of the plan
      - {on: 2026-12-10, kind: revised, by: [XA, XB]}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.obligations.all import is_known_only, obligations
from cica_docs.register.works import works
from cica_docs.rules.rule import RelatedPlace, Violation, violation
from cica_docs.values.obligation import UPDATE_ASKED, ObligationState

MESSAGE = "{work} was to be updated by {due}, and no update is on record by {today}"
HELP = "{if_missing}the update is still owed, unless the next review sets another day in its outcomes"
RELATED = {"": "its events are here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for obligation in obligations(corpus):
        if (
            not obligation.occasion.endswith(UPDATE_ASKED)
            or is_known_only(corpus, obligation)
            or obligation.state(corpus.as_of) is not ObligationState.OVERDUE
        ):
            continue
        work = works(corpus).get(obligation.item)
        if work is not None:
            related_place = RelatedPlace(work.original.at("/events"), "")
            yield violation(
                obligation.place, related=(related_place,), work=work.name, due=obligation.due, today=corpus.as_of
            )
