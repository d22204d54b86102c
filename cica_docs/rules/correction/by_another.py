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
from cica_docs.register.events import Correction, Event, corrections_of, edits_of
from cica_docs.register.record.corrections import correctors_of, keepers_of
from cica_docs.register.sources import is_party, names_of
from cica_docs.register.works import works
from cica_docs.rules.rule import RelatedPlace, Violation, violation

PROVISION = "house/corrections"
SCOPE = "work"
MESSAGE = {
    "": "`{act}` of {day} is corrected by {names}; it may be corrected by {correctors}",
    "facts": "facts are corrected by {names}; they may be corrected by {correctors}",
    "text": "the text is edited by {names}; it may be edited by {correctors}",
}
HELP = "have it corrected by one of these; if one of them did so, name it in `by`"
RELATED = {"": "the act is here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for work in works(corpus).values():
        corrections = {correction.act.pointer: correction for correction in corrections_of(work.original)}
        for correction in corrections.values():
            act = _corrected_act(correction, corrections)
            variant = "" if act else "facts"
            correctors = correctors_of(corpus, work, act) if act else keepers_of(corpus, work)
            if not correction.fault:
                yield from _by_others(corpus, correction.act, variant, correctors, act)
        for edit in edits_of(work.original):
            yield from _by_others(corpus, edit, "text", keepers_of(corpus, work))


def _by_others(
    corpus: Corpus, done: Event, variant: str, correctors: tuple[str, ...], act: Event | None = None
) -> Iterator[Violation]:
    others = tuple(name for name in done.by if name not in correctors and is_party(corpus, name))
    if correctors and others:
        yield violation(
            done.document.at(f"{done.pointer}/by"),
            variant=variant,
            related=(RelatedPlace(act.place, ""),) if act else (),
            act=act.kind if act else "",
            day=act.on if act else "",
            names=names_of(corpus, others, done.on.first),
            correctors=names_of(corpus, correctors, done.on.first),
        )


def _corrected_act(correction: Correction, corrections: Mapping[str, Correction]) -> Event | None:
    """Return the act that is corrected; of a correction that is corrected, the act that it corrects itself."""
    act = correction.corrected or correction.done
    while act and act.pointer in corrections:
        act = corrections[act.pointer].corrected or corrections[act.pointer].done
    return act
