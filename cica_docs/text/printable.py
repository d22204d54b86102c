"""The one way by which anything from a document, a file name or another program reaches a reader."""

import re
import unicodedata

_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_PLAIN = re.compile(r"[ -~]*")


def is_unsafe(character: str) -> bool:
    """Whether a character can steer a terminal, hide, or reorder what is read: controls, format marks, surrogates."""
    return unicodedata.category(character) in _UNSAFE


def escape_terminal(text: str, limit: int = 400) -> str:
    r"""The text on one line with every unsafe character written out as `\u…`, cut at `limit` characters.

    >>> print(escape_terminal("a\x1b[2Jb\n"))
    a\x1b[2Jb\n
    """
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    if _PLAIN.fullmatch(cut):
        return cut
    return "".join(_written_out(c) if is_unsafe(c) else " " if c.isspace() else c for c in cut)


def drop_unsafe(text: str) -> str:
    r"""The text with every unsafe character written out, line feeds included; all else stays, whatever its length."""
    if text.isprintable():
        return text
    return "".join(_written_out(c) if is_unsafe(c) else c for c in text)


def _written_out(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
