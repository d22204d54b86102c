"""What a host of issues answers, read as if it were hostile: anything of another shape than an issue has is unfit."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NoReturn

from cica_docs.api.issues import Issue

_MOST_TITLE = 1_000
_MOST_BODY = 70_000
_MOST_NUMBER = 2**53


@dataclass(frozen=True)
class Limits:
    """How much of a host's answers is read, and how long they are waited for; a second run goes on where one ended."""

    pages: int = 100
    page_bytes: int = 10_000_000
    all_bytes: int = 50_000_000
    silent_seconds: float = 20
    """Between two bytes."""
    answer_seconds: float = 60
    run_seconds: float = 1_800
    clock: Callable[[], float] = time.monotonic


class Unfit(ValueError):  # noqa: N818 - as Failure
    """An answer that is no issue, or no list of them."""


def parsed(content: bytes) -> Any:
    """The JSON that bytes spell, in UTF-8 and of no more levels than Python reads."""
    try:
        return json.loads(content.decode("utf-8"), parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise Unfit from None


def issues_in(answer: Any) -> Iterator[Issue]:
    """The issues of a page; requests to pull are listed with them and are none."""
    if not isinstance(answer, list):
        raise Unfit
    for entry in answer:
        if not isinstance(entry, dict):
            raise Unfit
        if "pull_request" not in entry:
            yield _issue(entry)


def reason_in(content: bytes) -> str:
    """What a refusal says of itself; empty where it says nothing that can be read."""
    try:
        answer = parsed(content)
    except Unfit:
        return ""
    message = answer.get("message") if isinstance(answer, dict) else None
    return message if isinstance(message, str) else ""


def _issue(entry: dict[str, Any]) -> Issue:
    number, state, reason = entry.get("number"), entry.get("state"), entry.get("state_reason")
    if not isinstance(number, int) or isinstance(number, bool) or not 0 < number < _MOST_NUMBER:
        raise Unfit
    if state not in ("open", "closed") or not isinstance(reason, str | None):
        raise Unfit
    return Issue(
        number=number,
        title=_text(entry.get("title"), _MOST_TITLE),
        # What is longer than any body of ours is no more than different from it.
        body=_text(entry.get("body"), _MOST_BODY),
        labels=frozenset(_labels(entry.get("labels"))),
        is_open=state == "open",
        is_declined=reason == "not_planned",
    )


def _text(value: Any, most: int) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Unfit
    return value[:most]


def _labels(value: Any) -> Iterator[str]:
    if not isinstance(value, list | None):
        raise Unfit
    for label in value or ():
        name = label.get("name") if isinstance(label, dict) else label
        if not isinstance(name, str):
            raise Unfit
        yield name


def _refuse(_: str) -> NoReturn:
    """NaN and the infinities are no JSON, though Python reads them."""
    raise Unfit
