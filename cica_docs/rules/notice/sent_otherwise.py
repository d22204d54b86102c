"""A notice was sent to some Member States only, or not through the channels that its clause names.

## Why
A notice of intention goes to all Member States "through the CICA Chairmanship and the
Secretariat" (clause 1.10), a request for extension or a notice of early termination "through
the Secretariat" (clause 1.12). What the notice says of itself the schema checks; this is about
the act of sending.

## Example
    - {on: 2026-01-12, kind: sent, by: KZ, via: [secretariat], to: [TJ, UZ]}

Use instead
    - {on: 2026-01-12, kind: sent, by: KZ, via: [chairmanship, secretariat], to: all}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import read_names
from cica_docs.register.mandates.notices import sent_notices
from cica_docs.rules.rule import Violation, violation

GROUNDS = ("to-all", "via", "intention-to-all", "intention-via")
MESSAGE = {"": "the notice was not sent to {missing}", "via": "the notice was not sent through the {channel}"}
HELP = {"": "send it to all Member States: to: all", "via": "send it through the {channel} and record it under via"}

_INTENTION = "intention"
_CHANNELS = {_INTENTION: ("forwards", "circulates")}


def check(corpus: Corpus) -> Iterator[Violation]:
    for notice, sent in sent_notices(corpus):
        purpose = f"{_INTENTION}-" if notice.purpose == _INTENTION else ""
        to, via = read_names(sent.data.get("to")), read_names(sent.data.get("via"))
        missing = tuple(code for code in corpus.reference.members(sent.on.first) if code not in {*to, *sent.by})
        if to and "all" not in to and missing:
            place = sent.document.at(f"{sent.pointer}/to")
            yield violation(place, ground=f"{purpose}to-all", missing=missing)
        for role in _CHANNELS.get(notice.purpose, ("circulates",)):
            channel = corpus.reference.role(role)
            if channel and via and channel not in via:
                place = sent.document.at(f"{sent.pointer}/via")
                channel_names = _names_of(corpus, channel)
                yield violation(place, variant="via", ground=f"{purpose}via", channel=channel_names)


def _names_of(corpus: Corpus, body: str) -> object:
    return corpus.reference.names("body", body, corpus.as_of)
