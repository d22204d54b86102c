"""Numbers of notes and symbols that were given: in the register, its acts, its history and branches that were named."""

import re
from collections.abc import Iterable, Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query

_NAME = re.compile(rb"(?<![\w/])[A-Z]{2,8}/[0-9A-Za-z./-]++")
_END = b"\n---"
_NUMBER = b"number:"


@cached_query
def used_names(corpus: Corpus) -> frozenset[str]:
    """Return what looks like a number or symbol in any original, today, in the history or in a branch."""
    return frozenset(name for text in _fronts(corpus) for name in _names(text))


@cached_query
def numbers_given(corpus: Corpus) -> frozenset[str]:
    """Return the numbers that letters bear, today, in the history or in a branch."""
    lines = (line for text in _fronts(corpus) for line in text.split(b"\n") if line.startswith(_NUMBER))
    return frozenset(line.removeprefix(_NUMBER).strip(b" \r\"'").decode(errors="replace") for line in lines)


def _fronts(corpus: Corpus) -> Iterator[bytes]:
    """Yield the front matter of all originals, of those that branches have otherwise, and of all former files."""
    for originals in ((corpus.unredacted or corpus).originals, *corpus.branches.values()):
        yield from (document.front_text.encode() for document in originals)
    yield from _former(corpus)


def _former(corpus: Corpus) -> Iterator[bytes]:
    """Yield the front matter of all files that the folders of the kinds have held."""
    for kind in corpus.kinds.every if corpus.past else ():
        for content in corpus.past.contents_below(kind) if corpus.past else ():
            yield content[: max(content.find(_END), 0)]


def _names(text: bytes) -> Iterable[str]:
    return (name.decode() for name in _NAME.findall(text))


def next_in_series(names: Iterable[str], stem: str) -> int:
    """Return the number after the highest one that a name has after a stem.

    >>> next_in_series(["AB/9", "AB/10", "AB/10/1", "CD/70"], "AB/")
    11
    """
    numbers = (name.removeprefix(stem) for name in names if name.startswith(stem))
    return max((int(number) for number in numbers if number.isascii() and number.isdecimal()), default=0) + 1
