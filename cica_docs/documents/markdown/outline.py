"""What rules ask of a body, read line by line: headings, numbered paragraphs, placeholders, what each section holds.

Parsing Markdown whole costs twenty times as much. This reading is right for every body in which `may_hold_more` finds
nothing that a line cannot tell; the others are parsed, and a property test holds the two readings against each other.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, product, zip_longest

from ahocorasick_rs import BytesAhoCorasick, MatchKind

from cica_docs.values.span import Span

# No expression of the house takes more than in proportion to a text: a run is taken whole (`++`, `*+`) or begun once.
_HEADING = re.compile(r"\n(#{1,6})[ \t]++([^\n]*+)")
_HEADING_ID = re.compile(r"\{#([a-z0-9-]{1,80})\}")
_PART = re.compile(r"\n *\n(?=[^ \n])")
NUMBER = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,3}){1,3})[ \u00a0]+(?=\S)")
_PLACEHOLDER = re.compile(r"\[(?:TODO|ЗАПОЛНИТЬ|ТОЛТЫРУ)\b[^\]]*\]?|\bTBD\b|\bXXX\b|\blorem ipsum\b", re.IGNORECASE)
_PLACEHOLDER_WORDS = ("[todo", "[заполнить", "[толтыру", "tbd", "xxx", "lorem")
_PLACEHOLDER_SEARCH = BytesAhoCorasick(
    [
        "".join(spelling).encode()
        for word in ("tbd", "xxx", "lorem")
        for spelling in product(*((letter, letter.upper()) for letter in word))
    ],
    matchkind=MatchKind.LeftmostFirst,
)
_INTERRUPTS = re.compile(r" {0,3}(?:#{1,6}(?:[ \t]|$)|(?:[-*+]|1[.)]) +\S)")
_ITEM = r" *(?:[-*+]|[0-9]{1,9}[.)])"
# Signs that speak wherever they stand, and beginnings of lines that do; the latter begin with the line's end, which a
# search finds many times faster than a place between two lines.
_SIGNS = ("`", "|", "<", "\t", "~~~", ":::", "\\\n")
_BRACKETED = ("![", "](", "]{", "[^")
_SIGN_SEARCH = BytesAhoCorasick([one.encode() for one in (*_SIGNS, *_BRACKETED)], matchkind=MatchKind.LeftmostFirst)
_SIGN = re.compile("|".join(map(re.escape, (*_SIGNS, *_BRACKETED))))
_BEGINNING = re.compile(
    r"\n(?=[ >#*+\[_0-9-])(?![0-9]{1,3}\.[0-9])(?: {4}|>(?! ?[^\W\d_])| +>| {1,3}#|#(?!#{1,3}[ \t])|"
    rf"{_ITEM}(?: (?:[^\n#>]*+[#>]|(?:[^\n*_-]++|([*_-])(?! *\1 *\1))*+[*_-])| *\[[^\]\n]*\]:| *$| {{5}}|"
    r" +(?:[-*+]|[0-9]{1,9}[.)])(?: |$))|"
    r" {0,3}([-*_])(?: *\2){2,} *$| {0,3}\[[^\]\n]*\]:)",
    re.MULTILINE,
)
_EMPTY_HEADING = re.compile(r"\n#{1,6}[^\S\n]++(?:\{#[a-z0-9-]{1,80}\})?(?:[^\S\n]|#)*+$", re.MULTILINE)
# What reaches over empty lines, so that no part of the body can be judged without the rest.
_REACHING = re.compile(r"[`<\t]|~~~|^ {0,3}\[(?!\^)[^\]\n]*\]:", re.MULTILINE)
# A mark of a footnote, and a footnote of one line that begins with a letter and refers to no other.
_LABEL = r"\[\^((?:[^\]\[\s]|\[(?!\^))++)\]"
FOOTNOTE_MARK = re.compile(rf"{_LABEL}(?!:)")
_FOOTNOTE = re.compile(
    r"\[\^(?:(?<=\n\n\[\^)|(?<=\A\[\^))([^\]\s]++)\]: ([^\W\d_](?:[^\[\n]|\[(?!\^))*+)(?=\n\n|\n?\Z)"
)
_RULED_ROW = re.compile(r"\|(?: *:?-+:? *\|)+")
_BRACE = re.compile(r"\{(?!#[a-z0-9-]{1,80}\}[ \t]*$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it up to the next heading."""

    level: int
    id: str
    title: str
    span: Span
    text: str
    """The lines below, joined; empty where nothing stands there."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands below the heading itself."""
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class NumberedParagraph:
    """The number of a numbered paragraph, and where it stands."""

    number: str
    span: Span


@dataclass(frozen=True)
class Outline:
    """The sections of a body in order, its numbered paragraphs and what is left to fill in."""

    text: str
    first_line: int

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """Each heading with what stands below it up to the next."""
        return tuple(_sections(self.text, self.first_line))

    @cached_property
    def numbered(self) -> tuple[NumberedParagraph, ...]:
        """The numbered paragraphs."""
        return tuple(_numbered(self.text.split("\n"), self.first_line))

    @cached_property
    def placeholders(self) -> tuple[tuple[str, Span], ...]:
        """What is left to fill in."""
        return tuple(_placeholders(self.text, self.first_line))

    def section(self, id: str) -> Section | None:
        """The first section with an id."""
        return next((section for section in self.sections if section.id == id), None)

    def holds(self, section: Section) -> bool:
        """Whether text stands in a section or in those below it."""
        return section.span in self._filled

    @cached_property
    def _filled(self) -> frozenset[Span]:
        """The places of the sections in which, or below which, text stands."""
        filled: set[Span] = set()
        above: list[Section] = []
        for section in self.sections:
            above = [outer for outer in above if outer.level < section.level]
            above.append(section)
            if not section.is_empty:
                filled.update(outer.span for outer in above)
        return frozenset(filled)


def read_outline(text: str, first_line: int) -> Outline:
    """The outline of a body that begins on a line of its file."""
    return Outline(text, first_line)


def may_hold_placeholders(coded: bytes) -> bool:
    """Whether something may be left to fill in in a text, which has one byte a character."""
    return b"[" in coded or bool(_PLACEHOLDER_SEARCH.find_matches_as_indexes(coded))


def needs_parsing(text: str, coded: bytes | None = None) -> bool:
    """Whether a body may hold what a line alone cannot tell: then it must be parsed; soon seen if it is coded, too."""
    if coded is not None:
        holds_signs = bool(_SIGN_SEARCH.find_matches_as_indexes(coded))
    else:
        holds_signs = any(map(text.__contains__, (*_SIGNS, *_BRACKETED)))
    lines = f"\n{text}"
    return holds_signs or bool(
        text.endswith("\\") or _BEGINNING.search(lines) or _EMPTY_HEADING.search(lines) or _BRACE.search(text)
    )


def keep_unparsed_blocks(text: str) -> str:
    """A body with only those parts left in their places that may hold more; empty where none does.

    Parts begin after an empty line at the left margin, so that none of them is in a list or quotation of another; what
    the parser finds wrong in the doubtful ones is all that it finds wrong in the whole.
    """
    if not needs_parsing(_less_the_regular(text)):
        return ""
    if _REACHING.search(text):
        return text
    found = [match.span() for sought in (_SIGN, _BRACE) for match in sought.finditer(text)]
    for sought in (_BEGINNING, _EMPTY_HEADING):
        found += [(match.start(), match.end() - 1) for match in sought.finditer(f"\n{text}")]
    if text.endswith("\\"):
        found.append((len(text) - 1, len(text)))
    return _parts(text, found) if found else ""


def _less_the_regular(text: str) -> str:
    """A body without its tables and marks of footnotes, where all rows are even and every mark has its one footnote."""
    if "[^" in text and "\\" not in text:
        notes = [label for label, _ in _FOOTNOTE.findall(text)]
        marks = FOOTNOTE_MARK.findall(text)
        if len(marks) + len(notes) == text.count("[^") and len(set(notes)) == len(notes) and set(marks) == set(notes):
            text = FOOTNOTE_MARK.sub("x", _FOOTNOTE.sub(r"\2", text))
    if "|" in text:
        text = "\n\n".join("" if _is_even_table(part) else part for part in text.split("\n\n"))
    return text


def _is_even_table(part: str) -> bool:
    rows = part.strip("\n").split("\n")
    return (
        len(rows) > 1
        and all(row.startswith("|") and row.endswith("|") and "\\" not in row for row in rows)
        and len({row.count("|") for row in rows}) == 1
        and _RULED_ROW.fullmatch(rows[1]) is not None
    )


def keep_blocks_around(text: str, lines: Collection[int]) -> str | None:
    """A body with only those parts left in their places that hold some lines, counted from nought.

    There is none where parts cannot be told from one another, or where one is continued in another.
    """
    if _REACHING.search(text) or "[^" in text:
        return None
    ends = [-1, *(at for at, letter in enumerate(text) if letter == "\n")]
    # Where all between two lists were gone, they would become one.
    return _parts(text, [(ends[line] + 1, ends[line] + 2) for line in lines], instead="…")


def _parts(text: str, spans: Iterable[tuple[int, int]], *, instead: str = "") -> str:
    """A text with only those parts left that share a character with some spans, and as many lines for the others."""
    starts = [0, *(match.end() for match in _PART.finditer(text)), len(text) + 1]
    kept: set[int] = set()
    for first, end in spans:
        kept.update(range(bisect_right(starts, first) - 1, bisect_right(starts, max(first, end - 1))))
    parts = (text[start:end] for start, end in pairwise(starts))
    return "".join(part if at in kept else instead + "\n" * part.count("\n") for at, part in enumerate(parts))


def _sections(text: str, first_line: int) -> Iterator[Section]:
    headings = list(_HEADING.finditer(f"\n{text}")) if "#" in text else []
    line, counted = first_line, 0
    for heading, following in zip_longest(headings, headings[1:]):
        start, end = heading.start(), heading.end() - 1
        line += text.count("\n", counted, start)
        counted = start
        below = text[end + 1 : following.start() - 1 if following else None]
        title, id = _titled(heading[2])
        yield Section(len(heading[1]), id, title, Span(line, 1, line, end - start + 1), below)


def _titled(written: str) -> tuple[str, str]:
    """The title of a heading and the id that it ends in."""
    title = written.rstrip(" \t")
    start = title.rfind("{#")
    id = _HEADING_ID.fullmatch(title, start) if start >= 0 else None
    return (title[:start].rstrip(" \t"), id[1]) if id else (title, "")


def _numbered(lines: list[str], first_line: int) -> Iterator[NumberedParagraph]:
    opens = True
    for index, (line, after) in enumerate(zip_longest(lines, lines[1:], fillvalue="")):
        if opens and line[:1].isdecimal():
            # A number may stand on a line of its own, before the first line of its paragraph.
            text = line if _INTERRUPTS.match(after) else f"{line.rstrip()} {after.lstrip()}"
            if match := NUMBER.match(text):
                yield NumberedParagraph(match[1], Span(index + first_line, 1, index + first_line, len(match[1]) + 1))
        opens = not line.strip() or line.startswith("#")


def _placeholders(text: str, first_line: int) -> Iterator[tuple[str, Span]]:
    folded = text.lower()
    if not any(word in folded for word in _PLACEHOLDER_WORDS):
        return
    for index, line in enumerate(text.split("\n"), first_line):
        for match in _PLACEHOLDER.finditer(line):
            yield match.group(), Span(index, match.start() + 1, index, match.end() + 1)
