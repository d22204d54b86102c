"""A symbol names a body or a series that the register does not know.

## Why
Symbols are made of the body, year and session, series and number: `SOC/2022-II/INF/2/Rev.1`. The
settings of the register list the bodies and series that are in use; another one is most often a
slip of the pen. Text that does not have the form of a symbol is reported by other rules.

## Example
    symbol: SOC/2026-II/IMF/3

Use instead
    symbol: SOC/2026-II/INF/3
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import events_of
from cica_docs.register.record.curers import KEEPER
from cica_docs.register.works import Work, works
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.span import Place
from cica_docs.values.symbol import parse_symbol

PROVISION = "house/symbol"
CURED_BY = KEEPER
MESSAGE = {
    "body": "{symbol}: no body with the symbol {part} is known; known are {known}",
    "series": "{symbol}: no series {part} is known; known are {known}",
}
HELP = "correct the symbol, or add {part} to the symbols in reference/settings.yaml"


def check(corpus: Corpus) -> Iterator[Violation]:
    entry = corpus.reference.settings.get("symbols")
    known_symbols = entry if isinstance(entry, dict) else {}
    for work in works(corpus).values():
        for text, place in _symbols_of(work):
            symbol = parse_symbol(text)
            if symbol is None:
                continue
            for variant, part, names in (
                ("body", symbol.body, known_symbols.get("bodies")),
                ("series", symbol.series, known_symbols.get("series")),
            ):
                if isinstance(names, list) and part not in names:
                    yield violation(place, variant=variant, symbol=text, part=part, known=names)


def _symbols_of(work: Work) -> Iterator[tuple[str, Place]]:
    """Yield the symbol of a work, and those of its acts."""
    yield str(work.original.get("/symbol") or ""), work.original.at("/symbol")
    for act in events_of(work.original):
        yield str(act.data.get("ref") or ""), work.original.at(f"{act.pointer}/ref")
