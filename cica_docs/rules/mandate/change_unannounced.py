"""A tenure was extended or ended early without a request or notice on record.

## Why
"The request for extension or the notice of early termination must be sent to all Member States
through the Secretariat" (CICA decision, clause 1.12). Early termination needs nobody's
approval, but it is announced.

## Example
    - {on: 2026-11-18, kind: extended, by: soc, until: 2029-06-30}      # no notice names this mandate

Use instead
    the same, and a notice with `purpose: extension` and `mandate:` the id of this mandate
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import events_of
from cica_docs.register.mandates.mandates import mandates
from cica_docs.register.mandates.notices import notices
from cica_docs.register.open_questions import is_bound
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.role import ACTING

MESSAGE = {
    "extended": "no request for this extension is on record",
    "terminated": "no notice of this early termination is on record",
}
HELP = {
    "extended": "if the request was sent, add that notice (purpose: extension, mandate: {mandate}); if not, all "
    "Member States must still be informed",
    "terminated": "if the notice was sent, add it (purpose: early-termination, mandate: {mandate}); if not, all "
    "Member States must still be informed",
}

_ANNOUNCED_BY = {"extended": "extension", "terminated": "early-termination"}


def check(corpus: Corpus) -> Iterator[Violation]:
    announced = {(notice.mandate, notice.purpose) for notice in notices(corpus) if notice.sent}
    for mandate in mandates(corpus):
        if mandate.role == ACTING or mandate.work.is_known_only:
            continue
        for act in events_of(mandate.work.original):
            if (
                act.kind in _ANNOUNCED_BY
                and is_bound(corpus, act.on.first)
                and (mandate, _ANNOUNCED_BY[act.kind]) not in announced
            ):
                yield violation(act.place, variant=act.kind, mandate=mandate.work.id)
