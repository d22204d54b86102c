"""Texts that are still to be written, and translations that nobody has begun."""

import re
from collections.abc import Iterator, Sequence

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.markdown.outline import NUMBER, read_outline
from cica_docs.documents.query import cached_query

_VARIABLE = re.compile(r"\{\{[^{}]*+\}\}")


def placeholders_in(text: str) -> tuple[str, ...]:
    """Return the placeholders in a text."""
    return tuple(placeholder for placeholder, _ in read_outline(text, 1).placeholders)


def is_to_be_written(text: str) -> bool:
    """Whether a text holds nothing but placeholders."""
    placeholders = placeholders_in(text)
    return bool(placeholders) and _letters(text) == sum(map(_letters, placeholders))


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


@cached_query
def unbegun_translations(corpus: Corpus) -> frozenset[str]:
    """Return the paths of translations with placeholders, and besides these no more than the skeleton of the kind."""
    return frozenset(
        document.path
        for document in corpus.documents
        if document.language != corpus.reference.original
        and document.is_parted
        and document.placeholders
        and not _is_begun(corpus, document)
    )


def _is_begun(corpus: Corpus, document: Document) -> bool:
    kind = corpus.kinds.kinds.get(document.kind)
    skeleton = kind.skeletons.get(document.language, "") if kind else ""
    given = [*_lines(skeleton)]
    plain = frozenset(line for line in given if not _VARIABLE.search(line))
    filled = [_VARIABLE.split(line) for line in given if line not in plain]
    return not all(
        line in plain or placeholders_in(line) or any(_fills(line, parts) for parts in filled)
        for line in _lines(document.text)
    )


def _lines(text: str) -> Iterator[str]:
    """Yield the lines with text, each without its number and without the id of a heading."""
    for line in map(_without_id, text.split("\n")):
        number = NUMBER.match(line)
        if written := line[number.end() :] if number else line:
            yield written


def _without_id(line: str) -> str:
    start = line.rfind("{#") if line.startswith("#") else -1
    return (line[:start] if start >= 0 else line).strip()


def _fills(line: str, parts: Sequence[str]) -> bool:
    """Whether a line is one of the skeleton with texts in place of its variables."""
    first, *rest = parts
    if not any(parts) or not line.startswith(first):
        return False
    at = len(first)
    for part in rest:
        at = line.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return not rest[-1] or line.endswith(rest[-1])
