"""Lists of a Word document: which paragraphs are items, and the numbers that Word shows before them."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from cica_docs.word.package import Element, W
from cica_docs.word.styles import Style, to_number, value_of

_MOST_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_BULLETS = frozenset({"bullet", "none", ""})


class Level(NamedTuple):
    """A level of a list: the form of its numbers and the text around them."""

    form: str = "bullet"
    text: str = ""
    start: int = 1


class ItemPlace(NamedTuple):
    """The place of an item in a list."""

    list_id: str
    level: int
    number: int | None
    """None for a bullet."""
    label: str
    """What Word shows before it: `1.10`, `(a)`; empty for a bullet."""
    is_continued: bool = False
    """Whether it shows nothing: a further paragraph of the item before it."""


class _List(NamedTuple):
    """A list: its levels, and those at which it begins to count again; lists of one pattern count together."""

    pattern: str
    levels: Mapping[int, Level]
    restarts: frozenset[int]


class Numbering:
    """Counts the items of all lists of a document in order."""

    def __init__(self, root: Element | None) -> None:
        self._lists: Mapping[str, _List] = {} if root is None else _read_lists(root)
        self._counts: dict[str, list[int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def place(self, list_id: str, level: int) -> ItemPlace | None:
        """Count an item and return its place; None if there is no such list."""
        if list_id in {"", "0"} or list_id not in self._lists:
            return None
        level = min(level, _MOST_LEVELS - 1)
        pattern, levels, restarts = self._lists[list_id]
        counts = self._counts.setdefault(pattern, [0] * _MOST_LEVELS)
        kind = levels.get(level, Level())
        if level in restarts and (list_id, level) not in self._begun:
            self._begun.add((list_id, level))
            counts[level] = 0
        counts[level] = counts[level] + 1 if counts[level] else kind.start
        counts[level + 1 :] = [0] * (_MOST_LEVELS - level - 1)
        if kind.form in _BULLETS:
            return ItemPlace(list_id, level, None, "", is_continued=not kind.text.strip())
        label = _PLACE.sub(lambda match: self._shown(levels, counts, int(match[1]) - 1), kind.text)
        return ItemPlace(list_id, level, counts[level], label.strip())

    def place_of_style(self, style: Style) -> ItemPlace | None:
        """Count an item of the list that a style names."""
        place = self.place(style.list_id, style.list_level)
        return place._replace(level=style.depth) if place is not None and style.depth else place

    @staticmethod
    def _shown(levels: Mapping[int, Level], counts: list[int], level: int) -> str:
        kind = levels.get(level, Level("decimal"))
        number = counts[level] or kind.start
        match kind.form:
            case "lowerLetter" | "upperLetter":
                letter = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 9)
                return letter.upper() if kind.form == "upperLetter" else letter
            case "lowerRoman" | "upperRoman":
                roman = _roman(number)
                return roman.upper() if kind.form == "upperRoman" else roman
        return str(number)


def _read_lists(root: Element) -> Mapping[str, _List]:
    patterns = {
        str(entry.get(f"{W}abstractNumId", "")): {
            to_number(str(level.get(f"{W}ilvl", ""))): _level(level) for level in entry.findall(f"{W}lvl")
        }
        for entry in root.findall(f"{W}abstractNum")
    }
    lists = {}
    for entry in root.findall(f"{W}num"):
        pattern = value_of(entry, "abstractNumId")
        levels, restarts = dict(patterns.get(pattern, {})), set[int]()
        for override in entry.findall(f"{W}lvlOverride"):
            at = to_number(str(override.get(f"{W}ilvl", "")))
            own = override.find(f"{W}lvl")
            levels[at] = _level(own) if own is not None else levels.get(at, Level())
            if start := value_of(override, "startOverride"):
                levels[at] = levels[at]._replace(start=to_number(start, 1))
                restarts.add(at)
        lists[str(entry.get(f"{W}numId", ""))] = _List(pattern, levels, frozenset(restarts))
    return lists


def _level(entry: Element) -> Level:
    form = value_of(entry, "numFmt") or "decimal"
    return Level(form, value_of(entry, "lvlText"), to_number(value_of(entry, "start"), 1))


def _roman(number: int) -> str:
    signs = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
    text = ""
    for value, sign in (*signs, (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        count, number = divmod(min(number, 3_999), value)
        text += sign * count
    return text
