"""The law of languages: no code of a language and no letter of another alphabet is in the tool's Python.

Manual pages, which are docstrings, may quote examples in any language.
"""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cica_docs.values.language import Language

PACKAGE = Path(__file__).parent.parent / "cica_docs"
SCHEMAS = PACKAGE.parent / "schemas"
_ALLOWED = {"values/language.py"}
_LETTER = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_CODES = re.compile(rf"(?:{'|'.join(Language)})(?:\|(?:{'|'.join(Language)}))*")


def _strings(tree: ast.Module) -> Iterator[ast.Constant]:
    """Every string that is no docstring."""
    docstrings = {
        id(statement.value)
        for node in ast.walk(tree)
        if isinstance(body := getattr(node, "body", None), list)
        for statement in body
        if isinstance(statement, ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node


@pytest.mark.parametrize(
    "path", [pytest.param(path, id=path.relative_to(PACKAGE).as_posix()) for path in sorted(PACKAGE.rglob("*.py"))]
)
def test_no_language_is_named_in_code(path: Path) -> None:
    if path.relative_to(PACKAGE).as_posix() in _ALLOWED:
        return
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    for string in _strings(ast.parse(text)):
        written = "\n".join(lines[string.lineno - 1 : string.end_lineno])
        assert not _CODES.fullmatch(string.value), f"{path}:{string.lineno}: {string.value}"
        # An escape is a range of letters, and no letter of a language.
        assert not (_LETTER.search(string.value) and _LETTER.search(written)), f"{path}:{string.lineno}"


def _words_of(node: Any) -> Iterator[str]:
    """Every name of a field and every value of a schema."""
    if isinstance(node, dict):
        yield from node
    for inner in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from ([inner] if isinstance(inner, str) else _words_of(inner))


@pytest.mark.parametrize(
    "path", [pytest.param(path, id=path.relative_to(SCHEMAS).as_posix()) for path in sorted(SCHEMAS.rglob("*.json"))]
)
def test_no_language_is_named_in_a_schema(path: Path) -> None:
    assert set(Language).isdisjoint(_words_of(json.loads(path.read_text(encoding="utf-8"))))
