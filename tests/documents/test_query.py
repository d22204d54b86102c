"""Cached queries: computed once for each corpus and each set of arguments, and never carried to another corpus."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date

import pytest

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.restricted.public_view import public_view
from small_register import small_register

HELD = """\
---
title: Held
providers: [JP]
---

Text.
"""


def _counting() -> tuple[Callable[..., int], list[tuple[object, ...]]]:
    calls: list[tuple[object, ...]] = []

    @cached_query
    def count(corpus: Corpus, *names: str, on: date | None = None) -> int:
        calls.append((len(corpus.documents), *names, on))
        return len(calls)

    return count, calls


def test_a_query_is_computed_once_for_each_set_of_arguments() -> None:
    count, calls = _counting()
    corpus, day = small_register(), date(2027, 3, 1)
    assert [count(corpus), count(corpus, "a"), count(corpus, "a", "b"), count(corpus, "a", on=day)] == [1, 2, 3, 4]
    assert [count(corpus), count(corpus, "a"), count(corpus, "a", "b"), count(corpus, "a", on=day)] == [1, 2, 3, 4]
    assert len(calls) == 4


def test_queries_of_one_name_are_not_confused() -> None:
    (first, _), (second, calls) = _counting(), _counting()
    corpus = small_register()
    assert first(corpus) == second(corpus) == 1
    assert len(calls) == 1


def test_what_a_query_fails_at_is_not_cached() -> None:
    failures = [KeyError("once")]

    @cached_query
    def fail_once(_corpus: Corpus) -> str:
        if failures:
            raise failures.pop()
        return "done"

    corpus = small_register()
    with pytest.raises(KeyError, match="once"):
        fail_once(corpus)
    assert fail_once(corpus) == "done"


def test_a_replaced_corpus_starts_with_an_empty_cache() -> None:
    count, _ = _counting()
    corpus = small_register()
    assert count(corpus) == 1
    other = replace(corpus, documents=corpus.documents[:1])
    assert other._cache == {}
    assert count(other) == 2
    assert [field.name for field in fields(corpus) if field.name == "_cache" and field.init] == []


def test_the_public_view_takes_nothing_from_the_cache_of_the_unredacted_corpus() -> None:
    corpus = small_register({"information-item/held/en.md": HELD})
    count, _ = _counting()
    count(corpus)
    view = public_view(corpus)
    assert view.unredacted is corpus
    assert view._cache == {}
    assert corpus._cache
