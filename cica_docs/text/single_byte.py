"""An encoding with one byte for each usual character of the languages that the tool knows.

Searching bytes is many times faster than matching expressions on text, at the same offsets. A text with any other
character cannot be encoded and is read more slowly.
"""

import codecs
from collections.abc import Mapping

from cica_docs.text.profile import profiles
from cica_docs.text.scripts import letters_of

_SIGNS = "\u00a0«»“”„‘’–—№…§°·×•½€é\u202f"
CYRILLIC = letters_of("cyrillic") + letters_of("cyrillic").upper()
_ALPHABETS = (profile.alphabet + profile.in_capitals(profile.alphabet) for profile in profiles().values())
_NAMES = (profile.name_letters for profile in profiles().values())
_MOST = 256
# ASCII keeps its numbers; of its controls only those that end and indent lines are ordinary.
# Were there ever too many letters, texts with the last of them would be read more slowly.
_CHARACTERS = "".join(dict.fromkeys("".join((*map(chr, range(128)), CYRILLIC, _SIGNS, *_ALPHABETS, *_NAMES))))[:_MOST]
_UNKNOWN = "\ufffe"
_ALPHABET = "".join(
    each if each.isprintable() or each in "\0\t\n\u00a0\u202f" else _UNKNOWN
    for each in _CHARACTERS.ljust(_MOST, _UNKNOWN)
)
_ENCODING = codecs.charmap_build(_ALPHABET)
ORDINARY = _ALPHABET.replace(_UNKNOWN, "").replace("\0", "")
"""All characters of the encoding. None combines with another, so a text of them is in NFC."""


def encode_single_byte(text: str) -> bytes | None:
    """Encode a text with one byte for each character, ASCII unchanged; None if a character is not in the encoding."""
    try:
        encoded, _ = codecs.charmap_encode(text, "strict", _ENCODING)
    except UnicodeEncodeError:
        return None
    return None if b"\0" in encoded else encoded


def decode_single_byte(text: bytes) -> str:
    """Decode bytes of this encoding."""
    decoded, _ = codecs.charmap_decode(text, "strict", _ALPHABET)
    return decoded


def translation_table_of(classes: Mapping[str, str]) -> bytes:
    """Return a table for `bytes.translate`: each character of a key becomes its value, the others stay.

    A character that is not in the encoding is in no text of single bytes, so it is left out.

    >>> encode_single_byte("«10» лет").translate(translation_table_of({"«»": " ", "0123456789": "9"}))[:4]
    b' 99 '
    """
    table = bytearray(range(256))
    for characters, replacement in classes.items():
        for character in set(characters).intersection(ORDINARY):
            table[_ALPHABET.index(character)] = _ALPHABET.index(replacement)
    return bytes(table)


def delete_except(characters: str) -> bytes:
    """Return the bytes to delete so that only some characters remain."""
    return bytes(code for code in range(256) if _ALPHABET[code] not in characters)
