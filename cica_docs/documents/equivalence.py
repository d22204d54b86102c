"""Whether two texts of one file say the same, look-alikes and signs apart."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from cica_docs.documents.document import Document, Written
from cica_docs.documents.yaml.positioned import Record
from cica_docs.text.scripts import latin_twin_of

_DASHES = re.compile(r"[-–—]+")
_MARKS = re.compile(r"[\"“”„«»]")
_SPACES = re.compile(r"\s+")
_ROUND = str.maketrans("o0", "OO")


def same(before: Written, after: Written) -> bool:
    """Whether nothing differs between two readings but letters that look alike, quotation marks, dashes and spaces."""
    if after.problems or not same_data(before.front, after.front):
        return False
    if not isinstance(before, Document) or not isinstance(after, Document):
        return isinstance(before, type(after))
    problems = [(one.kind, one.span.line) for one in before.body.problems]
    if problems != [(one.kind, one.span.line) for one in after.body.problems]:
        return False
    return shape(before.body.blocks) == shape(after.body.blocks)


def same_data(before: Record, after: Record) -> bool:
    """Whether two records have the same keys in the same order, and values that say the same."""
    return tuple(before.pointers) == tuple(after.pointers) and _data(before.value) == _data(after.value)


def _data(value: Any) -> object:
    if isinstance(value, dict):
        return [(key, _data(one)) for key, one in value.items()]
    if isinstance(value, list):
        return [_data(one) for one in value]
    return folded(value) if isinstance(value, str) else (type(value).__name__, value)


def shape(value: object) -> object:
    """Blocks with their texts folded and their places left out."""
    if isinstance(value, tuple):
        return tuple(shape(one) for one in value)
    if isinstance(value, str):
        return folded(value)
    if is_dataclass(value) and not isinstance(value, type):
        return (type(value).__name__, *(shape(getattr(value, one.name)) for one in fields(value) if one.name != "span"))
    return value


def folded(text: str) -> str:
    """A text as one reads it who cannot tell look-alikes apart, without spaces."""
    plain = _SPACES.sub("", unicodedata.normalize("NFC", text))
    plain = _DASHES.sub("-", _MARKS.sub('"', plain))
    return "".join(_twins(plain)).translate(_ROUND)


def _twins(text: str) -> Iterator[str]:
    for letter in text:
        yield letter if letter.isascii() else latin_twin_of(letter) or letter
