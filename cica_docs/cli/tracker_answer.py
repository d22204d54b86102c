"""Parse the answers of an issue host as untrusted input: every shape but that of an issue is refused."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NoReturn

from cica_docs.api.issues import Issue

_MAX_TITLE = 1_000
_MAX_BODY = 70_000
_MAX_NUMBER = 2**53


@dataclass(frozen=True)
class Limits:
    """Limits on a host's answers: bytes, pages and seconds; a second run continues where one ended."""

    pages: int = 100
    page_bytes: int = 10_000_000
    all_bytes: int = 50_000_000
    silent_seconds: float = 20
    """Between two bytes."""
    answer_seconds: float = 60
    run_seconds: float = 1_800
    clock: Callable[[], float] = time.monotonic


class Unfit(ValueError):  # noqa: N818 - as Failure
    """An answer that is not an issue, or not a list of issues."""


def parse_json(content: bytes) -> Any:
    """Parse JSON in UTF-8; raise `Unfit` if it is invalid or too deep."""
    try:
        return json.loads(content.decode("utf-8"), parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise Unfit from None


def issues_in(answer: Any) -> Iterator[Issue]:
    """Yield the issues of a page; pull requests are listed with them and left out."""
    if not isinstance(answer, list):
        raise Unfit
    for entry in answer:
        if not isinstance(entry, dict):
            raise Unfit
        if "pull_request" not in entry:
            yield _issue(entry)


def reason_in(content: bytes) -> str:
    """Return the reason in a refusal, or "" if it cannot be read."""
    try:
        answer = parse_json(content)
    except Unfit:
        return ""
    message = answer.get("message") if isinstance(answer, dict) else None
    return message if isinstance(message, str) else ""


def _issue(entry: dict[str, Any]) -> Issue:
    number, state, reason = entry.get("number"), entry.get("state"), entry.get("state_reason")
    if not isinstance(number, int) or isinstance(number, bool) or not 0 < number < _MAX_NUMBER:
        raise Unfit
    if state not in ("open", "closed") or not isinstance(reason, str | None):
        raise Unfit
    return Issue(
        number=number,
        title=_text(entry.get("title"), _MAX_TITLE),
        # A body longer than any of ours only has to differ from it.
        body=_text(entry.get("body"), _MAX_BODY),
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
    """Refuse NaN and infinities: they are not JSON, though Python reads them."""
    raise Unfit
