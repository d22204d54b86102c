"""A correction is dated before the act that it corrects, or before the one that it puts in its place.

## Why
A correction says of an act how it was done, so it comes after the act. One of an earlier day has a
wrong day itself, or foretells an act that nobody has done yet.

## Example
    - {on: 2026-06-24, kind: approved, by: soc}
    - on: 2026-06-01
      kind: corrected
      by: secretariat
      corrects: {on: 2026-06-24, kind: approved}

Use instead
    - {on: 2026-06-24, kind: approved, by: soc}
    - on: 2026-09-01
      kind: corrected
      by: secretariat
      corrects: {on: 2026-06-24, kind: approved}
      reason: {en: …, ru: …, kk: …}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import Correction, Event, corrections_of
from cica_docs.register.works import works
from cica_docs.rules.rule import RelatedPlace, Violation, violation

PROVISION = "house/corrections"
SCOPE = "work"
MESSAGE = "the correction is dated {day}, before `{act}` of {when}"
HELP = "{if_slip}the day of the act is wrong: say in `done` when it was done"
RELATED = {"": "the later act is here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for work in works(corpus).values():
        for correction in corrections_of(work.original):
            later = _last_of(correction)
            if later and correction.act.on.last < later.on.first:
                yield violation(
                    correction.act.place,
                    related=(RelatedPlace(later.place, ""),),
                    day=correction.act.on,
                    act=later.kind,
                    when=later.on,
                )


def _last_of(correction: Correction) -> Event | None:
    """Return the act that counts after a correction, else the corrected one: its own day may be what is wrong."""
    return correction.done or correction.corrected
