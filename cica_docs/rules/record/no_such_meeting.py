"""An act is said to have been done at a meeting that was not held, or not on that day.

## Why
Who approved a paper "at a meeting" is known from the meeting; a consensus on the Catalogue is reached at one too, if
not under silence. The register lists the meetings of bodies
in reference/meetings.yaml, and expert meetings as documents; a day, a session in a symbol, or a meeting
that does not agree with them is wrong in one of the two. Where the list does not say that it is complete
for a body and a period, a meeting that it lacks is no fault.

## Example
    - {on: 2026-06-30, kind: approved, by: soc, mode: meeting}      # the Committee met on 2026-06-24

Use instead
    - {on: 2026-06-24, kind: approved, by: soc, mode: meeting}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.open_questions import is_bound
from cica_docs.register.record.meetings import mismatches
from cica_docs.rules.rule import RelatedPlace, Violation, violation

PROVISION = "house/consistent-record"
ALSO = ("house/whole-record",)
BY_ACT = True
MESSAGE = {
    "unrecorded": "no meeting of the {body} on {day} is on record",
    "session": "the act is dated {day}; the {body} held the session in its symbol on {first}",
    "named": "{day} is not a day of the meeting that is named, which began on {first}",
    "cancelled": "the expert meeting on this document planned for {day} is on record as cancelled",
}
HELP = {
    "unrecorded": "correct the day; if the meeting took place, record it in reference/meetings.yaml",
    "session": "correct the day or the symbol; if the record of the meeting is wrong, correct that",
    "named": "name the meeting of that day, or correct the day; if the record of the meeting is wrong, correct that",
    "cancelled": "correct the day or the channel; if the meeting took place, record that it was held",
}
RELATED = {"": "the meeting is on record here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for mismatch in mismatches(corpus):
        work, act, day, meeting = mismatch.work, mismatch.act, mismatch.day, mismatch.meeting
        is_ground = act is not None and mismatch.fault == "cancelled" and is_bound(corpus, day.first)
        yield violation(
            mismatch.place,
            variant=mismatch.fault,
            ground=f"{work.kind.name}.{act.kind}" if work and act and is_ground else "",
            provision=ALSO[0] if mismatch.fault == "unrecorded" else "",
            related=(RelatedPlace(mismatch.other, ""),) if mismatch.other else (),
            body=corpus.reference.names("body", mismatch.body, day.first),
            day=day,
            first=meeting.first if meeting else "",
        )
