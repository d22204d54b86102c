"""Find the characters that the fonts of the PDF lack; `templates/typst/glyphs.txt` lists those they have."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from cica_docs.snapshot.packaged import packaged

_FILE = "typst/glyphs.txt"
_BLANKS = "\t\n\r"
_JOINERS = "\u180e\u200c\u200d"
"""What shows nothing by itself; a file may hold them between letters of some scripts only."""


def find_unprintable(text: str) -> tuple[tuple[int, int], ...]:
    """Return the start and end of characters that no font has, or of a letter and marks that no font has together."""
    if text.isascii():
        return ()
    matches = ((match.span(), match) for match in _unprintable_pattern().finditer(text))
    return tuple(span for span, match in matches if match.lastgroup == "missing" or not _is_whole(match[0]))


@lru_cache(maxsize=4096)
def _is_whole(cluster: str) -> bool:
    """Whether a character and the marks upon it come from one font in every weight and slope."""
    selectors = _coverage()["selectors"]
    base, *marks = (character for character in cluster if character not in selectors and character not in _JOINERS)
    return not marks or all(_is_in_one(base, frozenset(marks), fonts) for fonts in _styles().values())


def _is_in_one(base: str, marks: frozenset[str], fonts: Iterable[frozenset[str]]) -> bool:
    """Whether the fonts, asked in their order, show a character with its marks.

    A font that has all is used. A font with only some of the marks would lose the rest, so it ends the search. If no
    font of a style has the character, typst uses a font of another style.
    """
    for font in fonts:
        held = marks & font
        if base in font and held == marks:
            return True
        if held:
            return False
    others = [font for every in _styles().values() for font in every if base in font]
    return bool(others) and all(font >= marks for font in others)


@cache
def _styles() -> Mapping[str, list[frozenset[str]]]:
    """Return, for each weight and slope, the characters of its fonts in the order of use."""
    styles: dict[str, list[frozenset[str]]] = {}
    for name, characters in _coverage().items():
        for style in name.split(", ")[1:]:
            styles.setdefault(style, []).append(characters)
    return styles


@cache
def _unprintable_pattern() -> re.Pattern[str]:
    """Match runs of characters that no font has, and characters with combining marks."""
    shown = _classes()["shown"] + re.escape(_BLANKS) + _JOINERS
    marks = _classes()["marks"] + _JOINERS
    return re.compile(f"(?P<missing>[^{shown}]+)|[^{marks}](?=[{marks}])[{marks}]+")


@cache
def _classes() -> Mapping[str, str]:
    """Return the character classes, for use in square brackets, by the name of their line."""
    lines = (line.partition(": ") for line in _lines())
    return {name: "".join(_class(first, last) for first, last in _ranges(written)) for name, _, written in lines}


@cache
def _coverage() -> Mapping[str, frozenset[str]]:
    """Yield the characters of each line of the file."""
    lines = (line.partition(": ") for line in _lines())
    return {
        name: frozenset(chr(code) for first, last in _ranges(written) for code in range(first, last + 1))
        for name, _, written in lines
    }


def _class(first: int, last: int) -> str:
    return re.escape(chr(first)) if first == last else f"{re.escape(chr(first))}-{re.escape(chr(last))}"


def _ranges(written: str) -> Iterator[tuple[int, int]]:
    for piece in written.split():
        first, _, last = piece.partition("-")
        yield int(first, 16), int(last or first, 16)


def _lines() -> list[str]:
    text = packaged("templates").read(_FILE).decode()
    return [line for line in text.splitlines() if not line.startswith("#")]
