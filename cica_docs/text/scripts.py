"""Scripts, alphabets, and letters that look like those of another script."""

import unicodedata
from collections.abc import Iterator, Mapping
from itertools import islice, product

from cica_docs.values.language import Language

RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
KAZAKH = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
ALPHABETS: Mapping[Language, str] = {
    Language.EN: "abcdefghijklmnopqrstuvwxyz",
    Language.RU: RUSSIAN,
    Language.KK: KAZAKH,
}
"""The letters of each language in alphabetical order."""

_MOST_SPELLINGS = 16


def _table(written: str) -> Mapping[str, str]:
    return {entry[0]: entry[1:] for entry in written.split()}


# By Latin letter the Cyrillic ones that look like it, those of Russian and Kazakh first.
_CYRILLIC = _table(
    "aа cс eе oо pр xх kк iі jј sѕ hһ dԁ qԛ wԝ yуү vү əә ǝә ɵө ıі ëё AА BВ CС EЕ HН KК MМ OО PР TТ XХ IІ JЈ SЅ QԚ WԜ"
    " YУҮ VҮ ƏӘ ƎӘ ƟӨ ËЁ"
)
_LATIN: Mapping[str, str] = {
    cyrillic: latin for latin, twins in _CYRILLIC.items() if latin.isascii() and latin not in "vV" for cyrillic in twins
}
# Letters of other scripts, by the Latin letter that they look like.
_GREEK: Mapping[str, str] = dict(zip("αονρικυχϲϹΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aovpikuxcCABEZHIKMNOPTYX", strict=True))
# Cyrillic letters of other languages, by those of Russian or Kazakh that they look like or once stood for: before there
# were fonts with Kazakh letters, texts put Ukrainian and Macedonian ones in their place.
_NEIGHBOURS = _table(
    "їүі єәе ґғө ўұу ќқк ѓғг ћһ ђһ ѕс ӻғ ҕғ ҡқ ӄқ ҟқ ҝқ ӊң ӈң ҥң ѳө ӫө ҫс ҳһх ӽһх ӯүу ӱүу ӑа ӓәа ӛә ӗе ѐе ҙз ҷч ѝи ӣи"
)


def script_of(letter: str) -> str:
    """Return the script of a letter: `latin`, `cyrillic`, or another one by its Unicode name."""
    code = ord(letter)
    if code < 0x250 or 0x1E00 <= code <= 0x1EFF:
        return "latin"
    if 0x400 <= code <= 0x52F:
        return "cyrillic"
    return unicodedata.name(letter, "other").partition(" ")[0].lower()


def scripts_of(word: str) -> frozenset[str]:
    """Return the scripts of the letters of a word."""
    return frozenset(map(script_of, word))


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
    known = ALPHABETS[language if language is not Language.EN else Language.KK]
    choices = [_cyrillic(letter, known) for letter in word]
    return tuple(map("".join, islice(product(*choices), _MOST_SPELLINGS))) if all(choices) else ()


def _cyrillic(letter: str, known: str) -> str:
    if letter.lower() in known:
        return letter
    twins = _CYRILLIC.get(letter) or _CYRILLIC.get(_latin(letter)) or _neighbours(letter, known)
    return "".join(twin for twin in twins if twin.lower() in known)


def native_spellings_of(word: str, language: Language) -> tuple[str, ...]:
    """Return the spellings of a word with foreign Cyrillic letters replaced; none if a letter has no counterpart."""
    alphabet = ALPHABETS[language]
    choices = [letter if letter.lower() in KAZAKH else _neighbours(letter, alphabet) for letter in word]
    return tuple(map("".join, islice(product(*choices), _MOST_SPELLINGS))) if all(choices) else ()


def _neighbours(letter: str, alphabet: str) -> str:
    counterparts = "".join(each for each in _NEIGHBOURS.get(letter.lower(), "") if each in alphabet)
    return counterparts.upper() if letter.isupper() else counterparts


def one_script_spellings_of(word: str, language: Language) -> tuple[str, ...]:
    """Return the spellings in one script of a word in two, the most likely first."""
    latin = latin_twin_of(word)
    cyrillic = cyrillic_twins_of(word, language)
    spellings = (latin, *cyrillic) if language is Language.EN else (*cyrillic, latin)
    return tuple(spelling for spelling in spellings if spelling and spelling != word)


def sort_key_of(text: str, language: Language) -> tuple[int, ...]:
    """Return the key that sorts names alphabetically in a language; only letters count."""
    return tuple(_order(text.lower(), ALPHABETS[language]))


def _order(text: str, alphabet: str) -> Iterator[int]:
    for letter in text:
        plain = letter if letter in alphabet else unicodedata.normalize("NFD", letter)[0]
        if plain in alphabet:
            yield alphabet.index(plain) + 1
        elif plain.isspace():
            yield 0
