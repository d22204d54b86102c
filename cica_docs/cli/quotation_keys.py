"""The secret keys by which quotations of restricted texts are known; the environment says where they are."""

import os
import re
from pathlib import Path

from cica_docs.register.restricted.fingerprints import KEY_BYTES
from cica_docs.values.failure import Failure

VARIABLE = "CICA_QUOTATION_KEY"
"""Holds keys, or the path of a file that does."""
_KEYS = re.compile(rf"\s*[0-9a-f]{{{2 * KEY_BYTES}}}(?:\s+[0-9a-f]{{{2 * KEY_BYTES}}}){{0,99}}\s*")
_MOST = 64 * 1024


def read_quotation_keys() -> tuple[bytes, ...]:
    """Return the keys, the one that makes new fingerprints first; empty if the variable is not set.

    Raise `Failure` if it is set and leads to no key. What it holds is never shown: it may be a key.
    """
    value = os.environ.get(VARIABLE, "")
    if not value.strip():
        return ()
    return keys_in(value) if _KEYS.fullmatch(value) else keys_in(_read(value))


def keys_in(text: str) -> tuple[bytes, ...]:
    """Parse keys of hexadecimal digits, separated by white space."""
    if not _KEYS.fullmatch(text):
        raise Failure("key-malformed", digits=2 * KEY_BYTES)
    return tuple(bytes.fromhex(key) for key in dict.fromkeys(text.split()))


def _read(path: str) -> str:
    try:
        with Path(path).expanduser().open("rb") as file:
            return file.read(_MOST).decode("ascii", "replace")
    except (OSError, RuntimeError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "?"
        raise Failure("key-unreadable", reason=reason, digits=2 * KEY_BYTES) from None
