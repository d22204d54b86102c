"""A change gives a document another symbol than it had on record, or takes it away.

## Why
A paper is filed and cited by its symbol, and one that was given once belongs to that document for good:
no other may have it. A symbol that was recorded wrongly is corrected by an act, which keeps the wrong one.

## Example
    symbol: SOC/2026-II/INF/4           # SOC/2026-II/INF/3 before this change

Use instead
    symbol: SOC/2026-II/INF/4
    events:
      - on: 2026-09-01
        kind: corrected
        by: secretariat
        was: {symbol: SOC/2026-II/INF/3}
        reason: {en: …, ru: …, kk: …}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.record.corrections import write_fact_correction
from cica_docs.register.record.curers import KEEPER
from cica_docs.register.record.gone import SYMBOL, symbol_changes
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.span import Span

PROVISION = "house/nothing-vanishes"
SCOPE = "change"
CURED_BY = KEEPER
MESSAGE = "this document had the symbol {was} on record before this change"
HELP = "put it back; if it was recorded wrongly, add below all acts: {correction}"


def check(corpus: Corpus) -> Iterator[Violation]:
    for change in symbol_changes(corpus):
        original = change.new.original
        has_one = original.get(f"/{SYMBOL}") is not None
        yield violation(
            original.at(f"/{SYMBOL}") if has_one else original.place(Span.point(1)),
            was=change.was,
            correction=write_fact_correction(corpus, change.new, SYMBOL, is_added=False),
        )
