"""Issues over the network: read page by page, changed one at a time; the token is never shown and never sent on."""

import http.client
import json
import re
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from cica_docs.api.deadline import LABEL, Issue, Step
from cica_docs.values.failure import Failure

_TIMEOUT = 20
_MOST_BYTES = 20_000_000
_MOST_PAGES = 100
_PAGE = 100
_REPOSITORY = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,99}/[A-Za-z0-9._-]{1,100}")
_TOKEN = re.compile(r"[!-~]{1,1000}")
_HERE = frozenset({"127.0.0.1", "::1", "localhost"})
_CANNOT_DECIDE, _CANNOT_WRITE = 2, 3


class _NoRedirect(HTTPRedirectHandler):
    """A redirect would carry the token to wherever it points; it is an answer like any other refusal."""

    def redirect_request(self, *_: object) -> None:
        return None


class Tracker:
    """The issues of one repository."""

    def __init__(self, api: str, repository: str, token: str) -> None:
        if not _REPOSITORY.fullmatch(repository) or repository.endswith(("/.", "/..")):
            raise Failure("repository-unfit", repository=repository)
        if token and not _TOKEN.fullmatch(token):
            raise Failure("token-unfit")
        address = urlsplit(api)
        is_here = address.hostname in _HERE
        if not address.hostname or address.username or not (address.scheme == "https" or _is_plain_here(api)):
            raise Failure("api-unfit", api=api)
        self._api = api.rstrip("/")
        self._repository = repository
        self._token = token
        self._host = address.hostname
        # Those who keep issues ask for a second between changes; a stand-in on this machine does not.
        self._pause = 0.0 if is_here else 1.0
        self._opener = build_opener(_NoRedirect, *([ProxyHandler({})] if is_here else []))

    def issues(self) -> tuple[Issue, ...]:
        """All issues that carry our label, open and closed."""
        return tuple(self._issues())

    def _issues(self) -> Iterator[Issue]:
        for page in range(1, _MOST_PAGES + 1):
            query = urlencode({"labels": LABEL, "state": "all", "per_page": _PAGE, "page": page})
            found, more = self._ask("GET", f"/issues?{query}", None)
            if not isinstance(found, list):
                raise Failure("api-unreadable", host=self._host, what="GET /issues")
            yield from (_issue(one, self._host) for one in found if not _is_pull(one))
            if not more:
                return

    def apply(self, step: Step) -> None:
        """Make one change."""
        content = {"title": step.title, "body": step.body, "labels": list(step.labels)}
        match step.action:
            case "open":
                self._change("POST", "/issues", content)
            case "update":
                self._change("PATCH", f"/issues/{step.number}", content)
            case "reopen":
                self._change("PATCH", f"/issues/{step.number}", {**content, "state": "open"})
            case _:
                # Closed first: should the comment fail, the next run does not say it twice.
                state = {"state": "closed", "state_reason": "completed"}
                self._change("PATCH", f"/issues/{step.number}", state)
                self._change("POST", f"/issues/{step.number}/comments", {"body": step.comment})

    def _change(self, method: str, path: str, content: Mapping[str, object]) -> None:
        self._ask(method, path, content)
        time.sleep(self._pause)

    def _ask(self, method: str, path: str, content: Mapping[str, object] | None) -> tuple[Any, bool]:
        """The answer to a request, and whether another page follows."""
        what = f"{method} {path.partition('?')[0]}"
        status = _CANNOT_DECIDE if content is None else _CANNOT_WRITE
        headers = {
            "Accept": "application/vnd.github+json",
            "X-GitHub-Api-Version": "2022-11-28",
            "User-Agent": "cica-docs",
            "Content-Type": "application/json",
        }
        address = f"{self._api}/repos/{quote(self._repository)}{path}"
        data = None if content is None else json.dumps(content).encode()
        request = Request(address, data, headers, method=method)  # noqa: S310 - https, or this machine: see above
        if self._token:
            # Left out of a redirect by urllib too, should one ever be followed.
            request.add_unredirected_header("Authorization", f"Bearer {self._token}")
        try:
            with self._opener.open(request, timeout=_TIMEOUT) as answer:
                return _read(answer.read(_MOST_BYTES)), 'rel="next"' in (answer.headers.get("Link") or "")
        except HTTPError as error:
            raise self._refused(error, what, status) from None
        except (URLError, http.client.HTTPException, OSError) as error:
            reason = str(getattr(error, "reason", "") or error) or type(error).__name__
            raise Failure("api-unreachable", status=status, host=self._host, reason=self._hidden(reason)) from None
        except ValueError:
            raise Failure("api-unreadable", status=status, host=self._host, what=what) from None

    def _refused(self, error: HTTPError, what: str, status: int) -> Failure:
        """Why a request was refused, with what the host says of it."""
        with error:
            limited = error.code == 429 or (
                error.code == 403
                and (error.headers.get("Retry-After") or error.headers.get("X-RateLimit-Remaining") == "0")
            )
            if limited:
                return Failure("api-limited", status=status, host=self._host, after=_after(error.headers))
            try:
                said = _read(error.read(64_000))
            except (ValueError, OSError, http.client.HTTPException):
                said = None
        reason = said.get("message") if isinstance(said, dict) else None
        return Failure(
            "api-refused",
            status=status,
            host=self._host,
            what=what,
            code=error.code,
            reason=self._hidden(str(reason or error.reason)),
        )

    def _hidden(self, text: str) -> str:
        return text.replace(self._token, "…") if self._token else text


def _is_plain_here(api: str) -> bool:
    address = urlsplit(api)
    return address.scheme == "http" and address.hostname in _HERE


def _read(content: bytes) -> Any:
    return json.loads(content)


def _after(headers: http.client.HTTPMessage | Any) -> str:
    """When to try again, as the host says."""
    seconds = str(headers.get("Retry-After") or "")
    if seconds.isascii() and seconds.isdigit():
        return f"{seconds[:9]} s"
    moment = str(headers.get("X-RateLimit-Reset") or "")
    if moment.isascii() and moment.isdigit() and len(moment) < 12:
        return datetime.fromtimestamp(int(moment), UTC).strftime("%Y-%m-%dT%H:%MZ")
    return "60 s"


def _is_pull(one: Any) -> bool:
    return isinstance(one, dict) and "pull_request" in one


def _issue(one: Any, host: str) -> Issue:
    if not isinstance(one, dict) or not isinstance(one.get("number"), int):
        raise Failure("api-unreadable", host=host, what="GET /issues")
    labels = one.get("labels")
    named = (label.get("name") if isinstance(label, dict) else label for label in labels or ())
    return Issue(
        number=one["number"],
        title=str(one.get("title") or ""),
        body=str(one.get("body") or ""),
        labels=frozenset(name for name in named if isinstance(name, str)),
        is_open=one.get("state") == "open",
        is_declined=one.get("state_reason") == "not_planned",
    )
