"""Which lines of a translation do not count like those of its original, where the two run line for line.

Most translations run so, and most lines count alike at a glance. A line that does not, or that holds what a glance
cannot judge, is listened to word by word; only where that finds a difference need anything be parsed.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cica_docs.documents.document import Document
from cica_docs.languages.compare.line_shape import line_shape_of, quick_shape_of
from cica_docs.languages.compare.tokens import diff_tokens, tokens_of
from cica_docs.languages.lexicon.numbers import CODED_NUMBER, MAY_BE_DATE, NumberReader, normalize_number
from cica_docs.languages.lexicon.tokenizer import Tokenizer
from cica_docs.languages.scanning.prescan import Prescan, Word, Words, strip_emphasis
from cica_docs.text.inflection import normalize
from cica_docs.text.single_byte import ORDINARY, delete_except, translation_table_of

_BUILT = re.compile(r"^[0-9]+(?:\.[0-9]+)*[.)]? |^(#+[ \t].*)\{#(?:[^{}]|\{(?!#))*+\}[ \t]*$")
_EMPHASIS = re.compile(r"[*_\\]+")
_EMPHASIZED = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])[^*]*(?<=[^\s*])\1(?![\w*])")
# Of a coded body: all with one letter for all; its figures and ends of lines alone; the number that a line begins with.
_PLAIN = translation_table_of({"".join(filter(str.isalpha, ORDINARY)): "a", "\u00a0\u202f": " "})
_NO_FIGURES = delete_except("0123456789\n")
_NUMBER = re.compile(rb"[0-9]+(?:\.[0-9]+)*[.)]? ")
_MAY_BE_DATE = re.compile(MAY_BE_DATE.pattern.encode())
_UNSURE = (b"|", b"_", b"\\", b"/", b"@", b"`", b"  ")
_PERCENT = b"%"
_NONE: frozenset[Word] = frozenset()


@dataclass(frozen=True)
class Lines:
    """The lines of a body, counted from nought, as a glance sees them."""

    texts: Sequence[str]
    shape: tuple[object, ...] | None
    """How they are built; nothing where only they themselves tell."""
    words: Words
    """The words that count."""
    certain: Words
    """Those of them that ask for a counterpart."""
    figures: Mapping[int, tuple[tuple[str, str], ...]]
    """By line what is written in figures, less the number that it begins with, which belongs to how it is built."""
    unsure: frozenset[int]
    """The lines in which more may count."""


def lines_of(document: Document, seen: Prescan | None, figures: NumberReader) -> Lines:
    """The lines of a document's body, with what a glance at it showed and what is written there in figures."""
    texts, coded = document.text.split("\n"), document.coded
    if seen is None or coded is None:
        return Lines(texts, None, {}, {}, {}, frozenset(range(len(texts))))
    body = strip_emphasis(document)
    unsure = {line for sign in _UNSURE for line in _lines_with(sign, body, seen.starts)}
    unsure |= seen.unsure
    unsure.update(line for line, text in enumerate(texts) if "*" in text and "*" in _EMPHASIZED.sub("", text))
    written = dict(_figures(texts, body, seen, figures))
    return Lines(texts, quick_shape_of(coded), seen.words, seen.certain, written, frozenset(unsure))


def _lines_with(sign: bytes, body: bytes, starts: Sequence[int]) -> Iterator[int]:
    at = body.find(sign)
    while at >= 0:
        line = bisect_right(starts, at) - 1
        yield line
        at = body.find(sign, starts[line + 1])


def _figures(
    texts: Sequence[str], body: bytes, seen: Prescan, figures: NumberReader
) -> Iterator[tuple[int, tuple[tuple[str, str], ...]]]:
    """What is written in figures, by line; in a line with months and such they stand for something else."""
    figurative = {*seen.figurative, *_lines_with(_PERCENT, body, seen.starts)}
    plain = b"\n" + body.translate(_PLAIN)
    begins = dict.fromkeys(figurative, 0)
    for line, digits in enumerate(body.translate(None, _NO_FIGURES).split(b"\n")):
        if digits:
            number = _NUMBER.match(plain, seen.starts[line] + 1)
            if number is None:
                begins[line] = 0
            elif line in figurative or len(digits) > len(number[0].translate(None, _NO_FIGURES)):
                begins[line] = len(number[0])
    for line, begin in begins.items():
        start, end = seen.starts[line] + 1 + begin, seen.starts[line + 1]
        if line in figurative or _MAY_BE_DATE.search(plain, start, end):
            text = normalize(texts[line].replace("*", ""))[begin:]
            found = [(token.kind, token.value) for token in figures.heard(text)[1]]
        else:
            found = [("number", normalize_number(one.decode())) for one in CODED_NUMBER.findall(plain, start, end)]
        if found:
            yield line, tuple(sorted(found))


def differing_lines(one: Lines, other: Lines, listeners: tuple[Tokenizer, Tokenizer]) -> frozenset[int] | None:
    """The lines that do not count like their counterparts; nothing can be said where the two do not run alike."""
    if len(one.texts) != len(other.texts):
        return None
    runs_alike = one.shape is not None and one.shape == other.shape
    if not runs_alike and list(map(line_shape_of, one.texts)) != list(map(line_shape_of, other.texts)):
        return None
    doubtful = {*one.unsure, *other.unsure, *_lacking(one.certain, other.words), *_lacking(other.certain, one.words)}
    if one.figures != other.figures:
        doubtful.update(number for number, _ in one.figures.items() ^ other.figures.items())
    return frozenset(
        number for number in doubtful if not lines_match(one.texts[number], other.texts[number], listeners)
    )


def _lacking(certain: Words, words: Words) -> Iterator[int]:
    """The lines with words that have no counterpart."""
    return (number for number, wanted in certain.items() if not wanted <= words.get(number, _NONE))


def lines_match(one: str, other: str, listeners: tuple[Tokenizer, Tokenizer]) -> bool:
    """Whether two lines that are built alike count alike, word by word, whatever becomes of marks of emphasis."""
    if "`" in one or "`" in other:  # between these marks stands code, which is reported and not read
        return False
    cells = list(zip(*(_BUILT.sub(r"\1", line).split("|") for line in (one, other)), strict=False))
    pairs = {*cells, *((_EMPHASIS.sub("", left), _EMPHASIS.sub("", right)) for left, right in cells)}
    return not any(_differ(pair, listeners) for pair in pairs if any(pair))


def _differ(texts: tuple[str, str], listeners: tuple[Tokenizer, Tokenizer]) -> bool:
    heard = tokens_of(listeners[0], texts[0], ()), tokens_of(listeners[1], texts[1], ())
    return any(True for _ in diff_tokens(texts, heard, listeners))
