"""A request for extension was sent after the tenure had expired.

## Why
The request "must be sent … sufficiently in advance of the expiration of the current tenure"
(CICA decision, clause 1.12). What is sent after it asks to extend a tenure that no longer
runs. How far in advance is sufficient the clause does not say; see the rule on lead time.

## Example
    purpose: extension
    events:
      - {on: 2028-03-10, kind: sent, …}         # the tenure expired on 2028-02-29

Use instead
    purpose: intention                          # offer the role again
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.mandates.notices import sent_notices
from cica_docs.rules.rule import RelatedPlace, Violation, violation

MESSAGE = "the request was sent on {sent}, after the tenure had expired on {ended}"
HELP = "{if_slip}the role must be offered again, by a notice of intention"
RELATED = {"": "the mandate is here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for notice, sent in sent_notices(corpus):
        if notice.purpose == "extension" and notice.mandate and notice.due and sent.on.first > notice.due:
            related_place = RelatedPlace(notice.mandate.work.original.at("/events"), "")
            yield violation(sent.place, related=(related_place,), sent=sent.on, ended=notice.due)
