"""Facts are worked out once for a corpus."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from cica_docs.documents.corpus import Corpus

Answer = TypeVar("Answer")


def cached_query(function: Callable[[Corpus], Answer]) -> Callable[[Corpus], Answer]:
    """A function of the corpus that is computed at the first question and kept with the corpus."""
    name = f"{function.__module__}.{function.__name__}"

    @wraps(function)
    def kept(corpus: Corpus) -> Answer:
        if name not in corpus.facts:
            corpus.facts[name] = function(corpus)
        return cast("Answer", corpus.facts[name])

    return kept
