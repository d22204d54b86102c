"""Documents that change others: revisions, corrigenda and addenda, by their symbols."""

from collections.abc import Mapping

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.lifecycle import lifecycles
from cica_docs.register.works import Work, works
from cica_docs.values.symbol import parse_symbol


def amending_symbols(corpus: Corpus, work: Work) -> tuple[str, ...]:
    """List the symbols of the documents that revise, correct or add to a work, once they are no drafts."""
    return _amending(corpus).get(str(work.original.get("/symbol") or ""), ())


@cached_query
def _amending(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    amending: dict[str, list[str]] = {}
    for name, work in works(corpus).items():
        symbol = parse_symbol(str(work.original.get("/symbol") or ""))
        if symbol and symbol.amended and not lifecycles(corpus)[name].is_draft:
            amending.setdefault(symbol.amended, []).append(str(symbol))
    return {amended: tuple(sorted(symbols)) for amended, symbols in amending.items()}
