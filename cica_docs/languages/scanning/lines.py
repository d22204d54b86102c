"""Fast path: compare line by line a translation that runs line for line with its source.

Most lines hold the same tokens by what the scan of both files shows. A line that does not, or in which the scan may not
show everything, is read word by word; only where that shows a difference need anything be parsed.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.languages.lexicon.numbers import CODED_NUMBER, MAY_BE_DATE, NumberReader, normalize_number
from cica_docs.languages.lexicon.token_diff import diff_tokens
from cica_docs.languages.lexicon.tokenizer import tokenizers
from cica_docs.languages.pairs import TranslationPair
from cica_docs.languages.scanning.line_shape import line_shape_of, quick_shape_of
from cica_docs.languages.scanning.prescan import Prescan, Word, Words, prescan, strip_emphasis
from cica_docs.text.inflection import normalize
from cica_docs.text.single_byte import ORDINARY, delete_except, translation_table_of

_NUMBER_OR_ID = re.compile(r"^[0-9]+(?:\.[0-9]+)*[.)]? |^(#+[ \t].*)\{#(?:[^{}]|\{(?!#))*+\}[ \t]*$")
_BRACKET = re.compile(r"\[(?!\^)")
_EMPHASIS = re.compile(r"[*_\\]+")
_EMPHASIZED = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])[^*]*(?<=[^\s*])\1(?![\w*])")
# Of a single-byte body: all with one letter for all; its digits and line ends alone; the number at the start of a line.
_PLAIN = translation_table_of({"".join(filter(str.isalpha, ORDINARY)): "a", "\u00a0\u202f": " "})
_ALL_BUT_DIGITS = delete_except("0123456789\n")
_LEADING_NUMBER = re.compile(rb"[0-9]+(?:\.[0-9]+)*[.)]? ")
_MAY_BE_DATE = re.compile(MAY_BE_DATE.pattern.encode())
_UNSURE = (b"|", b"_", b"\\", b"/", b"@", b"`", b"  ")
_PERCENT = b"%"
_NONE: frozenset[Word] = frozenset()


class Lines(NamedTuple):
    """The lines of a body, counted from 0, with the tokens that the scan shows."""

    texts: Sequence[str]
    shape: tuple[object, ...] | None
    """How all lines are built; None where each is to be looked at."""
    words: Words
    certain: Words
    """The words that ask for a counterpart."""
    figures: Mapping[int, tuple[tuple[str, str], ...]]
    """Kind and value of numbers and dates by line, less the number that the line begins with."""
    unsure: frozenset[int]
    """The lines that may hold more tokens than shown."""


def lines_of(corpus: Corpus, document: Document) -> Lines:
    """Return the lines of a document's body with its numbers and the words that its scan shows."""
    scan, texts, single_byte = prescan(corpus, document), document.text.split("\n"), document.single_byte
    if scan is None or single_byte is None:
        return Lines(texts, None, {}, {}, {}, frozenset(range(len(texts))))
    body = strip_emphasis(document)
    unsure = {line for sign in _UNSURE for line in _lines_with(sign, body, scan.starts)} | scan.unsure
    unsure.update(line for line, text in enumerate(texts) if "*" in text and "*" in _EMPHASIZED.sub("", text))
    numbers = tokenizers(corpus)[document.language].numbers
    figures = dict(_read_figures(texts, body, scan, numbers))
    return Lines(texts, quick_shape_of(single_byte), scan.words, scan.certain, figures, frozenset(unsure))


def _lines_with(sign: bytes, body: bytes, starts: Sequence[int]) -> Iterator[int]:
    at = body.find(sign)
    while at >= 0:
        line = bisect_right(starts, at) - 1
        yield line
        at = body.find(sign, starts[line + 1])


def _read_figures(
    texts: Sequence[str], body: bytes, scan: Prescan, numbers: NumberReader
) -> Iterator[tuple[int, tuple[tuple[str, str], ...]]]:
    """Yield numbers and dates by line; in a line with months and such digits mean something else than a number."""
    figurative = {*scan.figurative, *_lines_with(_PERCENT, body, scan.starts)}
    plain = b"\n" + body.translate(_PLAIN)
    offsets = dict.fromkeys(figurative, 0)
    for line, digits in enumerate(body.translate(None, _ALL_BUT_DIGITS).split(b"\n")):
        if digits:
            number = _LEADING_NUMBER.match(plain, scan.starts[line] + 1)
            if number is None:
                offsets[line] = 0
            elif line in figurative or len(digits) > len(number[0].translate(None, _ALL_BUT_DIGITS)):
                offsets[line] = len(number[0])
    for line, offset in offsets.items():
        start, end = scan.starts[line] + 1 + offset, scan.starts[line + 1]
        if line in figurative or _MAY_BE_DATE.search(plain, start, end):
            text = normalize(texts[line].replace("*", ""))[offset:]
            figures = [(token.kind, token.value) for token in numbers.read(text)[1]]
        else:
            figures = [
                ("number", normalize_number(number.decode())) for number in CODED_NUMBER.findall(plain, start, end)
            ]
        if figures:
            yield line, tuple(sorted(figures))


def differing_lines(pair: TranslationPair, source: Lines, translation: Lines) -> frozenset[int] | None:
    """Return the lines whose tokens differ from those of their counterparts; None if the lines are built otherwise."""
    if len(source.texts) != len(translation.texts):
        return None
    has_same_shape = source.shape is not None and source.shape == translation.shape
    if not has_same_shape and list(map(line_shape_of, source.texts)) != list(map(line_shape_of, translation.texts)):
        return None
    doubtful = {*source.unsure, *translation.unsure}
    for some, others in ((source, translation), (translation, source)):
        doubtful.update(line for line, words in some.certain.items() if not words <= others.words.get(line, _NONE))
    if source.figures != translation.figures:
        doubtful.update(line for line, _ in source.figures.items() ^ translation.figures.items())
    texts = (source.texts, translation.texts)
    # A body whose shape is known as a whole has no brackets.
    held = () if has_same_shape else (line for each in texts for line, text in enumerate(each) if _BRACKET.search(text))
    differing = (line for line in doubtful if not _lines_match(pair, (source.texts[line], translation.texts[line])))
    return frozenset((*differing, *held))


def _lines_match(pair: TranslationPair, lines: tuple[str, str]) -> bool:
    """Return whether two lines built alike have the same tokens, with and without their marks of emphasis."""
    # Between ` is code, which is reported and not read; between < and > an address, which is compared as a link.
    if any(sign in line for line in lines for sign in "`<"):
        return False
    cells = list(zip(*(_NUMBER_OR_ID.sub(r"\1", line).split("|") for line in lines), strict=False))
    texts = {*cells, *((_EMPHASIS.sub("", source), _EMPHASIS.sub("", translation)) for source, translation in cells)}
    differences = (diff_tokens(both, pair.tokens(both), pair.tokenizers) for both in texts if any(both))
    return not any(any(True for _ in different) for different in differences)
