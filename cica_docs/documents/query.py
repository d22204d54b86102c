"""Queries: functions of a corpus whose results are kept with it."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from cica_docs.documents.corpus import Corpus

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")


def cached_query(
    function: Callable[Concatenate[Corpus, Arguments], Answer],
) -> Callable[Concatenate[Corpus, Arguments], Answer]:
    """Compute a function once for each corpus and each set of further arguments, which are hashable."""

    @wraps(function)
    def query(corpus: Corpus, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> Answer:
        cache = corpus._cache
        key = (function, args, *kwargs.items()) if kwargs else (function, args)
        if key not in cache:
            cache[key] = function(corpus, *args, **kwargs)
        answer: Answer = cache[key]
        return answer

    return query
