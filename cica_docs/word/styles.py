"""Styles of a Word document: what a paragraph or run is by the style that it bears."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from cica_docs.word.package import Element, W

_MOST_STEPS = 20
_OFF = frozenset({"0", "false", "off", "none"})
_HEADING = "heading "
_TITLE = "title"
_ITEM = re.compile(r"list (?:bullet|number) ([2-5])")


class Style(NamedTuple):
    """A style, with what it takes from those that it is based on."""

    name: str
    """Its name in lower case: built-in ones have their English name in every language."""
    level: int = 0
    """The level of its headings; 0 for other text."""
    is_bold: bool = False
    is_italic: bool = False
    is_centred: bool = False
    is_hidden: bool = False
    list_id: str = ""
    list_level: int = 0
    depth: int = 0
    """How deep its items are below those of other styles; each such style has a list of its own."""


PLAIN = Style("")

_PROPOSED = "proposed"
"""The look of a proposal in our own print: its brackets say what its weight says."""


def is_on(properties: Element | None, name: str) -> bool | None:
    """Whether a property of a run is on; None if nothing is said."""
    element = None if properties is None else properties.find(f"{W}{name}")
    return None if element is None else str(element.get(f"{W}val", "1")).lower() not in _OFF


def value_of(element: Element | None, path: str) -> str:
    """Return the value of an element below another one; empty if there is none."""
    below = None if element is None else element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return "" if below is None else str(below.get(f"{W}val", ""))


def read_styles(root: Element | None) -> Mapping[str, Style]:
    """Read the styles by id."""
    if root is None:
        return {}
    entries = {str(entry.get(f"{W}styleId", "")): entry for entry in root.iter(f"{W}style")}
    return {id: _style(id, entries) for id in entries}


def _style(id: str, entries: Mapping[str, Element]) -> Style:
    """Follow a style to those that it is based on, as long as they are new: a file may have them in a circle."""
    name = value_of(entries[id], "name").strip().lower()
    level = _heading_level(name)
    style = Style(name, level, depth=_depth_of(name))
    seen: set[str] = set()
    while id in entries and id not in seen and len(seen) < _MOST_STEPS:
        seen.add(id)
        entry = entries[id]
        inherited = value_of(entry, "pPr/outlineLvl")
        runs, paragraph = entry.find(f"{W}rPr"), entry.find(f"{W}pPr")
        style = style._replace(
            level=style.level or (_outline_level(inherited) or _heading_level(value_of(entry, "name").strip().lower())),
            is_bold=style.is_bold or is_on(runs, "b") is True,
            is_italic=style.is_italic or is_on(runs, "i") is True,
            is_hidden=style.is_hidden or is_on(runs, "vanish") is True,
            is_centred=style.is_centred or value_of(paragraph, "jc") == "center",
            list_id=style.list_id or value_of(paragraph, "numPr/numId"),
            list_level=style.list_level or to_number(value_of(paragraph, "numPr/ilvl")),
        )
        id = value_of(entry, "basedOn")
    return style._replace(is_bold=False) if style.name == _PROPOSED else style


def _heading_level(name: str) -> int:
    if name == _TITLE:
        return 1
    return to_number(name.removeprefix(_HEADING)) if name.startswith(_HEADING) else 0


def _depth_of(name: str) -> int:
    """Return how deep items of Word's own styles are, `list bullet 2`; each style has a list of its own."""
    match = _ITEM.fullmatch(name)
    return int(match[1]) - 1 if match else 0


def _outline_level(value: str) -> int:
    number = to_number(value, -1)
    return number + 1 if 0 <= number < 9 else 0


def to_number(text: str, otherwise: int = 0) -> int:
    """Return a small number that a file states, or another one if it states none."""
    digits = text.strip()
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 6 else otherwise
