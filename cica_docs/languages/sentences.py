"""Sentences of a body in the author's own words: quotations, headings and what is left to fill in are passed over."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from cica_docs.documents.document import Document
from cica_docs.values.span import Place, Span

_PASSED_OVER = re.compile(
    r"^ {0,3}(?:#|>).*$|"
    r"“[^“”\n]*(?:“[^“”\n]*”[^“”\n]*)*”|«[^«»\n]*(?:«[^«»\n]*»[^«»\n]*)*»|„[^„“”\n]*[“”]|\"[^\"\n]*\"|"
    r"\[(?:TODO|ЗАПОЛНИТЬ|ТОЛТЫРУ)[^\[\]\n]*(?:\[[^\[\]\n]*\][^\[\]\n]*)*\]|[*_]{1,3}(?=\w)|(?<=\w)[*_]{1,3}",
    re.MULTILINE,
)
_MARK = re.compile(r"^[ \t]*(?:[-*+] |[0-9]{1,9}[.)] |\[\^[^\]\n]*\]: |[0-9]+(?:\.[0-9]+)+[ \u00a0])", re.MULTILINE)
_WRAPPED = re.compile(r"(?<=\S)\n(?=[^\s\-*+>#|\[0-9])")
_SENTENCE = re.compile(r"[^\s|.!?;](?:[^.!?;\n|]|[.](?=\S))*")


@dataclass(frozen=True)
class Sentence:
    """A sentence; quotations and emphasis in it are blank, so that places stay as they are in the file."""

    document: Document
    text: str
    start: int

    def place(self, start: int, end: int) -> Place:
        """Where some characters of it stand."""
        first, last = self._at(self.start + start), self._at(self.start + end)
        return self.document.place(Span(*first, *last))

    def _at(self, offset: int) -> tuple[int, int]:
        starts = self.document.source.line_starts
        at = len(self.document.source.text) - len(self.document.text) + offset
        line = bisect_right(starts, at)
        return line, at - starts[line - 1] + 1


def sentences_of(document: Document) -> Iterator[Sentence]:
    """The sentences of a body; a cell of a table and an item of a list end where they end."""
    text = _MARK.sub(_blank, _PASSED_OVER.sub(_blank, document.text))
    for match in _SENTENCE.finditer(_WRAPPED.sub(" ", text)):
        yield Sentence(document, match.group().rstrip(), match.start())


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
