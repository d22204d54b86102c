"""The door of `languages`: the names that others may use, each loaded when it is first asked for."""

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

from cica_docs import languages

LOADED = "import sys; print(*sorted(name for name in sys.modules if name.startswith('cica_docs.languages.')))"


def test_checkers_and_python_read_the_same_names() -> None:
    tree = ast.parse(Path(languages.__file__ or "").read_text(encoding="utf-8"))
    imports = [
        node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and "cica_docs" in (node.module or "")
    ]
    typed = {alias.name: node.module for node in imports for alias in node.names}
    assert {name: f"{languages.__name__}.{module}" for name, module in vars(languages)["_MODULE_OF"].items()} == typed
    assert sorted(languages.__all__) == sorted(typed)


def test_each_name_is_that_of_its_module() -> None:
    for name, module in vars(languages)["_MODULE_OF"].items():
        assert getattr(languages, name) is getattr(import_module(f"{languages.__name__}.{module}"), name)


def test_what_is_not_needed_is_not_loaded() -> None:
    command = f"from cica_docs.languages import align, units_of; {LOADED}"
    run = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["cica_docs.languages.alignment"]
