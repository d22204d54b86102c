"""A change alters facts of a document after the act that made them final.

## Why
An applicability period that is lengthened in the front matter is an extension that nobody decided, and
another State in `prepared_by` is another author. What an act changes is recorded as that act
(`extended`, `superseded`); what was recorded by mistake is corrected by an act that keeps what stood
there. A symbol, source or note that a document lacked may be added.

## Example
    applicability: {from: 2026-07-01, to: 2030-06-30}     # to 2029-06-30 when it was approved

Use instead
    applicability: {from: 2026-07-01, to: 2029-06-30}
    events:
      - {on: 2029-03-14, kind: extended, by: soc, until: 2030-06-30}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.yaml.scalar import write_flow
from cica_docs.register.record.corrections import write_fact_correction
from cica_docs.register.record.settled import FactChange, fact_changes
from cica_docs.register.restricted.former_values import may_be_quoted
from cica_docs.rules.rule import RelatedPlace, Violation, violation
from cica_docs.values.span import Place, Span

PROVISION = "house/settled-text"
SCOPE = "change"
MESSAGE = {
    "": "`{field}` is altered after `{act}` of {day}, which made it final; it was {was}",
    "added": "`{field}` is new after `{act}` of {day}, which made the facts final",
    "removed": "`{field}` is taken out after `{act}` of {day}, which made it final; it was {was}",
}
HELP = {
    "": "put it back; what was decided since is recorded as an act; if `{field}` was recorded wrongly, add below all "
    "acts: {correction}",
    "added": "take it out; what was decided since is recorded as an act; if `{field}` was left out, add below all "
    "acts: {correction}",
}
RELATED = {"": "the act that made it final"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for change in fact_changes(corpus):
        settled = change.settled
        was = write_flow(change.was) if may_be_quoted(corpus, settled.old) else "…"
        yield violation(
            _place(change),
            cure="" if change.was is not None else "added",
            variant="added" if change.was is None else "removed" if change.now is None else "",
            related=(RelatedPlace(settled.act_now.place, ""),) if settled.act_now else (),
            field=change.field,
            act=settled.act.kind,
            day=settled.act.on,
            was=was,
            correction=write_fact_correction(corpus, settled.new, change.field, is_added=change.was is None),
        )


def _place(change: FactChange) -> Place:
    original = change.settled.new.original
    return original.place(Span.point(1)) if change.now is None else original.at(f"/{change.field}")
