"""A notice was sent to some Member States only, or not through the channels that its clause names.

## Why
A notice of intention goes to all Member States "through the CICA Chairmanship and the
Secretariat" (CICA decision, clause 1.10), a request for extension or a notice of early
termination "through the Secretariat" (CICA decision, clause 1.12). What the notice says of
itself the schema checks; this is about the acts of sending: what one note left out, another
may have brought.

## Example
    - {on: 2026-01-12, kind: sent, by: KZ, via: [secretariat], to: [TJ, UZ]}

Use instead
    - {on: 2026-01-12, kind: sent, by: KZ, via: [chairmanship, secretariat], to: all}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.circulation import states_left_out, unused_channels
from cica_docs.register.mandates.notices import channels_of, sent_notices
from cica_docs.register.sources import names_of
from cica_docs.rules.rule import Violation, violation

GROUNDS = ("to-all", "via", "intention-to-all", "intention-via")
MESSAGE = {"": "the notice was not sent to {missing}", "via": "the notice was not sent through the {channel}"}
HELP = {
    "": "{if_slip}send it to those who were left out, and record that as a further act",
    "via": "{if_slip}send it through the {channel} too, and record that as a further act",
}

_INTENTION = "intention"


def check(corpus: Corpus) -> Iterator[Violation]:
    for notice, sent in sent_notices(corpus):
        purpose = f"{_INTENTION}-" if notice.purpose == _INTENTION else ""
        last = notice.sendings[-1]
        if missing := states_left_out(corpus, notice.sendings):
            place = last.document.at(f"{last.pointer}/to")
            yield violation(
                place,
                judged_on=sent.on.first,
                ground=f"{purpose}to-all",
                missing=names_of(corpus, missing, last.on.first),
            )
        for channel in unused_channels(notice.sendings, channels_of(corpus, notice.work)):
            place = last.document.at(f"{last.pointer}/via")
            yield violation(
                place,
                judged_on=sent.on.first,
                variant="via",
                ground=f"{purpose}via",
                channel=names_of(corpus, (channel,), corpus.as_of),
            )
