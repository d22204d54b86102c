"""Two documents bear the same symbol.

## Why
A symbol is how a paper is found, cited and filed: it belongs to one document only. The
clearing house of clause 5.3 of the CICA decision rests on that. A revision, corrigendum or
addendum bears the symbol with `/Rev.1`, `/Corr.1` or `/Add.1`. A symbol under which a document was
on record is not free again when that record is corrected: it is printed, and cited. If it was another
document's own from the first and was recorded of this one by mistake, that document says so in an act.
With `--also REV` the symbols of another branch are taken as well.

## Example
    symbol: SOC/2026-II/INF/3           # also that of concept-paper/environment-2026

Use instead
    symbol: SOC/2026-II/INF/4
"""

from collections.abc import Iterator, Mapping

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.register.record.corrections import write_fact_correction
from cica_docs.register.record.curers import KEEPER
from cica_docs.register.record.gone import SYMBOL
from cica_docs.register.works import Work, works
from cica_docs.rules.rule import RelatedPlace, Violation, violation
from cica_docs.values.span import Place
from cica_docs.values.symbol import parse_symbol

PROVISION = "house/symbol"
CURED_BY = KEEPER
MESSAGE = {
    "": "the symbol {symbol} is that of {other}",
    "former": "the symbol {symbol} was on record as that of {other}",
    "branch": "the symbol {symbol} is that of {other} in {revision}",
}
HELP = {
    "": "give this document the next number of the series; one that changes the other has Rev., Corr. or Add.",
    "former": "give this document the next number of the series; if the symbol was its own from the first, add below "
    "all acts: {correction}",
    "branch": "give the document that is merged later the next number of the series",
}
RELATED = {"": "the other document bears it here", "former": "it was corrected here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    first: dict[str, Work] = {}
    former = _former_symbols(corpus)
    branches = _symbols_of_branches(corpus)
    for _, work in sorted(works(corpus).items()):
        symbol = work.original.get(f"/{SYMBOL}")
        if not isinstance(symbol, str) or parse_symbol(symbol) is None:
            continue
        place = work.original.at(f"/{SYMBOL}")
        earlier = first.setdefault(symbol, work)
        if earlier is not work:
            related = RelatedPlace(earlier.original.at(f"/{SYMBOL}"), "")
            yield violation(place, related=(related,), symbol=symbol, other=earlier.name)
        elif symbol in former and former[symbol][0] != work.name and not _says_so(work):
            other, corrected = former[symbol]
            yield violation(
                place,
                variant="former",
                related=(RelatedPlace(corrected, "former"),),
                symbol=symbol,
                other=other,
                correction=write_fact_correction(corpus, work, SYMBOL, is_added=True),
            )
        for revision, document in branches.get(symbol, {}).items():
            if document.work != work.name:
                yield violation(place, variant="branch", symbol=symbol, other=document.work, revision=revision)


def _former_symbols(corpus: Corpus) -> Mapping[str, tuple[str, Place]]:
    """Map symbols that were recorded wrongly to the work that had them and the place where that was corrected."""
    former: dict[str, tuple[str, Place]] = {}
    for work in works(corpus).values():
        for correction in work.original.record.corrections:
            symbol = correction.former_facts.get(SYMBOL)
            if isinstance(symbol, str) and symbol != work.original.get(f"/{SYMBOL}"):
                former.setdefault(symbol, (work.name, work.original.at(f"{correction.act.pointer}/was")))
    return former


def _says_so(work: Work) -> bool:
    """Whether an act of a work says that its symbol had been left out of the record."""
    facts = (correction.former_facts for correction in work.original.record.corrections)
    return any(SYMBOL in former and former[SYMBOL] is None for former in facts)


def _symbols_of_branches(corpus: Corpus) -> Mapping[str, Mapping[str, Document]]:
    """Map the symbols of works that other branches have and this register has not to those works, by revision."""
    taken: dict[str, dict[str, Document]] = {}
    for revision, documents in corpus.branches.items():
        for document in documents:
            registers = (corpus, corpus.before) if corpus.before else (corpus,)
            known = [register.document(document.work) for register in registers]
            symbol = document.get(f"/{SYMBOL}") if document.is_readable else None
            if isinstance(symbol, str) and symbol not in [work.get(f"/{SYMBOL}") for work in known if work]:
                taken.setdefault(symbol, {}).setdefault(revision, document)
    return taken
