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
"""The letters of each language in the order in which its dictionaries and lists put them."""

_MOST_SPELLINGS = 16


def _table(written: str) -> Mapping[str, str]:
    return {one[0]: one[1:] for one in written.split()}


# By Latin letter the Cyrillic ones that look like it, those of Russian and Kazakh first.
_CYRILLIC = _table(
    "aа cс eе oо pр xх kк iі jј sѕ hһ dԁ qԛ wԝ yуү vү əә ǝә ɵө ıі ëё AА BВ CС EЕ HН KК MМ OО PР TТ XХ IІ JЈ SЅ QԚ WԜ"
    " YУҮ VҮ ƏӘ ƎӘ ƟӨ ËЁ"
)
_LATIN: Mapping[str, str] = {
    cyrillic: latin for latin, found in _CYRILLIC.items() if latin.isascii() and latin not in "vV" for cyrillic in found
}
# Letters of other scripts, by the Latin letter that they look like.
_GREEK: Mapping[str, str] = dict(zip("αονρικυχϲϹΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aovpikuxcCABEZHIKMNOPTYX", strict=True))
# Cyrillic letters of other languages, by those of Russian or Kazakh that they look like or once stood for: before there
# were fonts with Kazakh letters, texts put Ukrainian and Macedonian ones in their place.
_NEIGHBOURS = _table(
    "їүі єәе ґғө ўұу ќқк ѓғг ћһ ђһ ѕс ӻғ ҕғ ҡқ ӄқ ҟқ ҝқ ӊң ӈң ҥң ѳө ӫө ҫс ҳһх ӽһх ӯүу ӱүу ӑа ӓәа ӛә ӗе ѐе ҙз ҷч ѝи ӣи"
)


def script_of(letter: str) -> str:
    """The script of a letter: `latin`, `cyrillic`, or any other by the name that Unicode gives it."""
    code = ord(letter)
    if code < 0x250 or 0x1E00 <= code <= 0x1EFF:
        return "latin"
    if 0x400 <= code <= 0x52F:
        return "cyrillic"
    return unicodedata.name(letter, "other").partition(" ")[0].lower()


def scripts_of(word: str) -> frozenset[str]:
    """The scripts that the letters of a word belong to."""
    return frozenset(map(script_of, word))


def latin_twin_of(word: str) -> str:
    """A word with each letter replaced by the Latin one that it looks like; empty where one has none."""
    found = [letter if letter.isascii() else _latin(letter) for letter in word]
    return "".join(found) if all(found) else ""


def _latin(letter: str) -> str:
    if script_of(letter) == "latin":
        return letter
    plain = unicodedata.normalize("NFKC", letter)
    return _LATIN.get(letter) or _GREEK.get(letter) or (plain if plain.isascii() and plain.isalpha() else "")


def cyrillic_twins_of(word: str, language: Language) -> tuple[str, ...]:
    """The words of a language's alphabet that a word looks like."""
    known = ALPHABETS[language if language is not Language.EN else Language.KK]
    choices = [_cyrillic(letter, known) for letter in word]
    return tuple(map("".join, islice(product(*choices), _MOST_SPELLINGS))) if all(choices) else ()


def _cyrillic(letter: str, known: str) -> str:
    if letter.lower() in known:
        return letter
    found = _CYRILLIC.get(letter) or _CYRILLIC.get(_latin(letter)) or _neighbours(letter, known)
    return "".join(one for one in found if one.lower() in known)


def native_spellings_of(word: str, language: Language) -> tuple[str, ...]:
    """The words that one is meant for which has Cyrillic letters of another language; none where one has no fellow."""
    alphabet = ALPHABETS[language]
    choices = [letter if letter.lower() in KAZAKH else _neighbours(letter, alphabet) for letter in word]
    return tuple(map("".join, islice(product(*choices), _MOST_SPELLINGS))) if all(choices) else ()


def _neighbours(letter: str, alphabet: str) -> str:
    found = "".join(one for one in _NEIGHBOURS.get(letter.lower(), "") if one in alphabet)
    return found.upper() if letter.isupper() else found


def one_script_spellings_of(word: str, language: Language) -> tuple[str, ...]:
    """The words of one script that a word of two may be meant for, the likeliest first."""
    latin = latin_twin_of(word)
    cyrillic = cyrillic_twins_of(word, language)
    found = (latin, *cyrillic) if language is Language.EN else (*cyrillic, latin)
    return tuple(one for one in found if one and one != word)


def sort_key_of(text: str, language: Language) -> tuple[int, ...]:
    """The key by which names stand in the alphabetical order of a language; what is no letter counts for nothing."""
    return tuple(_order(text.lower(), ALPHABETS[language]))


def _order(text: str, alphabet: str) -> Iterator[int]:
    for letter in text:
        plain = letter if letter in alphabet else unicodedata.normalize("NFD", letter)[0]
        if plain in alphabet:
            yield alphabet.index(plain) + 1
        elif plain.isspace():
            yield 0
