"""An act corrects another that is not on record, or does not say which one it corrects.

## Why
A correction names the act that it corrects by its kind and day, by `by` and `ref` or by its `place` in
the list where several are alike. It corrects an act of the same document, recorded above it, that no
correction has taken off the record yet; to withdraw a correction, correct the correction itself.
One that names no such act corrects nothing.

## Example
    - {on: 2026-06-24, kind: approved, by: soc}
    - on: 2026-09-01
      kind: corrected
      by: secretariat
      corrects: {on: 2026-06-23, kind: approved}

Use instead
    - {on: 2026-06-24, kind: approved, by: soc}
    - on: 2026-09-01
      kind: corrected
      by: secretariat
      corrects: {on: 2026-06-24, kind: approved}
      done: {on: 2026-06-23, kind: approved, by: soc}
      reason: {en: …, ru: …, kk: …}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import corrections_of
from cica_docs.register.works import works
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/corrections"
SCOPE = "work"
MESSAGE = {
    "missing": "the correction of {day} names `{act}` of {when}, which is not on record here",
    "several": "the correction of {day} names `{act}` of {when}, and several acts on record are meant by that",
    "below": "the correction of {day} names `{act}` of {when}, which is recorded below it",
    "again": "the correction of {day} names `{act}` of {when}, which was corrected before",
}
HELP = {
    "missing": "name an act of this document by its day and kind as they are recorded",
    "several": "say also who did it (by), its reference (ref) or its place in the list (place: 1 is the first)",
    "below": "an act is corrected after it was recorded: put the correction at the end of the list",
    "again": "name the act that was put in its place, or the correction itself",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for work in works(corpus).values():
        for correction in corrections_of(work.original):
            named = correction.act.data.get("corrects")
            # form/schema reports a correction that names no act in the form asked for.
            if correction.fault and isinstance(named, dict) and {"on", "kind"} <= named.keys():
                yield violation(
                    work.original.at(f"{correction.act.pointer}/corrects"),
                    variant=correction.fault,
                    day=correction.act.on,
                    act=named["kind"],
                    when=named["on"],
                )
