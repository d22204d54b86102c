"""Expressions that find a term in all its inflections.

Russian changes the ends of its words, Kazakh adds to them, English adds a letter or two. A word is cut to its stem and
any ending of the language may follow; what makes this safe is that terms are several words, or long ones. A morphology
takes a third of a second to load, and there is none for Kazakh; all the stems of a register take a few milliseconds.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from cica_docs.values.language import Language

_RUSSIAN_ENDING = re.compile(
    r"(?:ыми|ими|ого|его|ому|ему|ами|ями|ах|ях|ый|ий|ой|ая|яя|ое|ее|ые|ие|ых|их|ым|им|ом|ем|ам|ям|ов|ев|ей|ую|юю|ия|ию|ии"
    r"|[аяоеыиуюьй])$"
)
_RUSSIAN_LETTERS = "[а-яё]"
_KAZAKH_LETTERS = "[а-яёәғқңөұүһі]"
# Before a suffix that begins with a vowel the last consonant of a Kazakh word is voiced.
_VOICED = {"к": "[кг]", "қ": "[қғ]", "п": "[пб]", "К": "[КГ]", "Қ": "[ҚҒ]", "П": "[ПБ]"}
_PARTS = re.compile(r"([^\W\d_]+)")
_GAP = r"[ \u00a0\n]+"
_SHORT = 3
_BREAK = "\n\n"


@lru_cache(maxsize=4096)
def inflection_pattern_of(form: str, language: Language, *, is_name: bool = False) -> re.Pattern[str]:
    """What matches a form of one or more words in any of its inflections, a name with its capitals only."""
    parts = [_part(part, language) for part in _PARTS.split(form.strip())]
    flags = 0 if _keeps_capitals(form, language, is_name=is_name) else re.IGNORECASE
    return re.compile(rf"{''.join(parts)}(?!\w|-\w)", flags)


def _keeps_capitals(form: str, language: Language, *, is_name: bool) -> bool:
    """Whether a form is found with its own capitals only."""
    return is_name or (language is Language.EN and form != form.lower())


def _part(part: str, language: Language) -> str:
    if not part:
        return ""
    if not part[0].isalpha():
        return re.sub(r"\\?\s+", lambda _: _GAP, re.escape(part).replace("\\ ", " "))
    return _word(part, language)


def _word(word: str, language: Language) -> str:
    match language:
        case Language.RU:
            stem = _RUSSIAN_ENDING.sub("", word) if len(word) > _SHORT else word
            stem = stem if len(stem) >= _SHORT or len(word) <= _SHORT else word
            return re.escape(stem) + (
                f"{_RUSSIAN_LETTERS}{{0,4}}" if len(word) >= _SHORT and not word.isupper() else ""
            )
        case Language.KK:
            stem = re.escape(word[:-1]) + _VOICED.get(word[-1], re.escape(word[-1]))
            ending = f"(?:-?{_KAZAKH_LETTERS}{{1,14}})?" if word.isupper() else f"{_KAZAKH_LETTERS}{{0,14}}"
            return stem + ending if len(word) > 2 else re.escape(word)
        case _:
            return re.escape(word) + "(?:’s|'s|s|es)?"


def find_inflected(form: str, language: Language, text: str, *, is_name: bool = False) -> Iterator[re.Match[str]]:
    """The places of a text where a form stands as words of its own, within a paragraph."""
    pattern = inflection_pattern_of(form, language, is_name=is_name)
    for start, end in _paragraphs(text, prefilters_of(form, language, is_name=is_name)):
        # A look behind within the expression would keep it from leaping to the letters that it begins with.
        for match in pattern.finditer(text, start, end):
            before = text[match.start() - 1 : match.start()]
            if not (before.isalnum() or before in {"-", "_"}):
                yield match


def _paragraphs(text: str, words: tuple[tuple[str, ...], ...]) -> Iterator[tuple[int, int]]:
    """Where the paragraphs begin and end that hold some words, each in one of its spellings."""
    first, *others = words or (("",),)
    found = set()
    for spelling in first:
        at = text.find(spelling)
        while at >= 0:
            start, end = text.rfind(_BREAK, 0, at) + 1, text.find(_BREAK, at)
            end = end if end >= 0 else len(text)
            if all(any(text.find(other, start, end) >= 0 for other in spellings) for spellings in others):
                found.add((start, end))
            at = text.find(spelling, end) if end < len(text) else -1
    yield from sorted(found)


@lru_cache(maxsize=4096)
def prefilters_of(form: str, language: Language, *, is_name: bool = False) -> tuple[tuple[str, ...], ...]:
    """The spellings of which one stands in every text in which the form does, for each of its words, the longest first.

    So most texts need no more than a glance. Where case does not matter, words in small letters, with capitals first
    and in capitals alone are meant.
    """
    words = [word for word in (form.split() if language is Language.EN else _PARTS.findall(form)) if len(word) > _SHORT]
    stems = [_RUSSIAN_ENDING.sub("", word) if language is Language.RU else word[:-1] for word in words]
    found = sorted({stem for stem in stems if len(stem) > _SHORT}, key=lambda stem: (-len(stem), stem))
    if _keeps_capitals(form, language, is_name=is_name):
        return tuple((stem,) for stem in found)
    return tuple(tuple(sorted({stem.lower(), stem.capitalize(), stem.title(), stem.upper()})) for stem in found)
