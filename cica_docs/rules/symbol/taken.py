"""Two documents bear the same symbol.

## Why
A symbol is how a paper is found, cited and filed: it belongs to one document only. The
clearing house of clause 5.3 of the CICA decision rests on that. A revision, corrigendum or
addendum bears the symbol with `/Rev.1`, `/Corr.1` or `/Add.1`.

## Example
    symbol: SOC/2026-II/INF/3           # also that of concept-paper/environment-2026

Use instead
    symbol: SOC/2026-II/INF/4
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.record.curers import KEEPER
from cica_docs.register.works import Work, works
from cica_docs.rules.rule import RelatedPlace, Violation, violation
from cica_docs.values.symbol import parse_symbol

PROVISION = "house/symbol"
CURED_BY = KEEPER
MESSAGE = "the symbol {symbol} is that of {other}"
HELP = "give this document the next number of the series; one that changes the other has Rev., Corr. or Add."
RELATED = {"": "the other document bears it here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    first: dict[str, Work] = {}
    for name, work in sorted(works(corpus).items()):
        symbol = work.original.get("/symbol")
        if not isinstance(symbol, str) or parse_symbol(symbol) is None:
            continue
        earlier = first.setdefault(symbol, work)
        if earlier is not work:
            related = (RelatedPlace(earlier.original.at("/symbol"), ""),)
            yield violation(
                works(corpus)[name].original.at("/symbol"), related=related, symbol=symbol, other=earlier.name
            )
