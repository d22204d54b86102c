"""Patterns that match a term or name in all its inflections, the same for every rule that looks for words.

A language changes the ends of its words, adds to them, or adds a letter or two, as its profile says. A word is cut to
its stem, and any ending of the language may follow; what makes this safe is that terms are several words, or long ones.
A morphology takes a third of a second to load, and not every language has one; all the stems of a register take a few
milliseconds.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from cica_docs.text.profile import Inflection, Profile, profile_of, profiles
from cica_docs.values.language import Language

SPACE = r"\s++"
"""The pattern between the words of a phrase."""
_WORD = re.compile(r"([^\W\d_]+)")
_SHORT = 3
_BREAK = "\n\n"
_SPACES = "\u00a0\u202f"


@cache
def _equal_letters() -> Mapping[int, str]:
    """Return what a normalized text has in place of letters that are the same to a reader, and of spaces."""
    equal = dict.fromkeys(_SPACES, " ")
    for profile in profiles().values():
        equal |= profile.equal_letters
    return str.maketrans(equal)


@cache
def _variants() -> tuple[str, ...]:
    return tuple(map(chr, _equal_letters()))


def normalize(text: str) -> str:
    """Return a text of the same length with one spelling of equal letters and plain spaces for no-break spaces."""
    return text.translate(_equal_letters()) if any(map(text.__contains__, _variants())) else text


@lru_cache(maxsize=4096)
def inflected_pattern_of(form: str, language: Language) -> str:
    """Return the pattern of a form of one or more words in any of its inflections, in normalized text.

    >>> inflected_pattern_of("States", Language("en"))
    "States(?:’s|'s|s|es)?"
    """
    parts = _WORD.split(normalize(form.strip()))
    return "".join(
        _word_pattern_of(part, language) if part.isalpha() else _separator_pattern_of(part) for part in parts
    )


def _separator_pattern_of(between: str) -> str:
    """Return the pattern of what is between two words: punctuation, and spaces of any width."""
    return SPACE.join(map(re.escape, re.split(r"\s+", between)))


def _word_pattern_of(word: str, language: Language) -> str:
    inflection = profile_of(language).inflection
    match inflection.kind:
        case "endings" if len(word) >= _SHORT and not word.isupper():
            stem = _without_ending(word, inflection) if len(word) > _SHORT else word
            return (
                _fleeting(inflection).sub(r"[\g<0>]?", stem) + f"{_letters(inflection)}{{0,{inflection.most_letters}}}"
            )
        case "suffixes" if len(word) >= _SHORT:
            letters, most = _letters(inflection), inflection.most_letters
            stem = re.escape(word[:-1]) + _last_letter(word[-1], profile_of(language))
            return stem + (f"(?:-?{letters}{{1,{most}}})?" if word.isupper() else f"{letters}{{0,{most}}}")
        case "additions":
            return re.escape(word) + f"(?:{'|'.join(inflection.additions)})?"
        case _:
            return re.escape(word)


@cache
def _letters(inflection: Inflection) -> str:
    """Return the class of the letters of endings, in ranges, which are compiled faster than single letters.

    >>> _letters(profile_of(Language("ru")).inflection)
    '[ав-геи-ймоухы-ью-я]'
    """
    codes = sorted({ord(letter) for letter in inflection.letters})
    starts = [code for code in codes if code - 1 not in codes]
    ends = [code for code in codes if code + 1 not in codes]
    ranges = (
        chr(start) if start == end else f"{chr(start)}-{chr(end)}" for start, end in zip(starts, ends, strict=True)
    )
    return f"[{''.join(ranges)}]"


def _without_ending(word: str, inflection: Inflection) -> str:
    ending = next((ending for ending in inflection.endings if word.endswith(ending)), "")
    return word.removesuffix(ending)


@cache
def _fleeting(inflection: Inflection) -> re.Pattern[str]:
    """Return the pattern of a vowel that other forms of a stem drop."""
    if not inflection.fleeting:
        return re.compile("(?!)")
    letters = inflection.fleeting
    return re.compile(f"(?<=[{letters['after']}])[{letters['vowels']}](?=[{letters['before']}]$)")


def _last_letter(letter: str, profile: Profile) -> str:
    """Return the pattern of the last letter of a word, which suffixes may have changed."""
    voiced = (profile.inflection.voiced or {}).get(profile.in_small(letter))
    if voiced is None:
        return re.escape(letter)
    voiced = profile.in_capitals(voiced) if letter.isupper() else voiced
    return f"[{letter}{voiced}]" if len(voiced) == 1 else f"(?:{letter}|{voiced})"


def _stem_of(word: str, language: Language) -> str:
    """Return letters with which a word begins in all its inflections."""
    inflection = profile_of(language).inflection
    if inflection.kind != "endings":
        return word[:-1]
    if len(word) > _SHORT and not word.isupper():
        stem = _without_ending(word, inflection)
        vowel = _fleeting(inflection).search(stem)
        return stem[: vowel.start()] if vowel else stem
    return word


@lru_cache(maxsize=4096)
def compile_inflected(form: str, language: Language, *, is_name: bool = False) -> re.Pattern[str]:
    """Compile the pattern of a form as whole words of normalized text; a name is matched with its capitals only."""
    flags = 0 if _keeps_capitals(form, language, is_name=is_name) else re.IGNORECASE
    return re.compile(rf"{inflected_pattern_of(form, language)}(?!\w|-\w)", flags)


def _keeps_capitals(form: str, language: Language, *, is_name: bool) -> bool:
    """Return whether a form is matched with its own capitals only."""
    return is_name or (profile_of(language).inflection.keeps_capitals and form != profile_of(language).in_small(form))


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
            at = text.find(spelling, end + len(_BREAK))
    yield from sorted(paragraphs)


@lru_cache(maxsize=4096)
def prefilters_of(form: str, language: Language, *, is_name: bool = False) -> tuple[tuple[str, ...], ...]:
    """Return for each longer word of a form, the longest first, spellings; every match holds at least one of them.

    Most texts hold none, and need no search. Where capitals do not matter, the spellings are those in small letters,
    with capitals first and in capitals alone.
    """
    form = normalize(form)
    has_additions = profile_of(language).inflection.kind == "additions"
    words = [word for word in (form.split() if has_additions else _WORD.findall(form)) if len(word) > _SHORT]
    stems = {stem for word in words if len(stem := _stem_of(word, language)) > _SHORT}
    longest_first = sorted(stems, key=lambda stem: (-len(stem), stem))
    if _keeps_capitals(form, language, is_name=is_name):
        return tuple((stem,) for stem in longest_first)
    return tuple(tuple(sorted(_spellings_of(stem, profile_of(language)))) for stem in longest_first)


def _spellings_of(stem: str, profile: Profile) -> frozenset[str]:
    small, large = profile.in_small(stem), profile.in_capitals(stem)
    return frozenset({small, large, profile.with_capital(small), profile.with_capital(stem.title())})
