"""Compare two texts of one file, ignoring look-alike letters and signs."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from cica_docs.documents.document import Document, RegisterFile
from cica_docs.documents.yaml.positioned import PositionedYaml
from cica_docs.text.scripts import latin_twin_of

_DASHES = re.compile(r"[-–—]+")
_MARKS = re.compile(r"[\"“”„«»]")
_SPACES = re.compile(r"\s+")
_ROUND = str.maketrans("o0", "OO")


def is_equivalent(before: RegisterFile, after: RegisterFile) -> bool:
    """Whether two versions differ only in look-alike letters, quotation marks, dashes and spaces."""
    if after.problems or not is_equivalent_data(before.front, after.front):
        return False
    if not isinstance(before, Document) or not isinstance(after, Document):
        return isinstance(before, type(after))
    problems = [(problem.kind, problem.span.line) for problem in before.body.problems]
    if problems != [(problem.kind, problem.span.line) for problem in after.body.problems]:
        return False
    return fold_blocks(before.body.blocks) == fold_blocks(after.body.blocks)


def is_equivalent_data(before: PositionedYaml, after: PositionedYaml) -> bool:
    """Whether two records have the same keys in the same order, and equivalent values."""
    return tuple(before.pointers) == tuple(after.pointers) and _data(before.value) == _data(after.value)


def _data(value: Any) -> object:
    if isinstance(value, dict):
        return [(key, _data(entry)) for key, entry in value.items()]
    if isinstance(value, list):
        return [_data(entry) for entry in value]
    return fold_text(value) if isinstance(value, str) else (type(value).__name__, value)


def fold_blocks(value: object) -> object:
    """Fold the texts of blocks and drop their spans."""
    if isinstance(value, tuple):
        return tuple(fold_blocks(entry) for entry in value)
    if isinstance(value, str):
        return fold_text(value)
    if is_dataclass(value) and not isinstance(value, type):
        return (
            type(value).__name__,
            *(fold_blocks(getattr(value, field.name)) for field in fields(value) if field.name != "span"),
        )
    return value


def fold_text(text: str) -> str:
    """Fold confusable letters and drop white space."""
    plain = _SPACES.sub("", unicodedata.normalize("NFC", text))
    plain = _DASHES.sub("-", _MARKS.sub('"', plain))
    return "".join(_twins(plain)).translate(_ROUND)


def _twins(text: str) -> Iterator[str]:
    for letter in text:
        yield letter if letter.isascii() else latin_twin_of(letter) or letter
