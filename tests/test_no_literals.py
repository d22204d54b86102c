"""What a decision or an organisation sets is data: code and schemas name no clause, body, role or number of days."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cica_docs.documents.corpus import Corpus
from cica_docs.values.language import SOURCE_LANGUAGE
from cica_docs.values.role import COORDINATOR, ROLES

ROOT = Path(__file__).parents[1]
MODULES = sorted(path for path in (ROOT / "cica_docs").rglob("*.py") if path.parent.name != "values")
SCHEMAS = sorted((ROOT / "schemas").rglob("*.json"))
PROVISION = re.compile(r"(?<![\w.])[0-9]+\.[0-9]+/[a-z]")
CLAUSE = re.compile(r"\bclauses? [0-9]")
DAYS = {30, 60, 90, 120, 180, 365, 366}


def _texts(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the strings of a module without its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    prose = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in prose:
            yield node.lineno, node.value


def _named(path: Path, names: set[str]) -> list[str]:
    return [f"{path.relative_to(ROOT)}:{line}: {text}" for line, text in _texts(path) if text in names]


@pytest.fixture(scope="module")
def bodies(register: Corpus) -> set[str]:
    """Return the bodies of the shipped register, but for the organisation and words that name a kind as well."""
    return (
        set(register.reference.all("body")) - set(register.kinds.kinds) - {register.reference.settings["organisation"]}
    )


def test_no_code_names_a_clause() -> None:
    citations = [
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for path in MODULES
        for line, text in _texts(path)
        if PROVISION.search(text) or CLAUSE.search(text)
    ]
    assert citations == []


def test_no_code_names_a_body(bodies: set[str]) -> None:
    assert [named for path in MODULES for named in _named(path, bodies)] == []


def test_no_kind_names_a_body(register: Corpus, bodies: set[str]) -> None:
    asked = [
        f"{kind.name}: {choice}"
        for kind in register.kinds.kinds.values()
        for question in kind.questions
        for choice in question.choices
        if choice in bodies
    ]
    written = [
        f"{kind.name}: {word}"
        for kind in register.kinds.kinds.values()
        for word in re.findall(r"[\w-]+", kind.skeletons[SOURCE_LANGUAGE].partition("\n---\n")[0])
        if word in bodies
    ]
    assert asked + written == []


def test_no_code_names_a_role_but_through_its_word() -> None:
    # A coordinator is a column of lists, too.
    assert [named for path in MODULES for named in _named(path, set(ROLES - {COORDINATOR}))] == []


def test_no_rule_or_query_holds_a_number_of_days() -> None:
    numbers = []
    for path in MODULES:
        parts = path.relative_to(ROOT / "cica_docs").parts
        if parts[0] not in {"rules", "register"} or parts[:2] == ("rules", "form"):  # rules on form measure text
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        dates = {
            argument
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "date"
            for argument in node.args
        }
        numbers += [
            f"{path.relative_to(ROOT)}:{node.lineno}: {node.value}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and type(node.value) is int and node.value in DAYS and node not in dates
        ]
    assert numbers == []


def _constraints(node: Any) -> Iterator[tuple[str, object]]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield from ((key, each) for each in (value if isinstance(value, list) else [value]))
            yield from _constraints(value)
    elif isinstance(node, list):
        for inner in node:
            yield from _constraints(inner)


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.relative_to(ROOT / "schemas").as_posix())
def test_no_schema_names_a_body_or_a_clause(path: Path, bodies: set[str]) -> None:
    constraints = list(_constraints(json.loads(path.read_text(encoding="utf-8"))))
    assert [value for key, value in constraints if key in {"const", "enum"} and value in bodies] == []
    cited = [value for key, value in constraints if key == "x-provision" and isinstance(value, str)]
    assert [value for value in cited if not value.startswith("house/")] == []
