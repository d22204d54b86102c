"""Explain a YAML syntax error in terms of the text of the author."""

from collections.abc import Mapping
from typing import Any

from ruamel.yaml.error import MarkedYAMLError

_Explanation = tuple[str, Any, Mapping[str, object]]


def explain_yaml_error(error: MarkedYAMLError, text: str) -> _Explanation:
    """Return the kind of problem, the parser's mark of its place, and details in place of the parser's message."""
    problem, mark, opened = str(error.problem or ""), error.problem_mark, error.context_mark
    if "expected ',' or" in problem and opened is not None:
        return "yaml-bracket", opened, {"bracket": _character(text, opened)}
    if "end of stream" in problem and "quoted" in str(error.context) and opened is not None:
        return "yaml-quote", opened, {}
    if mark is None:
        return "yaml-syntax", opened, {}
    if "cannot start any token" in problem:
        character = _character(text, mark)
        return ("yaml-tab", mark, {}) if character == "\t" else ("yaml-character", mark, {"character": character})
    if "mapping values are not allowed" in problem:
        return ("yaml-colon" if ": " in _line(text, mark)[: mark.column] else "yaml-line"), mark, {}
    if "unknown escape" in problem:
        return "yaml-escape", mark, {}
    if "could not find expected ':'" in problem and opened is not None:
        return "yaml-line", opened, {}
    return "yaml-syntax", mark, {}


def _line(text: str, mark: Any) -> str:
    lines = text.split("\n")
    return lines[mark.line] if mark.line < len(lines) else ""


def _character(text: str, mark: Any) -> str:
    return _line(text, mark)[mark.column : mark.column + 1]
