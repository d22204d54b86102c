"""Docstrings that are read by users, also where Python runs without docstrings (`-OO`)."""

import ast
from importlib.util import find_spec


def docstring_of(module: str, function: str = "") -> str:
    """Read the docstring of a module or of a function in it from the source; empty if there is no source."""
    try:
        spec = find_spec(module)
        source = getattr(spec.loader, "get_source", lambda _: None)(module) if spec else None
    except (ImportError, OSError):
        source = None
    tree = ast.parse(source or "")
    if not function:
        return ast.get_docstring(tree) or ""
    functions = (node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == function)
    return next((ast.get_docstring(node) or "" for node in functions), "")
