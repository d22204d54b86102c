"""What the PDF's fonts cannot show is known without typst, and typst agrees."""

import re
import unicodedata
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import glyphs
from cica_docs.documents.glyphs import find_unprintable
from cica_docs.documents.source import decode
from cica_docs.text.escape import is_unsafe
from cica_docs.text.single_byte import ORDINARY
from nightly import examples

FILE = glyphs.FOLDER / "glyphs.txt"
LOCALES = Path(__file__).parents[2] / "templates" / "locales"
EMPTY_CIRCLES = {"\u302e", "\u302f", "\u180f", "\u07eb"}
"""Marks that typst takes without a word and draws an empty circle or nothing for."""


def written() -> dict[str, set[int]]:
    """The lines of the file."""
    codes_by_name = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, _, ranges = line.partition(": ")
            ends = (range_text.partition("-") for range_text in ranges.split())
            codes_by_name[name] = {
                code for first, _, last in ends for code in range(int(first, 16), int(last or first, 16) + 1)
            }
    return codes_by_name


def is_accepted(character: str) -> bool:
    """Whether a file may hold a character, and it is printed as it is."""
    return not decode(f"a{character}".encode()).problems and not is_unsafe(character)


def boundaries() -> list[str]:
    """The characters on both sides of every boundary, and some of every block of the first plane."""
    shown = written()["shown"]
    edges = {code + step for code in shown for step in (-1, 0, 1) if not {code - 1, code + 1} <= shown}
    return [chr(code) for code in sorted(edges | set(range(0x20, 0xD800, 16)) | set(range(0xF900, 0xFFF0, 16)))]


def without_circles(characters: set[str], known: set[str]) -> set[str]:
    """The characters without unknown marks for which only a circle is drawn, or nothing."""
    marks = {character for character in characters - known if glyphs.is_mark(character)}
    return characters - {mark for mark in marks if glyphs.drawing(mark) in circles()}


@cache
def circles() -> frozenset[str]:
    faces = range(len(glyphs.faces()))
    return frozenset({glyphs.drawing("\u180b"), *(glyphs.drawing("\u25cc", face) for face in faces)})


def test_typst_shows_what_the_file_says_and_nothing_else() -> None:
    asked = [boundary for boundary in boundaries() if is_accepted(boundary)]
    assert len(asked) > 3000
    silent = {character for character in asked if not find_unprintable(character)}
    assert silent == without_circles(glyphs.in_every_style(asked), silent)


@pytest.mark.slow
def test_the_file_is_what_typst_answers() -> None:
    assert [f"{name}: {glyphs.ranges(covered)}" for name, covered in glyphs.coverage()] == [
        line for line in FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")
    ]


@pytest.mark.parametrize("mark", sorted(EMPTY_CIRCLES))
def test_a_mark_for_which_only_a_circle_is_drawn_is_not_shown(mark: str) -> None:
    assert find_unprintable(mark)
    assert glyphs.drawing(mark) in circles()


ANY = st.sampled_from(glyphs.candidates())
KNOWN = st.sampled_from(sorted(map(chr, written()["shown"])))
MARKS = st.sampled_from(sorted(map(chr, written()["marks"])))
TEXTS = st.text(st.one_of(KNOWN, KNOWN, KNOWN, MARKS, ANY), min_size=1, max_size=12).map(
    lambda text: unicodedata.normalize("NFC", text)
)


@settings(max_examples=min(examples(15), 500))
@given(st.lists(TEXTS, min_size=20, max_size=60), st.sampled_from(glyphs.STYLES))
def test_a_text_is_silently_accepted_if_and_only_if_typst_takes_it(texts: list[str], style: tuple[int, str]) -> None:
    clean = [text for text in texts if not find_unprintable(text)]
    assert glyphs.missing(clean, *style) == set()
    missing = {text[first:last] for text in texts for first, last in find_unprintable(text)}
    lacking = {character for piece in missing for character in piece if find_unprintable(character)}
    lacking = without_circles(lacking, set())
    assert glyphs.missing(sorted(lacking)) == lacking


COMBINING = sorted(map(chr, written()["marks"] - written()["selectors"]))
LETTERS = "aеҚאبक⇮ᎾაαաⱨⅢ1ກ"
PAIRS = st.tuples(st.sampled_from(LETTERS), st.sampled_from(COMBINING)).map("".join)


@settings(max_examples=min(examples(40), 1000))
@given(PAIRS.filter(lambda pair: not decode(pair.encode()).problems and not find_unprintable(pair)))
def test_a_letter_and_its_mark_are_both_drawn(pair: str) -> None:
    # typst loses the letter without a word where a font has the mark alone.
    assert len(re.findall("<use ", glyphs.drawing(pair))) >= 2


def test_typst_would_lose_a_letter_that_is_found_unprintable() -> None:
    lost = "ر\u0301"
    assert glyphs.missing([lost]) == set()
    assert len(re.findall("<use ", glyphs.drawing(lost))) == 1
    assert find_unprintable(lost) == ((0, 2),)


NAMES = (
    "上海合作组织",
    "東京タワー",
    "대한민국 서울",
    "กรุงเทพฯ น้ำ",
    "ភ្នំពេញ ប្រទេសកម្ពុជា",
    "গণপ্রজাতন্ত্রী বাংলাদেশ র\u200c্য",
    "ශ්\u200dරී ලංකාව කොළඹ",
    "இலங்கை கொழும்பு",
    "ສາທາລະນະລັດ ວຽງຈັນ",
    "جمهورية العراق",
    "می\u200cخواهم پاکستان",
    "ירושלים",
    "भारत क्षत्रिय श्री",
    "ᠮᠣᠩᠭᠣᠯ ᠤᠯᠤᠰ",
    "Հայաստան Երևան",
    "საქართველო ᲡᲐᲥ",
    "5 ₸ ৳ ₹ ₽ ₼ ₾ ₺ ﷼ ฿ ₪ ៛ ₭ ₫ ₱ ₩ ₮ ؋",
    "㎡ ㎞ ✓ ℃ ℮ № ™ ☎",
)
"""What Member States are called in their own scripts, and signs that go with figures."""


@pytest.mark.parametrize(
    "text",
    [
        "х̲",
        "е\u0301",
        "1\ufe0f\u20e3",
        "☎\ufe0f",
        "مَرْحَبًا",
        "नमस्ते",
        "नई दिल्ली",
        "שָׁלוֹם",
        "Việt Nam",
        *NAMES,
    ],
)
def test_what_is_ordinary_elsewhere_passes(text: str) -> None:
    assert find_unprintable(text) == ()
    assert glyphs.missing([text]) == set()


def test_ordinary_texts_are_shown_and_so_are_the_words_that_the_printer_adds() -> None:
    assert find_unprintable(ORDINARY) == ()
    for path in LOCALES.glob("*/labels.yaml"):
        assert find_unprintable(path.read_text(encoding="utf-8")) == ()


def test_where_it_stands() -> None:
    assert find_unprintable("The አዲ and ဗဲလ်, ⇮\u1ac3!") == ((4, 6), (11, 15), (17, 19))
