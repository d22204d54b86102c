"""The characters that the three languages are ordinarily written in, and texts of them with one byte a character.

What is sought among bytes is found many times faster than by expressions over letters, and at the same offset. A text
with any other character is no worse for it; it is only read more slowly.
"""

import codecs
from collections.abc import Mapping

from cica_docs.text.scripts import KAZAKH

_SIGNS = "\u00a0«»“”„‘’–—№…§°·×•½€é\u202f"
_LATIN = "üÜöÖçÇşŞığĞ"
CYRILLIC = KAZAKH + KAZAKH.upper()
# ASCII keeps its numbers; of its controls only those that end and indent lines are ordinary.
_CHARACTERS = "".join(map(chr, range(128))) + CYRILLIC + _SIGNS + _LATIN
_UNKNOWN = "\ufffe"
_ALPHABET = "".join(
    one if one.isprintable() or one in "\0\t\n\u00a0\u202f" else _UNKNOWN for one in _CHARACTERS.ljust(256, _UNKNOWN)
)
_ENCODING = codecs.charmap_build(_ALPHABET)
ORDINARY = _ALPHABET.replace(_UNKNOWN, "").replace("\0", "")
"""All ordinary characters. None of them combines with another, so a text of them is in NFC."""


def encode_single_byte(text: str) -> bytes | None:
    """A text with one byte for each character, ASCII as it is; nothing where a character is not ordinary."""
    try:
        found, _ = codecs.charmap_encode(text, "strict", _ENCODING)
    except UnicodeEncodeError:
        return None
    return None if b"\0" in found else found


def decode_single_byte(text: bytes) -> str:
    """The text that coded bytes stand for."""
    found, _ = codecs.charmap_decode(text, "strict", _ALPHABET)
    return found


def translation_table_of(classes: Mapping[str, str]) -> bytes:
    """What turns coded texts into others of the same length; each character of a key becomes its value, the rest stay.

    >>> encode_single_byte("«10» лет").translate(translation_table_of({"«»": " ", "0123456789": "9"}))[:4]
    b' 99 '
    """
    found = bytearray(range(256))
    for characters, stands_for in classes.items():
        for character in characters:
            found[_ALPHABET.index(character)] = _ALPHABET.index(stands_for)
    return bytes(found)


def delete_except(characters: str) -> bytes:
    """What is deleted from a coded text so that some characters alone remain."""
    return bytes(code for code in range(256) if _ALPHABET[code] not in characters)
