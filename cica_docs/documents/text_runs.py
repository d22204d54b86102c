"""Text runs: each part of a file that is text in a language."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from cica_docs.documents.document import Document, RegisterFile
from cica_docs.documents.source import Source
from cica_docs.values.language import Language
from cica_docs.values.span import Span

BODY = ""
_NAMES = frozenset(Language)
_ESCAPE = re.compile(r"\\(?:x..|u.{4}|U.{8}|.)", re.DOTALL)


class TextRun(NamedTuple):
    """A body, or a value of front matter or data that is text; escapes of YAML are blanked out."""

    text: str
    start: int
    """The offset of its first character in the file."""
    language: Language
    pointer: str
    """The pointer of the value; empty for the body."""

    @property
    def is_body(self) -> bool:
        """Whether it is the body."""
        return self.pointer == BODY


def text_runs_of(file: RegisterFile) -> Iterator[TextRun]:
    """Yield the text runs of a readable file, the body last."""
    yield from value_runs_of(file)
    if isinstance(file, Document):
        yield from body_run_of(file)


def value_runs_of(file: RegisterFile) -> Iterator[TextRun]:
    """Yield the text values of front matter or data of a readable file."""
    if file.problems:
        return
    for pointer in file.front.pointers:
        language = _language(file, pointer)
        if language and isinstance(file.front.get(pointer), str):
            yield _scalar(file.source, pointer, file.front.value_at(pointer), language)


def body_run_of(document: Document) -> Iterator[TextRun]:
    """Yield the body of a readable document, unless it is empty."""
    if not document.problems and document.text:
        start = len(document.source.text) - len(document.text)
        yield TextRun(document.text, start, document.language, BODY)


def _language(file: RegisterFile, pointer: str) -> Language | None:
    """Return the language of a value: of a title that of the document, else that of a key above it."""
    if pointer == "/title" and isinstance(file, Document):
        return file.language
    steps = pointer.split("/")
    name = steps[-2] if steps[-1].isdecimal() and len(steps) > 1 else steps[-1]
    return Language(name) if name in _NAMES else None


def _scalar(source: Source, pointer: str, span: Span, language: Language) -> TextRun:
    starts = source.line_starts
    start, end = starts[span.line - 1] + span.column - 1, starts[span.end_line - 1] + span.end_column - 1
    content = source.text[start:end]
    quote = content[:1]
    if quote in {'"', "'"} and len(content) > 1 and content.endswith(quote):
        start, content = start + 1, content[1:-1]
        if quote == '"':
            content = _ESCAPE.sub(lambda escape: " " * len(escape.group()), content)
    return TextRun(content, start, language, pointer)


def span_between(starts: list[int], start: int, end: int) -> Span:
    """Return the span between two offsets of a text."""
    line, last = bisect_right(starts, start), bisect_right(starts, end)
    return Span(line, start - starts[line - 1] + 1, last, end - starts[last - 1] + 1)
