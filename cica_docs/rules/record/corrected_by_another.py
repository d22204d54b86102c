"""An act on record is corrected by somebody who neither keeps the register nor did the act.

## Why
What a State or body did is on record for all. Whoever keeps the register may correct a slip in it, and
whoever did an act may say how it was done. A consent, an objection and their withdrawal are the will of
one State, and nobody else corrects what is on record of it.

## Example
    - {on: 2026-06-18, kind: objected, by: XB}
    - on: 2026-09-01
      kind: corrected
      by: XA
      corrects: {on: 2026-06-18, kind: objected}
      reason: {en: …, ru: …, kk: …}

Use instead
    - {on: 2026-06-18, kind: objected, by: XB}
    - on: 2026-09-01
      kind: corrected
      by: XB
      corrects: {on: 2026-06-18, kind: objected}
      reason: {en: …, ru: …, kk: …}
"""

from collections.abc import Iterator, Mapping

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import Correction, Event, corrections_of
from cica_docs.register.record.corrections import correctors_of
from cica_docs.register.sources import is_party, names_of
from cica_docs.register.works import works
from cica_docs.rules.rule import RelatedPlace, Violation, violation

PROVISION = "house/corrections"
SCOPE = "work"
MESSAGE = "`{act}` of {day} is corrected by {names}; it may be corrected by {correctors}"
HELP = "have it corrected by one of these; if one of them did so, name it in `by`"
RELATED = {"": "the act is here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for work in works(corpus).values():
        corrections = {correction.act.pointer: correction for correction in corrections_of(work.original)}
        for correction in corrections.values():
            act = _corrected_act(correction, corrections)
            correctors = correctors_of(corpus, work, act) if act else ()
            others = tuple(name for name in correction.act.by if name not in correctors and is_party(corpus, name))
            if act and correctors and others:
                yield violation(
                    work.original.at(f"{correction.act.pointer}/by"),
                    related=(RelatedPlace(act.place, ""),),
                    act=act.kind,
                    day=act.on,
                    names=names_of(corpus, others, correction.act.on.first),
                    correctors=names_of(corpus, correctors, correction.act.on.first),
                )


def _corrected_act(correction: Correction, corrections: Mapping[str, Correction]) -> Event | None:
    """Return the act that is corrected; of a correction that is corrected, the act that it corrects itself."""
    act = correction.corrected or correction.done
    while act and act.pointer in corrections:
        act = corrections[act.pointer].corrected or corrections[act.pointer].done
    return act
