"""Find letters of the wrong alphabet: within a word, as a whole word, in a symbol."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import product

from cica_docs.documents.text_runs import TextRun
from cica_docs.languages.proofreading.corrections import ADDRESS, Correction, Spans, correction_of, matches_outside
from cica_docs.text.profile import profile_of, profiles
from cica_docs.text.scripts import (
    cyrillic_twins_of,
    latin_twin_of,
    letters_of,
    native_spellings_of,
    one_script_spellings_of,
    scripts_of,
    twins_of,
)
from cica_docs.text.single_byte import encode_single_byte
from cica_docs.values.language import Language

Known = Callable[[str, Language], bool]
"""Whether a word occurs in the texts of a language."""

# Raised and lowered figures and letters belong to no alphabet.
_WORD = re.compile(r"[^\W\d_\u00b2\u00b3\u00b9\u2070-\u209c]+")
_SYMBOL = re.compile(
    r"(?<![\w/])[^\W\d_]{2,8}/(?:[^\W_]{4}-[^\W\d_]{1,6}/[^\W\d_]{1,8}/[0-9]{1,5}|[0-9]{1,5})(?![\w/-])"
)
_ROUND = "Oo" + twins_of("O") + twins_of("o")
_DIGITS = re.compile(rf"(?<=[0-9])[{_ROUND}](?=[0-9])")
_ZERO = re.compile(rf"(?<=[0-9])[{_ROUND}]|[{_ROUND}](?=[0-9])")
_SMALL = letters_of("cyrillic")
# An abbreviation of Latin letters with a Cyrillic ending grown to it: unlovely, and no confusion.
_GROWN = re.compile(rf"([A-Z]{{2,}})([{_SMALL}]{{1,12}})")
# A variable: a Cyrillic word and Latin capitals that look like no Cyrillic letter.
_INDEXED = re.compile(rf"[{_SMALL}]{{3,}}[DFGLNRUVZ]{{1,2}}")
# Words of one or two letters that are typed on the wrong keyboard, between two Cyrillic words.
_LOOK_ALIKE_WORDS = {
    language: {**profile.wrong_keyboard.get("words", {}), **profile.wrong_keyboard.get("before_hyphen", {})}
    for language, profile in profiles().items()
}


def _typed(where: str) -> str:
    """Return the pattern of the words of all languages that are typed on the wrong keyboard."""
    words = {word for profile in profiles().values() for word in profile.wrong_keyboard.get(where, ())}
    return "|".join(sorted(words)) or "(?!)"


_LOOK_ALIKE = re.compile(
    r"(?:(?P<before>(?<![^\W\d_])[^\W\d_]++|)(?P<mark>[,;:]?)[ \u00a0\n]|"
    rf"(?<![^\n(«“\"]))(?P<word>(?:{_typed('words')})(?!-)|{_typed('before_hyphen')})"
    rf"(?=[ \u00a0\n-](?P<after>[{_SMALL}]+))"
)


def _label_words(key: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for profile in profiles().values() for word in profile.labels[key]))


_JOINING = frozenset(_label_words("joined_by"))
_AFTER_LABEL = re.compile(rf"(?:^|[^\w-])[A-Za-z]\)?,? (?:{'|'.join(_label_words('joined_by')) or '(?!)'}) ?$")
_LISTED = re.compile("|".join(_label_words("named_by")) or "(?!)", re.IGNORECASE)
# Roman numerals of several signs, typed on a Cyrillic keyboard; a single sign may be a letter.
_ROMAN_SIGNS = {twin: letter for letter in "IX" for twin in twins_of(letter)}
_ROMAN = re.compile(rf"(?<![\w/-])[{''.join(_ROMAN_SIGNS)}]{{2,5}}(?![\w/])")
_IN_LATIN = re.compile(r"X{0,3}(?:IX|I{0,3})")
_ROMAN_PAIRS = tuple(
    pair for signs in product(_ROMAN_SIGNS, repeat=2) if (pair := encode_single_byte("".join(signs))) is not None
)
_CYRILLIC_WORD = re.compile(r"(?<![\w-])[\u0400-\u052f]+(?![\w-])")


def may_hold_roman_numerals(text: bytes) -> bool:
    """Return whether a text of single bytes may hold a Roman numeral in Cyrillic letters."""
    return any(pair in text for pair in _ROMAN_PAIRS)


def find_mixed_script(run: TextRun, known: Known) -> Iterator[Correction]:
    """Yield corrections of letters that belong to another alphabet than the word they are in."""
    symbols = list(_find_symbols(run))
    yield from symbols
    symbol_spans = Spans((symbol.start, symbol.end) for symbol in symbols)
    for match in matches_outside(_WORD, ADDRESS, run.text):
        start = run.start + match.start()
        if not match[0].isascii() and not symbol_spans.meets(start, start + 1):
            yield from _check_word(run, match, known)
    yield from (correction_of(run, "mixed-script", "digit", match, "0") for match in _DIGITS.finditer(run.text))
    yield from _find_look_alike_words(run, known)


def _find_symbols(run: TextRun) -> Iterator[Correction]:
    """Yield corrections of symbols and numbers of notes with letters that only look Latin."""
    for match in matches_outside(_SYMBOL, ADDRESS, run.text):
        meant = _WORD.sub(lambda word: latin_twin_of(word[0]) or word[0], _ZERO.sub("0", match[0]))
        if meant != match[0] and meant.isascii():
            yield correction_of(run, "symbol-letters", "", match, meant)


def _check_word(run: TextRun, match: re.Match[str], known: Known) -> Iterator[Correction]:
    word, language = match[0], run.language
    scripts = scripts_of(word)
    if len(scripts) > 1:
        grown = _GROWN.fullmatch(word)
        if grown is None:
            meant = _most_likely(one_script_spellings_of(word, language), language, known)
            if meant or not _INDEXED.fullmatch(word):
                yield correction_of(run, "mixed-script", "" if meant else "unclear", match, *meant)
        elif latin_twin_of(grown[2]) or cyrillic_twins_of(grown[1], language):
            yield correction_of(run, "mixed-script", "unclear", match)
    elif scripts == {"cyrillic"}:
        foreign = {letter for letter in word if letter.lower() not in _SMALL}
        if len(foreign) == 1 and not profile_of(language).is_latin and native_spellings_of(word, language):
            spellings = native_spellings_of(word, language)
            meant = tuple(spelling for spelling in spellings if known(spelling, language)) or spellings
            yield correction_of(run, "foreign-letter", "", match, *meant)
    elif scripts != {"latin"}:
        plain = unicodedata.normalize("NFKC", word)
        if plain != word and plain.isascii():
            yield correction_of(run, "mixed-script", "", match, plain)


def _most_likely(meant: tuple[str, ...], language: Language, known: Known) -> tuple[str, ...]:
    """Choose the spellings that are in use, or else those in the script of the text, if it has no capital."""
    if len(meant) < 2:
        return meant
    used = tuple(word for word in meant if (_is_known_latin(word, known) if word.isascii() else known(word, language)))
    if len(used) == 1 or meant[0].isupper():
        return used if len(used) == 1 else meant
    return tuple(word for word in meant if word.isascii() == profile_of(language).is_latin) or meant


def _find_look_alike_words(run: TextRun, known: Known) -> Iterator[Correction]:
    """Yield corrections of whole words whose letters all look like those of the other alphabet."""
    if profile_of(run.language).is_latin:
        for match in matches_outside(_CYRILLIC_WORD, ADDRESS, run.text):
            twin = latin_twin_of(match[0])
            around = run.text[max(0, match.start() - 12) : match.end() + 12]
            others = around.replace(match[0], "", 1)
            if (
                twin
                and scripts_of("".join(_WORD.findall(others))) == {"latin"}
                and (len(twin) == 1 or _is_latin_word(twin, known))
            ):
                yield correction_of(run, "look-alike-word", "", match, twin)
        return
    for match in matches_outside(_ROMAN, ADDRESS, run.text):
        meant = "".join(map(_ROMAN_SIGNS.__getitem__, match[0]))
        if _IN_LATIN.fullmatch(meant):
            yield correction_of(run, "look-alike-word", "", match, meant)
    words = _LOOK_ALIKE_WORDS[run.language]
    for match in matches_outside(_LOOK_ALIKE, ADDRESS, run.text):
        word = match["word"]
        if word not in words or _is_label(run.text, match):
            continue
        yield correction_of(run, "look-alike-word", "", match, words[word], group="word")


def _is_label(text: str, match: re.Match[str]) -> bool:
    """Return whether a letter is a label, as in "subparagraphs a and b", and no word."""
    before, word = match["before"] or "", match["word"]
    if word.isupper():
        return bool(before)
    if before.isascii() and before:
        return True
    if match["after"] in _JOINING or _LISTED.match(before) or (word == "a" and before and not match["mark"]):
        return True
    return _AFTER_LABEL.search(text[max(0, match.start("word") - 16) : match.start("word")]) is not None


def _is_latin_word(twin: str, known: Known) -> bool:
    return twin.isupper() or _is_known_latin(twin, known)


def _is_known_latin(word: str, known: Known) -> bool:
    """Return whether a word occurs in the texts of a language in Latin letters."""
    return any(known(word, language) for language, profile in profiles().items() if profile.is_latin)
