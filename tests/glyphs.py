"""Asks typst which characters the fonts of our templates show; `make glyphs` writes down what it answers.

A character may be in a font and still be lost: typst 0.15 drops a letter without a word where a font has the mark that
stands over it and not the letter itself, and draws an empty circle for some marks. So a mark and its letter are taken
from one font or not at all, and what draws nothing but the circle counts as not shown.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from unicodedata import category

import typst

from cica_docs.documents.source import REFUSED
from cica_docs.text.escape import is_unsafe
from cica_docs.values.packaged import packaged_folder

FOLDER = Path(__file__).parents[1] / "templates" / "typst"
STYLES = tuple((weight, style) for weight in (400, 600, 700) for style in ("normal", "italic"))
"""Every weight and slope that the templates set."""
_A_PAGE = 4000
_MISSING = re.compile(r'the text `"(.*)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_PROBE = """
#import "letters.typ": faces
#metadata(faces) <faces>
#let asked = json(bytes(sys.inputs.asked))
#set document(title: "Probe")
#set page(width: 4cm, height: auto, margin: 0pt)
#set text(font: if asked.face == none { faces } else { faces.at(asked.face) }, fallback: asked.face == none)
#set text(weight: asked.weight, style: asked.style)
#for text in asked.texts { par(text) }
"""


def missing(texts: Sequence[str], weight: int = 400, style: str = "normal", face: int | None = None) -> set[str]:
    """What typst says it cannot show of some texts, with all fonts of the templates or with one of them alone."""
    undrawn: set[str] = set()
    for start in range(0, len(texts), _A_PAGE):
        try:
            _compiler(texts[start : start + _A_PAGE], weight, style, face).compile(format="pdf", pdf_standards=["a-2a"])
        except typst.TypstError as error:
            for line in error.diagnostic.splitlines():
                said = _MISSING.search(line)
                if said:
                    undrawn.add(_unescaped(said[1]))
                elif line.startswith("error"):
                    raise
    return undrawn


def drawing(text: str, face: int | None = None) -> str:
    """The picture that typst makes of a text, the text itself left out of it."""
    made = _compiler([text], 400, "normal", face).compile(format="svg")
    assert isinstance(made, bytes)
    return made.decode()


def _compiler(texts: Sequence[str], weight: int, style: str, face: int | None) -> typst.Compiler:
    asked = {"texts": list(texts), "weight": weight, "style": style, "face": face}
    return typst.Compiler(
        _PROBE.encode(),
        root=FOLDER,
        ignore_system_fonts=True,
        font_paths=[packaged_folder("fonts")],
        sys_inputs={"asked": json.dumps(asked)},
    )


def _unescaped(said: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), said).replace('\\"', '"').replace("\\\\", "\\")


@cache
def faces() -> tuple[str, ...]:
    """The names of the fonts in the order in which the templates ask for them."""
    return tuple(json.loads(_compiler([], 400, "normal", None).query("<faces>", field="value", one=True)))


def candidates() -> list[str]:
    """Every character that a file may hold and that is not written out as its number."""
    characters = map(chr, range(0x20, 0x110000))
    return [character for character in characters if not REFUSED.match(character) and not is_unsafe(character)]


def is_mark(character: str) -> bool:
    """Whether a character joins the one before it."""
    return category(character).startswith("M")


def in_every_style(characters: Sequence[str]) -> set[str]:
    """Those of the characters that are shown in each weight and slope."""
    left = set(characters)
    for weight, style in STYLES:
        left -= missing(sorted(left), weight, style)
    return left


def only_circled(marks: Iterable[str], face: int) -> set[str]:
    """Those of the marks that one font takes and draws nothing for, or the circle that stands for a missing letter."""
    nothing = {drawing("\u25cc", face), drawing("\u180b", face)}
    return {mark for mark in marks if drawing(mark, face) in nothing}


def coverage() -> Iterator[tuple[str, set[str]]]:
    """The lines of the file: what is shown alone, what draws nothing, what joins, and what each font has.

    A font that has the same in several weights and slopes has one line for them.
    """
    shown = in_every_style(candidates())
    marks = {character for character in shown if is_mark(character)}
    selectors = {mark for mark in marks if all(drawing(f"{base}{mark}") == drawing(base) for base in ("a", "\u21ee"))}
    asked = sorted(shown - selectors)
    lines: list[tuple[str, set[str]]] = []
    for at, name in enumerate(faces()):
        cuts: dict[frozenset[str], list[str]] = {}
        for weight, style in STYLES:
            cuts.setdefault(frozenset(asked) - missing(asked, weight, style, at), []).append(f"{weight} {style}")
        circled = only_circled(marks & frozenset[str]().union(*cuts), at)
        lines += [(f"{name}, {', '.join(styles)}", set(characters - circled)) for characters, styles in cuts.items()]
    undrawn = marks - selectors - set[str]().union(*(characters for _, characters in lines))
    yield "shown", shown - undrawn
    yield "selectors", selectors
    yield "marks", marks - undrawn
    yield from lines


def ranges(characters: Iterable[str]) -> str:
    """Characters by their numbers: `20-7E A0`."""
    lines: list[list[int]] = []
    for code in sorted(map(ord, characters)):
        if lines and lines[-1][1] == code - 1:
            lines[-1][1] = code
        else:
            lines.append([code, code])
    return " ".join(f"{first:X}" if first == last else f"{first:X}-{last:X}" for first, last in lines)


HEAD = """\
# Which characters the fonts of letters.typ show: written by `make glyphs`, which asks typst itself.
# shown: printed by themselves in every weight and slope; selectors: those that print nothing; marks: those that join
# the character before them, which is then to be in the same font: one of those below, in this order.
"""


def main() -> None:
    """Print the file."""
    sys.stdout.write(HEAD)
    for name, characters in coverage():
        sys.stdout.write(f"{name}: {ranges(characters)}\n")


if __name__ == "__main__":
    main()
