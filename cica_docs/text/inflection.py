"""Patterns that match a term or name in all its inflections, the same for every rule that looks for words.

Russian changes the ends of its words, Kazakh adds to them, English adds a letter or two. A word is cut to its stem, and
any ending of the language may follow; what makes this safe is that terms are several words, or long ones. A morphology
takes a third of a second to load, and there is none for Kazakh; all the stems of a register take a few milliseconds.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from cica_docs.values.language import Language

SPACE = r"\s++"
"""The pattern between the words of a phrase."""
# «ие» is no ending here: «направление» has the stem «направлени», or «направлениями» would have four letters more.
_RUSSIAN_ENDING = re.compile(r"(?:ий|ый|ой|ая|яя|ое|ее|ые|[аеиоуыэюяйь])$")
_RUSSIAN_ENDINGS = "[аеиоуыюяйьхмвг]{0,3}"
"""The letters of the endings of nouns and adjectives, in all cases."""
# A vowel that other cases drop: Египет, Египта. A word that keeps it, such as «комитет», is not mistaken for another.
_FLEETING = re.compile(r"(?<=[бвгджзклмнпрстфхцчшщ])[ео](?=[кцт]$)")
_KAZAKH_LETTERS = "[а-яёәғқңөұүһі]"
# Before a suffix that begins with a vowel the last consonant of a Kazakh word is voiced.
_VOICED = {"к": "[кг]", "қ": "[қғ]", "п": "[пб]", "К": "[КГ]", "Қ": "[ҚҒ]", "П": "[ПБ]"}
_WORD = re.compile(r"([^\W\d_]+)")
_SHORT = 3
_BREAK = "\n\n"
_VARIANTS = "ёЁ\u00a0\u202f"
_NORMAL = str.maketrans(_VARIANTS, "еЕ  ")


def normalize(text: str) -> str:
    """Return a text of the same length with «е» for «ё» and plain spaces for no-break spaces."""
    return text.translate(_NORMAL) if any(map(text.__contains__, _VARIANTS)) else text


@lru_cache(maxsize=4096)
def inflected_pattern_of(form: str, language: Language) -> str:
    """Return the pattern of a form of one or more words in any of its inflections, in normalized text.

    >>> inflected_pattern_of("Индия", Language.RU)
    'Инди[аеиоуыюяйьхмвг]{0,3}'
    """
    parts = _WORD.split(normalize(form.strip()))
    return "".join(
        _word_pattern_of(part, language) if part.isalpha() else _separator_pattern_of(part) for part in parts
    )


def _separator_pattern_of(between: str) -> str:
    """Return the pattern of what is between two words: punctuation, and spaces of any width."""
    return SPACE.join(map(re.escape, re.split(r"\s+", between)))


def _word_pattern_of(word: str, language: Language) -> str:
    match language:
        case Language.RU if len(word) >= _SHORT and not word.isupper():
            stem = _RUSSIAN_ENDING.sub("", word) if len(word) > _SHORT else word
            return _FLEETING.sub(r"[\g<0>]?", stem) + _RUSSIAN_ENDINGS
        case Language.KK if len(word) >= _SHORT:
            stem = re.escape(word[:-1]) + _VOICED.get(word[-1], re.escape(word[-1]))
            return stem + (f"(?:-?{_KAZAKH_LETTERS}{{1,14}})?" if word.isupper() else f"{_KAZAKH_LETTERS}{{0,14}}")
        case Language.EN:
            return re.escape(word) + "(?:’s|'s|s|es)?"
        case _:
            return re.escape(word)


def _stem_of(word: str, language: Language) -> str:
    """Return letters with which a word begins in all its inflections."""
    if language is Language.RU and len(word) > _SHORT and not word.isupper():
        stem = _RUSSIAN_ENDING.sub("", word)
        vowel = _FLEETING.search(stem)
        return stem[: vowel.start()] if vowel else stem
    return word if language is Language.RU else word[:-1]


@lru_cache(maxsize=4096)
def compile_inflected(form: str, language: Language, *, is_name: bool = False) -> re.Pattern[str]:
    """Compile the pattern of a form as whole words of normalized text; a name is matched with its capitals only."""
    flags = 0 if _keeps_capitals(form, language, is_name=is_name) else re.IGNORECASE
    return re.compile(rf"{inflected_pattern_of(form, language)}(?!\w|-\w)", flags)


def _keeps_capitals(form: str, language: Language, *, is_name: bool) -> bool:
    """Return whether a form is matched with its own capitals only."""
    return is_name or (language is Language.EN and form != form.lower())


def find_inflected(form: str, language: Language, text: str, *, is_name: bool = False) -> Iterator[re.Match[str]]:
    """Find a form as words of their own within a paragraph; the matches are of the normalized text."""
    text = normalize(text)
    pattern = compile_inflected(form, language, is_name=is_name)
    for start, end in _paragraphs(text, prefilters_of(form, language, is_name=is_name)):
        # A look behind within the expression would keep it from leaping to the letters that it begins with.
        for match in pattern.finditer(text, start, end):
            before = text[match.start() - 1 : match.start()]
            if not (before.isalnum() or before in {"-", "_"}):
                yield match


def _paragraphs(text: str, words: tuple[tuple[str, ...], ...]) -> Iterator[tuple[int, int]]:
    """Yield start and end of the paragraphs that hold all the words, each in one of its spellings."""
    first, *others = words or (("",),)
    paragraphs = set()
    for spelling in first:
        at = text.find(spelling)
        while at >= 0:
            start, end = text.rfind(_BREAK, 0, at) + 1, text.find(_BREAK, at)
            end = end if end >= 0 else len(text)
            if all(any(text.find(other, start, end) >= 0 for other in spellings) for spellings in others):
                paragraphs.add((start, end))
            at = text.find(spelling, end) if end < len(text) else -1
    yield from sorted(paragraphs)


@lru_cache(maxsize=4096)
def prefilters_of(form: str, language: Language, *, is_name: bool = False) -> tuple[tuple[str, ...], ...]:
    """Return for each longer word of a form, the longest first, spellings; every match holds at least one of them.

    Most texts hold none, and need no search. Where capitals do not matter, the spellings are those in small letters,
    with capitals first and in capitals alone.
    """
    form = normalize(form)
    words = [word for word in (form.split() if language is Language.EN else _WORD.findall(form)) if len(word) > _SHORT]
    stems = {stem for word in words if len(stem := _stem_of(word, language)) > _SHORT}
    longest_first = sorted(stems, key=lambda stem: (-len(stem), stem))
    if _keeps_capitals(form, language, is_name=is_name):
        return tuple((stem,) for stem in longest_first)
    return tuple(tuple(sorted({stem.lower(), stem.capitalize(), stem.title(), stem.upper()})) for stem in longest_first)
