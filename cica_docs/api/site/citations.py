"""What a work cites and what cites it: by its fields, and by symbols and clauses named in its text."""

import re
from collections.abc import Iterator, Mapping

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.references import references
from cica_docs.register.works import Work, works

Cited = tuple[str, str]
"""A category, `work`, `measure`, `meeting` or `clause`, and the name of what is cited."""

_CATEGORIES = frozenset({"measure", "meeting"})
_SYMBOL = re.compile(r"[A-Z]{2,10}/[0-9A-Z][0-9A-Z/-]{1,30}+")


@cached_query
def _citations(corpus: Corpus) -> Mapping[str, tuple[Cited, ...]]:
    """Map each work to what it cites, in the order in which it is first cited."""
    by_work: dict[str, dict[Cited, None]] = {}
    for reference in references(corpus):
        work = getattr(reference.file, "work", "")
        if work in works(corpus) and (cited := _cited(corpus, reference.category, reference.name)):
            by_work.setdefault(work, {})[cited] = None
    for name, work_of_text in works(corpus).items():
        for cited in _cited_in_text(corpus, work_of_text):
            by_work.setdefault(name, {})[cited] = None
    return {name: tuple(cited for cited in listed if cited != ("work", name)) for name, listed in by_work.items()}


def _cited(corpus: Corpus, category: str, name: str) -> Cited | None:
    if category in _CATEGORIES:
        return (category, name) if name in corpus.reference.all(category) else None
    whole = name if category == "work" else f"{category}/{name}"
    return ("work", whole) if whole in works(corpus) else None


@cached_query
def _works_by_symbol(corpus: Corpus) -> Mapping[str, str]:
    """Map symbols to the work that bears them; a symbol that several bear leads nowhere."""
    bearers: dict[str, set[str]] = {}
    for name, work in works(corpus).items():
        for pointer in ("/symbol", "/number"):
            if isinstance(symbol := work.original.get(pointer), str):
                bearers.setdefault(symbol, set()).add(name)
    return {symbol: names.pop() for symbol, names in bearers.items() if len(names) == 1}


def _cited_in_text(corpus: Corpus, work: Work) -> Iterator[Cited]:
    for symbol in _SYMBOL.findall(work.original.text):
        if name := _works_by_symbol(corpus).get(symbol.rstrip("/-")):
            yield "work", name


def cites(corpus: Corpus, work: Work) -> tuple[Cited, ...]:
    """Return what a work cites."""
    return _citations(corpus).get(work.name, ())


@cached_query
def _citing(corpus: Corpus) -> Mapping[Cited, tuple[str, ...]]:
    citing: dict[Cited, list[str]] = {}
    for name, listed in _citations(corpus).items():
        for cited in listed:
            citing.setdefault(cited, []).append(name)
    return {cited: tuple(sorted(names)) for cited, names in citing.items()}


def cited_by(corpus: Corpus, work: Work) -> tuple[Cited, ...]:
    """Return the works that cite a work."""
    return tuple(("work", name) for name in works_citing(corpus, ("work", work.name)))


def works_citing(corpus: Corpus, cited: Cited) -> tuple[str, ...]:
    """Return the names of the works that cite something."""
    return _citing(corpus).get(cited, ())
