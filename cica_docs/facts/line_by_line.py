"""Which lines of a translation do not count like those of its original, where the two run line for line.

Most translations run so, and most lines count alike at a glance. A line that does not, or that holds what a glance
cannot judge, is listened to word by word; only where that finds a difference need anything be parsed.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import accumulate

from cica_docs.documents.document import Document
from cica_docs.facts.countable import Listener
from cica_docs.facts.counterpart import compared, heard_in
from cica_docs.facts.figure import MAY_BE_DATE, NUMBER, Figures, numeral
from cica_docs.facts.glance import Glance
from cica_docs.facts.naming import Meaning, folded
from cica_docs.values.ordinary import ORDINARY, everything_but, table

_BEGINNING = re.compile(
    r"(?:[\s>]|[-*+] |[0-9]+(?:\.[0-9]+)*[.)]? )*(?:(#{1,6})(?:[ \t].*?)?(\{#[^}]*\})?[ \t]*$|\[\^[^\]]+\]: |.)?"
)
_BUILT = re.compile(r"^[0-9]+(?:\.[0-9]+)*[.)]? |\{#[^}]*\}[ \t]*$")
_MARK = re.compile(r"\]\(([^)\s]*)|(\[\^)|(\[)|(\|)")
_RULED = re.compile(r"([ >]*)(\|?(?: *:?-+:? *\|)+(?: *:?-+:?)? *)")
_EMPHASIS = re.compile(r"[*_\\]+")

# Of a coded body: how its lines begin, with one letter and one digit for all, and what they are built of.
_START = re.compile(rb"\n((?:- (?![-*+>#0-9])|#{1,6} |[^\n])?)")
_STARTS = table({"".join(filter(str.isalpha, ORDINARY)): "a", "0123456789": "0", "«“": '"'})
_ORDINARY_START = b'a0- #"(\n'
_SPECIAL_STARTS = (b"-\n", b"#\n", b"\n \n")
# Bodies that hold any of these are built in a way that only whole lines tell.
_SPECIAL = (b"|", b"](", b"[^", b"\t")
_SIGNS = everything_but("\n0123456789#{[]|*_\\/@%")
_DIGITS, _UNSURE, _PERCENT, _STAR = b"0123456789", b"|_\\/@", b"%", b"*"
_ALL_BUT_DIGITS = everything_but("0123456789")
_NUMBERED = re.compile(rb"([0-9]+(?:\.[0-9]+)*)[.)]? ([-*+>#]?)")
_ID = re.compile(rb"\{#([^\n]*)")
_EMPHASIZED = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])[^*]*(?<=[^\s*])\1(?![\w*])")
_CAPITALS = "".join(one for one in ORDINARY if one.isalpha() and one not in "abcdefghijklmnopqrstuvwxyz")
_LOWER = "абвгдежзийклмнопрстуфхцчшщъыьэюяәіңғүұқөһ"
_SENTENCES = table(
    {_CAPITALS: "A", _LOWER: "a", "abcdefghijklmnopqrstuvwxyz": "a", ".;?!": ".", "\u00a0\u202f": " ", "ёЁ": "a"}
)
_NEXT_SENTENCE = b". A"

Words = Mapping[int, AbstractSet[tuple[str, str, int]]]
_NONE: AbstractSet[tuple[str, str, int]] = frozenset()


@dataclass(frozen=True)
class Lines:
    """The lines of a body, counted from nought, as a glance sees them."""

    texts: Sequence[str]
    shape: tuple[object, ...] | None
    """How they are built; nothing where only they themselves tell."""
    words: Words
    """By line the words that count: kind, what they stand for and, of words of duty, in which of its sentences."""
    certain: Words
    """Those of them that ask for a counterpart."""
    figures: Mapping[int, tuple[tuple[str, str], ...]]
    """By line what is written in figures, less the number that it begins with, which belongs to how it is built."""
    unsure: frozenset[int]
    """The lines in which more may count."""


def lines_of(document: Document, seen: Glance | None, figures: Figures) -> Lines:
    """The lines of a document's body, with what a glance at it showed and what is written there in figures."""
    texts, source = document.text.split("\n"), document.source.coded
    if seen is None or source is None:
        return Lines(texts, None, {}, {}, {}, frozenset(range(len(texts))))
    reader = _Reader(texts, source[len(source) - len(document.text) :], seen.body)
    reader.read_signs()
    reader.read_words(seen.words)
    reader.in_words.update(map(reader.line, seen.figurative))
    written = dict(reader.read_figures(figures))
    return Lines(texts, reader.shape(), reader.heard, reader.certain, written, frozenset(reader.unsure))


class _Reader:
    """Goes over a coded body, and over the same without its marks of emphasis."""

    def __init__(self, texts: Sequence[str], body: bytes, spoken: bytes) -> None:
        self.texts = texts
        self.body = body
        self.spoken = spoken
        self.starts = [0, *accumulate(len(line) + 1 for line in spoken.split(b"\n"))]
        """Offsets of lines in what is spoken."""
        self.signs = body.translate(None, _SIGNS)
        self.numbered: list[tuple[int, bytes]] = []
        self.is_special = False
        self.heard: dict[int, set[tuple[str, str, int]]] = {}
        self.certain: dict[int, set[tuple[str, str, int]]] = {}
        self.in_digits: dict[int, int] = {}
        """Lines that hold figures, and where these may begin."""
        self.in_words: set[int] = set()
        """Lines that hold months and such, which change what figures stand for."""
        self.unsure: set[int] = set()

    def line(self, at: int) -> int:
        """The line on which an offset is."""
        return bisect_right(self.starts, at) - 1

    def shape(self) -> tuple[object, ...] | None:
        """How the lines are built: how they begin, and where numbers, ids and brackets stand."""
        starts = b"\n%b\n" % b"\n".join(_START.findall(b"\n" + self.body)).translate(_STARTS)
        if self.is_special or starts.translate(None, _ORDINARY_START):
            return None
        if any(map(starts.__contains__, _SPECIAL_STARTS)) or any(map(self.body.__contains__, _SPECIAL)):
            return None
        signs = self.signs.translate(None, _DIGITS + _UNSURE + _PERCENT + _STAR)
        return (starts, signs, *self.numbered, *_ID.findall(self.body))

    def read_signs(self) -> None:
        """Take note of what each line is built of, and whether it holds figures."""
        for number, signs in enumerate(self.signs.split(b"\n")):
            if not signs:
                continue
            if not signs.isdigit():
                self._read_sign(number, signs)
                signs = signs.translate(None, _ALL_BUT_DIGITS)  # noqa: PLW2901 - the figures alone from here on
            figures = len(signs)
            if figures:
                begins = _NUMBERED.match(self.spoken, self.starts[number])
                if begins:
                    self.numbered.append((number, begins[0]))
                    self.is_special |= bool(begins[2])
                    figures -= len(begins[1].translate(None, b"."))
                if figures:
                    self.in_digits[number] = begins.end(1) - begins.start() if begins else 0
        at = self.spoken.find(b"  ")
        while at >= 0:
            self.unsure.add(self.line(at))
            at = self.spoken.find(b"  ", at + 2)

    def _read_sign(self, number: int, signs: bytes) -> None:
        if _PERCENT in signs:
            self.in_words.add(number)
        if signs.translate(None, _UNSURE) != signs or (
            _STAR in signs and "*" in _EMPHASIZED.sub("", self.texts[number])
        ):
            self.unsure.add(number)

    def read_figures(self, figures: Figures) -> Iterator[tuple[int, tuple[tuple[str, str], ...]]]:
        """What is written in figures, by line."""
        for number in self.in_digits.keys() | self.in_words:
            text = folded(self.texts[number].replace("*", ""))[self.in_digits.get(number, 0) :]
            if number in self.in_words or MAY_BE_DATE.search(text):
                found = [(token.kind, token.value) for token in figures.heard(text)[1]]
            else:
                found = [("number", numeral(one)) for one in NUMBER.findall(text)]
            if found:
                yield number, tuple(sorted(found))

    def read_words(self, words: Sequence[tuple[int, Meaning]]) -> None:
        """Take note of the words that count on each line."""
        sentences = b""
        for start, meaning in words:
            number = self.line(start)
            sentence = 0
            if meaning.kind == "force":
                sentences = sentences or self.spoken.translate(_SENTENCES)
                sentence = sentences.count(_NEXT_SENTENCE, self.starts[number], start + 1)
            word = (meaning.kind, meaning.value, sentence)
            self.heard.setdefault(number, set()).add(word)
            if meaning.is_certain:
                self.certain.setdefault(number, set()).add(word)


def unlike(one: Lines, other: Lines, listeners: tuple[Listener, Listener]) -> frozenset[int] | None:
    """The lines that do not count like their counterparts; nothing can be said where the two do not run alike."""
    if len(one.texts) != len(other.texts):
        return None
    runs_alike = one.shape is not None and one.shape == other.shape
    if not runs_alike and list(map(_shape, one.texts)) != list(map(_shape, other.texts)):
        return None
    doubtful = {*one.unsure, *other.unsure, *_lacking(one.certain, other.words), *_lacking(other.certain, one.words)}
    if one.figures != other.figures:
        doubtful.update(number for number, _ in one.figures.items() ^ other.figures.items())
    return frozenset(number for number in doubtful if not alike(one.texts[number], other.texts[number], listeners))


def _lacking(certain: Words, words: Words) -> Iterator[int]:
    """The lines with words that have no counterpart."""
    return (number for number, wanted in certain.items() if not wanted <= words.get(number, _NONE))


def _shape(line: str) -> tuple[object, ...]:
    """How a line begins and which signs it holds, in their order; words do not count."""
    if not line:
        return ()
    begins = _BEGINNING.match(line)
    start = begins[0] if begins else ""
    if begins and begins[1]:
        start = f"{start[: begins.end(1)]} {begins[2] or line.partition('{')[2]}"
    elif start[-1:].isalpha() or start[-1:] in "«“\"'":
        start = start[:-1]
    if ruled := _RULED.fullmatch(line):
        return (ruled[1], ruled[2].strip(" |").count("|"))
    if "|" in line:
        start = f"{start}{line.rstrip()[-1:] == '|'}"
    return (start, *_MARK.findall(line)) if "[" in line or "|" in line else (start,)


def alike(one: str, other: str, listeners: tuple[Listener, Listener]) -> bool:
    """Whether two lines that are built alike count alike, word by word, whatever becomes of marks of emphasis."""
    cells = list(zip(*(_BUILT.sub("", line).split("|") for line in (one, other)), strict=False))
    pairs = {*cells, *((_EMPHASIS.sub("", left), _EMPHASIS.sub("", right)) for left, right in cells)}
    return not any(_differ(pair, listeners) for pair in pairs if any(pair))


def _differ(texts: tuple[str, str], listeners: tuple[Listener, Listener]) -> bool:
    heard = heard_in(listeners[0], texts[0], ()), heard_in(listeners[1], texts[1], ())
    return any(True for _ in compared(texts, heard, listeners))
