"""A request for extension or a notice of early termination was sent shortly before the end.

## Why
Clause 1.12 of the CICA decision asks that it be sent "sufficiently in advance" and gives no
number. The register sets one, under `open_questions` in its settings, so that the Secretariat
can circulate the notice and the Member States consider it. A shorter time breaks no clause.

## Example
    effective_on: 2026-10-01
    events:
      - {on: 2026-09-25, kind: sent, …}

Use instead
    effective_on: 2026-10-31
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.mandates.notices import sent_notices
from cica_docs.register.open_questions import days_setting
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/lead-time"
MESSAGE = "sent on {sent}, {number} days before the end on {ended}; this register asks for {least}"
HELP = (
    "{if_slip}the next one goes out earlier, or the end moves; the number is notice-lead-days in "
    "reference/settings.yaml"
)


def check(corpus: Corpus) -> Iterator[Violation]:
    least = days_setting(corpus, "notice-lead-days")
    for notice, sent in sent_notices(corpus):
        number = (notice.due - sent.on.first).days if notice.due else least
        # A notice after the end has no lead time; other rules report it.
        first = 0 if notice.purpose == "extension" else 1
        if notice.due and first <= number < least:
            yield violation(
                sent.place, judged_on=sent.on.first, sent=sent.on, number=number, ended=notice.due, least=least
            )
