"""The fewest works from which a statement about a register follows: the others are left out one group after another."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from cica_docs.documents.corpus import Corpus
from cica_docs.register.references import references

_MOST_TRIALS = 120
"""Trials after which the works that are left are taken as they are; each reads a part of the register."""


def keep_works(corpus: Corpus, names: Iterable[str]) -> Corpus:
    """Return the corpus with these works alone; data and decision stay."""
    chosen = frozenset(names)
    return replace(corpus, documents=tuple(document for document in corpus.documents if document.work in chosen))


def neighbours_of(corpus: Corpus, names: Iterable[str]) -> tuple[str, ...]:
    """Return some works, and those that name them or that they name."""
    chosen = dict.fromkeys(names)
    near = dict(chosen)
    for reference in references(corpus):
        work = getattr(reference.file, "work", "")
        for named in _named_works(corpus, reference.category, reference.name):
            if work in chosen:
                near[named] = None
            elif work and named in chosen:
                near[work] = None
    return tuple(near)


def similar_works(corpus: Corpus, name: str) -> tuple[str, ...]:
    """Return a work, and those of its kind that name a priority area or dimension which it names."""
    areas: dict[str, dict[str, None]] = {}
    for reference in references(corpus):
        if "area" in reference.category.split("-or-"):
            areas.setdefault(getattr(reference.file, "work", ""), {})[reference.name] = None
    own, kind = areas.get(name, {}), name.partition("/")[0]
    similar = [work for work in areas if work.startswith(f"{kind}/") and not own.keys().isdisjoint(areas[work])]
    return tuple(dict.fromkeys((name, *similar)))


def _named_works(corpus: Corpus, category: str, name: str) -> tuple[str, ...]:
    candidates = (name, *(f"{kind}/{name}" for kind in category.split("-or-")))
    return tuple(candidate for candidate in candidates if "/" in candidate and corpus.document(candidate) is not None)


def sufficient_works(
    corpus: Corpus, nearer: Sequence[Sequence[str]], follows: Callable[[Corpus], bool]
) -> tuple[str, ...]:
    """Return the fewest works found with which a statement follows, or all; `nearer` are tried first, in order."""
    all_works = tuple(dict.fromkeys(document.work for document in corpus.documents))
    left = next((tuple(names) for names in nearer if follows(keep_works(corpus, names))), all_works)
    trials, size = 0, len(left)
    while left and size and trials < _MOST_TRIALS:
        size = max(size // 2, 1) if size > 1 else 0
        start = 0
        while size and start < len(left) and trials < _MOST_TRIALS:
            fewer = left[:start] + left[start + size :]
            trials += 1
            if follows(keep_works(corpus, fewer)):
                left = fewer
            else:
                start += size
    return left
