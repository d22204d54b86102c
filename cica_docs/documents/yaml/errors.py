"""Explain a YAML syntax error in terms of the text of the author."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from ruamel.yaml.error import MarkedYAMLError

from cica_docs.text.escape import escape_yaml_double

_Explanation = tuple[str, Any, Mapping[str, object]]
_NO_BREAK = re.compile(r"[ \t]*+(?:- )?[\w-]++:([\u00a0\u2007\u202f])")
_APOSTROPHE = re.compile(r"([ \t]*+(?:- )?[\w-]++: )'([^\n]*)'[ \t]*")


class Mark(NamedTuple):
    """A place as the parser has it, counted from zero."""

    line: int
    column: int


def explain_yaml_error(error: MarkedYAMLError, text: str) -> _Explanation:
    """Return the kind of problem, the parser's mark of its place, and details in place of the parser's message."""
    problem, mark, opened = str(error.problem or ""), error.problem_mark, error.context_mark
    if (slip := _slip_near(text, mark, opened)) is not None:
        return slip
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


def _slip_near(text: str, mark: Any, opened: Any) -> _Explanation | None:
    """Return a slip of writing in the lines where the parser stopped or had begun; None if there is none."""
    for number in sorted({place.line for place in (mark, opened) if place is not None}):
        lines = text.split("\n")[max(number - 1, 0) : number + 1]
        for at, line in enumerate(lines, max(number - 1, 0)):
            if match := _NO_BREAK.match(line):
                return "yaml-no-break", Mark(at, match.start(1)), {}
            match = _APOSTROPHE.fullmatch(line)
            if match and match[2].replace("''", "").count("'"):
                return "yaml-apostrophe", Mark(at, match.start(2) + match[2].index("'")), {"line": _requoted(match)}
    return None


def _requoted(match: re.Match[str]) -> str:
    """Return a line with its value in double quotation marks."""
    return f'{match[1].strip()} "{escape_yaml_double(match[2])}"'


def _line(text: str, mark: Any) -> str:
    lines = text.split("\n")
    return lines[mark.line] if mark.line < len(lines) else ""


def _character(text: str, mark: Any) -> str:
    return _line(text, mark)[mark.column : mark.column + 1]
