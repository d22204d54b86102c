"""An act on record and the document that records it say different things of who acted, to whom, through whom or when.

## Why
The fields of a document say whose it is, to whom it goes and on which day; its acts say what was done.
Where an act was done by another State, sent to another addressee or done on another day, one of the
two is wrong, or the document no longer says what happened. Bodies that pass documents on, and States
that have taken over an office, may act too. Several acts of one kind are read together. An objection is
withdrawn by the State that raised it.

## Example
    state: XB
    events:
      - {on: 2026-01-19, kind: sent, by: XC}

Use instead
    state: XB
    events:
      - {on: 2026-01-19, kind: sent, by: XB}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.open_questions import is_bound
from cica_docs.register.record.agreements import disagreements
from cica_docs.register.sources import names_of
from cica_docs.rules.rule import RelatedPlace, Violation, violation

PROVISION = "house/consistent-record"
BY_ACT = True
MESSAGE = {
    "": "the act of {day} names in `{field}` {names}; `{other}` of the document names {stated}",
    "by": "the act of {day} was done by {names}; `{other}` of the document names {stated}",
    "act": "the act of {day} was done by {names}; those whose `{other}` is on record are {stated}",
    "covers": "`{other}` of the document names {names}, and `{field}` of no act on record does",
    "within": "the act is dated {day}; the document has {stated} in `{other}`",
}
HELP = {
    "": "{if_slip}it remains to be sent to {stated}; where the document is wrong, correct `{other}` instead",
    "by": "{if_slip}the act remains for {stated} to do; where the document is wrong, correct `{other}` instead",
    "act": "{if_slip}it has no effect: it is for {stated} to do; if `{other}` of {names} was left out, record that",
    "covers": "{if_slip}what is left out remains to be done; record that as a further act",
    "within": "{if_slip}correct `{other}`",
}
RELATED = {"": "the document says it here", "act": "that is on record here"}

_VARIANTS = {"covers": "covers", "within": "within"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for disagreement in disagreements(corpus):
        act, agreement, stated = disagreement.act, disagreement.agreement, disagreement.stated
        ground = f"{disagreement.work.kind.name}.{act.kind}.{agreement.field}"
        acts = [name.partition(".")[0] for name in stated.fields if "." in name]
        variant = "act" if acts else "by" if agreement.field == "by" else ""
        yield violation(
            act.document.at(f"{act.pointer}/{agreement.field}"),
            variant=_VARIANTS.get(agreement.relation, variant),
            ground=ground if is_bound(corpus, act.on.first) else "",
            related=(RelatedPlace(stated.place, "act" if acts else ""),),
            field=agreement.field,
            day=act.on,
            names=names_of(corpus, disagreement.names, act.on.first),
            other=tuple(dict.fromkeys(acts or stated.fields)),
            stated=names_of(corpus, tuple(dict.fromkeys(stated.names)), act.on.first),
        )
