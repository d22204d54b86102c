"""Scripts, alphabets, and letters that look like those of another script."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import islice, product

from cica_docs.text.locale_files import read_scripts
from cica_docs.text.profile import profile_of, profiles
from cica_docs.values.language import Language

_MOST_SPELLINGS = 16


def _table(name: str) -> Mapping[str, str]:
    return {entry[0]: entry[1:] for entry in read_scripts()[name].split()}


# By Latin letter the Cyrillic ones that look like it.
_CYRILLIC = _table("cyrillic")
_LATIN: Mapping[str, str] = {
    cyrillic: latin for latin, twins in _CYRILLIC.items() if latin.isascii() and latin not in "vV" for cyrillic in twins
}
# Letters of other scripts, by the Latin letter that they look like.
_GREEK = _table("greek")
# Cyrillic letters of other languages, by those that they look like or once stood for.
_NEIGHBOURS = _table("neighbours")


@cache
def letters_of(script: str) -> str:
    """Return the small letters of all languages of a script, each once."""
    alphabets = (profile.alphabet for profile in profiles().values() if profile.script == script)
    return "".join(dict.fromkeys("".join(sorted(alphabets, key=len, reverse=True))))


def twins_of(letter: str) -> str:
    """Return the Cyrillic letters that look like a Latin one."""
    return _CYRILLIC.get(letter, "")


def script_of(letter: str) -> str:
    """Return the script of a letter: `latin`, `cyrillic`, or another one by its Unicode name."""
    code = ord(letter)
    if code < 0x250 or 0x1E00 <= code <= 0x1EFF:
        return "latin"
    if 0x400 <= code <= 0x52F:
        return "cyrillic"
    return unicodedata.name(letter, "other").partition(" ")[0].lower()


@cache
def _shared_letters() -> frozenset[str]:
    """Return the letters of alphabets that belong to no script of their own, such as the turned comma of Uzbek."""
    letters = "".join(profile.alphabet for profile in profiles().values())
    return frozenset(letter for letter in letters if unicodedata.category(letter) == "Lm")


def scripts_of(word: str) -> frozenset[str]:
    """Return the scripts of the letters of a word."""
    return frozenset(script_of(letter) for letter in word if letter not in _shared_letters())


def latin_twin_of(word: str) -> str:
    """Replace each letter of a word by the Latin one that it looks like; empty if a letter has none."""
    twins = [letter if letter.isascii() else _latin(letter) for letter in word]
    return "".join(twins) if all(twins) else ""


def _latin(letter: str) -> str:
    if script_of(letter) == "latin":
        return letter
    plain = unicodedata.normalize("NFKC", letter)
    return _LATIN.get(letter) or _GREEK.get(letter) or (plain if plain.isascii() and plain.isalpha() else "")


def cyrillic_twins_of(word: str, language: Language) -> tuple[str, ...]:
    """Return the words in the alphabet of a language that a word looks like."""
    profile = profile_of(language)
    known = profile.alphabet if profile.script == "cyrillic" else letters_of("cyrillic")
    choices = [_cyrillic(letter, known) for letter in word]
    return tuple(map("".join, islice(product(*choices), _MOST_SPELLINGS))) if all(choices) else ()


def _cyrillic(letter: str, known: str) -> str:
    if letter.lower() in known:
        return letter
    twins = _CYRILLIC.get(letter) or _CYRILLIC.get(_latin(letter)) or _neighbours(letter, known)
    return "".join(twin for twin in twins if twin.lower() in known)


def native_spellings_of(word: str, language: Language) -> tuple[str, ...]:
    """Return the spellings of a word with foreign Cyrillic letters replaced; none if a letter has no counterpart."""
    alphabet, native = profile_of(language).alphabet, letters_of("cyrillic")
    choices = [letter if letter.lower() in native else _neighbours(letter, alphabet) for letter in word]
    return tuple(map("".join, islice(product(*choices), _MOST_SPELLINGS))) if all(choices) else ()


def _neighbours(letter: str, alphabet: str) -> str:
    counterparts = "".join(each for each in _NEIGHBOURS.get(letter.lower(), "") if each in alphabet)
    return counterparts.upper() if letter.isupper() else counterparts


def one_script_spellings_of(word: str, language: Language) -> tuple[str, ...]:
    """Return the spellings in one script of a word in two, the most likely first."""
    latin = latin_twin_of(word)
    cyrillic = cyrillic_twins_of(word, language)
    spellings = (latin, *cyrillic) if profile_of(language).is_latin else (*cyrillic, latin)
    return tuple(spelling for spelling in spellings if spelling and spelling != word)


def sort_key_of(text: str, language: Language) -> tuple[int, ...]:
    """Return the key that sorts names alphabetically in a language; only letters count."""
    profile = profile_of(language)
    letters = profile.letters
    return tuple(_order(profile.in_small(text), letters, max(map(len, letters))))


def _order(text: str, letters: Sequence[str], longest: int) -> Iterator[int]:
    at = 0
    while at < len(text):
        sizes = range(longest, 0, -1)
        letter = next((text[at : at + size] for size in sizes if text[at : at + size] in letters), text[at])
        plain = letter if letter in letters else unicodedata.normalize("NFD", letter)[0]
        if plain in letters:
            yield letters.index(plain) + 1
        elif plain.isspace():
            yield 0
        at += len(letter)
