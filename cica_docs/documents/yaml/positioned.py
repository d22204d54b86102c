"""YAML data with the place of every key and value.

Objects are built from the events of the C parser: no tag constructs anything, no alias is followed, a date stays a
string and `1.10` stays `1.10`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from _ruamel_yaml import CParser  # type: ignore[import-not-found]
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from cica_docs.documents.problem import Problem
from cica_docs.documents.source import REFUSED
from cica_docs.documents.yaml.errors import explain_yaml_error
from cica_docs.documents.yaml.scalar_value import read_scalar
from cica_docs.text.escape import escape_pointer
from cica_docs.values.span import Span

MOST_DEPTH = 16
MOST_NODES = 20_000


_STARTS = frozenset({MappingStartEvent, SequenceStartEvent})
_ENDS = frozenset({MappingEndEvent, SequenceEndEvent})
Marks = tuple[Any, Any]
"""The start and end marks of the parser."""


@dataclass(frozen=True)
class PositionedYaml:
    """The value of a YAML text, and by JSON pointer the place of each value and of each key."""

    value: Any = None
    problems: tuple[Problem, ...] = ()
    first_line: int = 1
    _values: Mapping[str, Marks] = field(default_factory=dict, repr=False)
    _keys: Mapping[str, Marks] = field(default_factory=dict, repr=False)

    @property
    def pointers(self) -> Iterable[str]:
        """The pointers of all values, in the order of their ends."""
        return self._values

    def at(self, pointer: str) -> Span:
        """Return the place of a pointer: its key, its value in a list, else the nearest place above."""
        while pointer:
            marks = self._keys.get(pointer) or self._values.get(pointer)
            if marks is not None:
                return _span(marks, self.first_line)
            pointer = pointer.rpartition("/")[0]
        marks = self._values.get("")
        return _span(marks, self.first_line) if marks else Span.point(1)

    def key_at(self, pointer: str) -> Span | None:
        """Return the place of the key of a value, or None."""
        marks = self._keys.get(pointer)
        return _span(marks, self.first_line) if marks else None

    def value_at(self, pointer: str) -> Span:
        """Return the place of the value itself, else the nearest above."""
        marks = self._values.get(pointer)
        return _span(marks, self.first_line) if marks else self.at(pointer)

    def get(self, pointer: str) -> Any:
        """Return the value at a pointer, or None."""
        value = self.value
        for part in _steps(pointer):
            if isinstance(value, dict):
                value = value.get(part)
            elif isinstance(value, list) and part.isdecimal() and int(part) < len(value):
                value = value[int(part)]
            else:
                return None
        return value


@lru_cache(maxsize=4096)
def _steps(pointer: str) -> tuple[str, ...]:
    """Split a JSON pointer into its keys."""
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:])


class _Refused(Exception):  # noqa: N818 - it never leaves this module
    def __init__(self, kind: str, event: Any, **details: object) -> None:
        super().__init__(kind)
        self.kind = kind
        self.event = event
        self.details = details


@lru_cache(maxsize=2048)
def parse_yaml(text: str, first_line: int = 1) -> PositionedYaml:
    """Parse YAML and record where every key and value is; `first_line` is its first line in the file.

    A comparison reads most files of both revisions alike, so that the last ones are kept; nobody may change the result.
    """
    builder = _Builder(text, first_line)
    try:
        builder.build(CParser(text))
    except _Refused as refused:
        builder.refuse(refused.kind, refused.event, **refused.details)
    except MarkedYAMLError as error:
        kind, mark, details = explain_yaml_error(error, text)
        builder.problem(kind, mark, **details)
    except (YAMLError, ValueError, OverflowError, RecursionError):
        builder.problem("yaml-syntax", None)
    return PositionedYaml(builder.result, tuple(builder.problems), first_line, builder.values, builder.keys)


def _span(marks: Marks, first_line: int) -> Span:
    start, end = marks
    return Span(start.line + first_line, start.column + 1, end.line + first_line, max(end.column + 1, 1))


class _Builder:
    def __init__(self, text: str, first_line: int) -> None:
        self.text = text
        self.first_line = first_line
        self.result: Any = None
        self.values: dict[str, Marks] = {}
        self.keys: dict[str, Marks] = {}
        self.problems: list[Problem] = []
        self.stack: list[_Open] = []

    def problem(self, kind: str, mark: Any, **details: object) -> None:
        line, column = (mark.line, mark.column) if mark is not None else (0, 0)
        self.problems.append(Problem(kind, Span.point(line + self.first_line, column + 1), details))

    def refuse(self, kind: str, event: Any, **details: object) -> None:
        """Report a problem at the span of an event, or at its start if the span has several lines."""
        start, end = event.start_mark, event.end_mark
        if end.line == start.line and end.column > start.column:
            self.problems.append(Problem(kind, _span((start, end), self.first_line), details))
        else:
            self.problem(kind, start, **details)

    def build(self, parser: Any) -> None:
        documents = nodes = 0
        next_event = parser.get_event
        while (event := next_event()) is not None:
            kind = type(event)
            if kind is ScalarEvent:
                self._take_scalar(event)
            elif kind in _STARTS:
                self._open(event, {} if kind is MappingStartEvent else [])
            elif kind in _ENDS:
                closed = self.stack.pop()
                self.values[closed.pointer] = (closed.mark, event.end_mark)
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise _Refused("second-document", event)
                if event.version or event.tags:
                    raise _Refused("directive", event)
                continue
            elif kind is AliasEvent:
                raise _Refused("alias", event)
            else:
                continue
            nodes += 1
            if nodes > MOST_NODES:
                raise _Refused("too-many-values", event, most=MOST_NODES)

    def _take_scalar(self, event: Any) -> None:
        if event.anchor or event.ctag or event.style == '"':
            _refuse_unsafe(event)
        top = self.stack[-1] if self.stack else None
        if top is not None and top.is_mapping and top.key is None:
            self._take_key(top, event)
        else:
            self.values[self._place(top, read_scalar(event))] = (event.start_mark, event.end_mark)

    def _open(self, event: Any, value: Any) -> None:
        """Begin a mapping or list."""
        if event.anchor or event.ctag:
            _refuse_unsafe(event)
        top = self.stack[-1] if self.stack else None
        if top is not None and top.is_mapping and top.key is None:
            raise _Refused("complex-key", event)
        pointer = self._place(top, value)
        if len(self.stack) == MOST_DEPTH:
            raise _Refused("too-deep", event, most=MOST_DEPTH)
        self.stack.append(_Open(value, pointer, event.start_mark))

    def _place(self, top: "_Open | None", value: object) -> str:
        """Put a value where it belongs, and return its pointer."""
        if top is None:
            self.result = value
            return ""
        if top.is_mapping:
            top.value[top.key] = value
            top.key = None
            return top.place
        top.value.append(value)
        return f"{top.pointer}/{len(top.value) - 1}"

    def _is_plainly_written(self, event: Any) -> bool:
        """Whether a quoted key is on one line and without escapes, so that a search of the text for it finds it."""
        start, end = event.start_mark, event.end_mark
        return event.style in "'\"" and start.line == end.line and "\\" not in self.text[start.index : end.index]

    def _take_key(self, top: "_Open", event: Any) -> None:
        key = event.value
        if key == "<<" and event.implicit[0]:
            raise _Refused("merge-key", event)
        if event.style and not self._is_plainly_written(event):
            raise _Refused("escaped-key", event)
        pointer = f"{top.pointer}/{key if key.isidentifier() else escape_pointer(key)}"
        if key in top.value:
            self.refuse("duplicate-key", event, key=key, line=self.keys[pointer][0].line + self.first_line)
        self.keys[pointer] = (event.start_mark, event.end_mark)
        top.key, top.place = key, pointer


def _refuse_unsafe(event: Any) -> None:
    """Raise `_Refused` for an anchor, a tag, or a character that the check of the source would have refused."""
    if event.anchor:
        raise _Refused("anchor", event)
    if event.ctag:
        raise _Refused("tag", event)
    if match := REFUSED.search(event.value):
        # An escape such as "\u202e" bypasses the check of the source characters.
        raise _Refused("escaped-character", event, code=f"U+{ord(match.group()):04X}")


class _Open:
    """A mapping or list that is being filled."""

    __slots__ = ("is_mapping", "key", "mark", "place", "pointer", "value")

    def __init__(self, value: Any, pointer: str, mark: Any) -> None:
        self.value = value
        self.is_mapping = isinstance(value, dict)
        self.pointer = pointer
        self.mark = mark
        self.key: Any = None
        self.place = ""
