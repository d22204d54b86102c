"""YAML data with the place of every key and value.

The C parser's events are walked before any object exists: nothing is constructed from a tag, no alias is followed, and
the plain objects are built here, so a date stays a string and `1.10` stays `1.10`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from _ruamel_yaml import CParser  # type: ignore[import-not-found]
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from cica_docs.documents.problem import Problem
from cica_docs.documents.source import REFUSED
from cica_docs.documents.syntax import explained
from cica_docs.values.span import Span

MOST_DEPTH = 16
MOST_NODES = 20_000
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")
_WORDS: Mapping[str, object] = {"": None, "~": None, "null": None, "true": True, "false": False}


@dataclass(frozen=True)
class Record:
    """What a YAML text says: the value, and by JSON pointer the span of each value and of each key."""

    value: Any = None
    values: Mapping[str, Span] = field(default_factory=dict)
    keys: Mapping[str, Span] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def at(self, pointer: str) -> Span:
        """The place of a pointer: the key that leads to it, the value in a list, or the nearest that there is above."""
        while pointer:
            span = self.keys.get(pointer) or self.values.get(pointer)
            if span is not None:
                return span
            pointer = pointer.rpartition("/")[0]
        return self.values.get("", Span.point(1))

    def value_at(self, pointer: str) -> Span:
        """The place of the value itself, or the nearest place above."""
        return self.values.get(pointer) or self.at(pointer)

    def get(self, pointer: str) -> Any:
        """The value at a pointer, or nothing."""
        found = self.value
        for step in pointer.split("/")[1:]:
            part = step.replace("~1", "/").replace("~0", "~")
            if isinstance(found, dict):
                found = found.get(part)
            elif isinstance(found, list) and part.isdecimal() and int(part) < len(found):
                found = found[int(part)]
            else:
                return None
        return found


def escape(key: str) -> str:
    """A key as one step of a JSON pointer."""
    return key.replace("~", "~0").replace("/", "~1")


class _Refused(Exception):  # noqa: N818 - it never leaves this module
    def __init__(self, kind: str, event: Any, **details: object) -> None:
        super().__init__(kind)
        self.kind = kind
        self.event = event
        self.details = details


def read_record(text: str, first_line: int = 1) -> Record:
    """The record that a YAML text is; `first_line` is the line of the file on which the text begins."""
    builder = _Builder(first_line)
    try:
        builder.build(CParser(text))
    except _Refused as refused:
        builder.refuse(refused.kind, refused.event, **refused.details)
    except MarkedYAMLError as error:
        kind, mark, details = explained(error, text)
        builder.problem(kind, mark, **details)
    except (YAMLError, ValueError, OverflowError, RecursionError):
        builder.problem("yaml-syntax", None)
    return Record(builder.result, builder.values, builder.keys, tuple(builder.problems))


class _Builder:
    def __init__(self, first_line: int) -> None:
        self.first_line = first_line
        self.result: Any = None
        self.values: dict[str, Span] = {}
        self.keys: dict[str, Span] = {}
        self.problems: list[Problem] = []

    def problem(self, kind: str, mark: Any, **details: object) -> None:
        line, column = (mark.line, mark.column) if mark is not None else (0, 0)
        self.problems.append(Problem(kind, Span.point(line + self.first_line, column + 1), details))

    def refuse(self, kind: str, event: Any, **details: object) -> None:
        """Report what stands from the beginning to the end of an event, as far as that is on one line."""
        start, end = event.start_mark, event.end_mark
        if end.line == start.line and end.column > start.column:
            self.problems.append(Problem(kind, self.span(start, end), details))
        else:
            self.problem(kind, start, **details)

    def build(self, parser: Any) -> None:
        stack: list[_Open] = []
        documents = nodes = 0
        while (event := parser.get_event()) is not None:
            name = type(event).__name__
            if name in {"StreamStartEvent", "StreamEndEvent", "DocumentEndEvent"}:
                continue
            if name == "DocumentStartEvent":
                documents += 1
                if documents > 1:
                    raise _Refused("second-document", event)
                if event.version or event.tags:
                    raise _Refused("directive", event)
                continue
            nodes += 1
            if nodes > MOST_NODES:
                raise _Refused("too-many-values", event, most=MOST_NODES)
            if name in {"MappingEndEvent", "SequenceEndEvent"}:
                closed = stack.pop()
                self.values[closed.pointer] = self.span(closed.mark, event.end_mark)
                continue
            self._refuse_unsafe(event, name)
            value = _scalar(event) if name == "ScalarEvent" else {} if name == "MappingStartEvent" else []
            pointer = self._place(stack, event, name, value)
            if pointer is None:
                continue
            if name == "ScalarEvent":
                self.values[pointer] = self.span(event.start_mark, event.end_mark)
            else:
                if len(stack) == MOST_DEPTH:
                    raise _Refused("too-deep", event, most=MOST_DEPTH)
                stack.append(_Open(value, pointer, event.start_mark))

    def _refuse_unsafe(self, event: Any, name: str) -> None:
        if name == "AliasEvent":
            raise _Refused("alias", event)
        if event.anchor:
            raise _Refused("anchor", event)
        if event.tag:
            raise _Refused("tag", event)
        if name == "ScalarEvent" and event.style == '"' and (match := REFUSED.search(event.value)):
            # An escape such as "\u202e" smuggles in what the reader of bytes refuses.
            raise _Refused("escaped-character", event, code=f"U+{ord(match.group()):04X}")

    def _place(self, stack: "list[_Open]", event: Any, name: str, value: Any) -> str | None:
        """Put a value where it belongs and answer its pointer; nothing where it is a key."""
        if not stack:
            self.result = value
            return ""
        top = stack[-1]
        if isinstance(top.value, list):
            top.value.append(value)
            return f"{top.pointer}/{len(top.value) - 1}"
        if top.key is None:
            if name != "ScalarEvent":
                raise _Refused("complex-key", event)
            key = str(event.value)
            if key == "<<" and event.implicit[0]:
                raise _Refused("merge-key", event)
            pointer = f"{top.pointer}/{escape(key)}"
            if key in top.value:
                first = self.keys[pointer]
                self.refuse("duplicate-key", event, key=key, line=first.line)
            self.keys[pointer] = self.span(event.start_mark, event.end_mark)
            top.key = key
            return None
        key, top.key = top.key, None
        top.value[key] = value
        return f"{top.pointer}/{escape(key)}"

    def span(self, start: Any, end: Any) -> Span:
        return Span(start.line + self.first_line, start.column + 1, end.line + self.first_line, max(end.column + 1, 1))


class _Open:
    """A mapping or list that is being filled."""

    __slots__ = ("key", "mark", "pointer", "value")

    def __init__(self, value: Any, pointer: str, mark: Any) -> None:
        self.value = value
        self.pointer = pointer
        self.mark = mark
        self.key: str | None = None


def _scalar(event: Any) -> object:
    text = event.value
    if not event.implicit[0]:
        return text
    if text in _WORDS:
        return _WORDS[text]
    return int(text) if _INTEGER.fullmatch(text) else text
