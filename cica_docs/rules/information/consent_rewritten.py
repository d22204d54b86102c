"""A change rewrites a consent that is on record, to the advantage of those who use the information.

## Why
Consent to the use of information is given, and taken back, by the states that provided it
(CICA decision, clause 4.2). A revocation that is deleted or gets another day, an act of giving
that is moved to an earlier one, or terms that go further than what the state gave would
release information that the state holds back. A new act of a state is a new event or a new
consent.

## Example
    events:
      - {on: 2026-10-26, kind: given, by: XA}
                                # revoked on 2027-01-11 before this change

Use instead
    events:
      - {on: 2026-10-26, kind: given, by: XA}
      - {on: 2027-01-11, kind: revoked, by: XA}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.restricted.consents import may_be_published
from cica_docs.register.restricted.items import information_items
from cica_docs.register.restricted.rewritten_consents import Rewriting, consent_rewritings
from cica_docs.rules.rule import Violation, violation

SCOPE = "change"
MESSAGE = {
    "gone": "a revocation of this consent was on record before this change and is there no more",
    "deleted": "a consent to the use of this information is deleted, and with it a revocation that was on record",
    "dated": "a revocation of this consent has another day than it had on record before this change",
    "given": "this consent is given on an earlier day than the one that was on record before this change",
    "wider": "this consent goes further than before this change, and no later act of the state gives that",
}
HELP = {
    "gone": "put the revocation back; if the state consents again, record a new consent: cica new consent",
    "deleted": "put the consent back with its revocation",
    "dated": "put the day on record back; if the state consents again, record a new consent: cica new consent",
    "given": "put the day on record back",
    "wider": "put the terms back, and record what the state gives now as a new consent: cica new consent",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for rewriting in consent_rewritings(corpus):
        if not _is_public_anyhow(corpus, rewriting):
            yield violation(rewriting.place, variant=rewriting.kind)


def _is_public_anyhow(corpus: Corpus, rewriting: Rewriting) -> bool:
    """Whether all providers agree to the publication by other consents, so that nothing is released."""
    id = str(rewriting.old.original.get("/item"))
    items = [
        information_items(register)[id]
        for register in (corpus, corpus.before)
        if register and id in information_items(register)
    ]
    return bool(items) and may_be_published(corpus, id, [state for item in items for state in item.providers])
