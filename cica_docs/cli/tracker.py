"""Issues over the network: read page by page, changed one at a time; the token is never shown and never sent on.

The host may be broken or hostile. What it answers is bounded in size, depth and time, and is not believed to be of any
shape: what reads issues ends with status 2 where it cannot, what changes them with status 3.
"""

import http.client
import json
import re
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from threading import Thread
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from cica_docs.api.issues import LABEL, Issue, Step
from cica_docs.cli.tracker_answer import Limits, Unfit, issues_in, parsed, reason_in
from cica_docs.values.failure import Failure

LIMITS = Limits()
_PAGE = 100
_MOST_REFUSAL = 64_000
_REPOSITORY = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,99}/[A-Za-z0-9._-]{1,100}")
_TOKEN = re.compile(r"[!-~]{1,1000}")
_HOST = re.compile(r"[A-Za-z0-9.-]{1,253}|[0-9A-Fa-f:.]{2,45}")
_ADDRESS = re.compile(r"[!-~]{1,2000}")
_PATH = re.compile(r"[A-Za-z0-9/._~-]*")
_HERE = frozenset({"127.0.0.1", "::1", "localhost"})
_CANNOT_DECIDE, _CANNOT_WRITE = 2, 3


class _NoRedirect(HTTPRedirectHandler):
    """A redirect would carry the token to wherever it points; it is an answer like any other refusal."""

    def redirect_request(self, *_: object) -> None:
        return None


class Tracker:
    """The issues of one repository, within the limits of one run."""

    def __init__(self, api: str, repository: str, token: str) -> None:
        if not _REPOSITORY.fullmatch(repository) or repository.endswith(("/.", "/..")):
            raise Failure("repository-unfit", repository=repository)
        if token and not _TOKEN.fullmatch(token):
            raise Failure("token-unfit")
        self._host = _host(api)
        self._api = api.rstrip("/")
        self._repository = repository
        self._token = token
        is_here = self._host in _HERE
        # Those who keep issues ask for a second between changes; a stand-in on this machine does not.
        self._pause = 0.0 if is_here else 1.0
        self._opener = build_opener(_NoRedirect, *([ProxyHandler({})] if is_here else []))
        self._limits = LIMITS
        self._ends = LIMITS.clock() + LIMITS.run_seconds
        self._left = LIMITS.all_bytes

    def issues(self) -> tuple[Issue, ...]:
        """All issues that carry our label, open and closed, each once, though it move to a later page meanwhile."""
        found: dict[int, Issue] = {}
        for page in range(1, self._limits.pages + 1):
            query = urlencode({"labels": LABEL, "state": "all", "per_page": _PAGE, "page": page})
            content, more = self._ask("GET", f"/issues?{query}", None)
            try:
                for issue in issues_in(parsed(content)):
                    found.setdefault(issue.number, issue)
            except Unfit:
                raise Failure("api-unreadable", host=self._host, what="GET /issues") from None
            if not more:
                return tuple(found.values())
        raise Failure("api-endless", host=self._host, pages=self._limits.pages)

    def apply(self, step: Step) -> None:
        """Make one change; the comment of a closing is none of it."""
        content = {"title": step.title, "body": step.body, "labels": list(step.labels)}
        match step.action:
            case "open":
                self._change("POST", "/issues", content)
            case "update":
                self._change("PATCH", f"/issues/{step.number}", content)
            case "reopen":
                self._change("PATCH", f"/issues/{step.number}", {**content, "state": "open"})
            case _:
                state = {"state": "closed", "state_reason": "completed"}
                self._change("PATCH", f"/issues/{step.number}", state)

    def comment(self, step: Step) -> None:
        """Say why an issue was closed: afterwards, so that the next run does not say it twice should this fail."""
        self._change("POST", f"/issues/{step.number}/comments", {"body": step.comment})

    def _change(self, method: str, path: str, content: Mapping[str, object]) -> None:
        answer, _ = self._ask(method, path, content)
        try:
            is_made = isinstance(parsed(answer), dict)
        except Unfit:
            is_made = False
        if not is_made:
            # Whatever answered there, it is not what keeps issues.
            raise Failure("api-unreadable", status=_CANNOT_WRITE, host=self._host, what=f"{method} {path}")
        time.sleep(self._pause)

    def _ask(self, method: str, path: str, content: Mapping[str, object] | None) -> tuple[bytes, bool]:
        """The answer to a request, and whether another page follows.

        A thread waits for it, so that no host can hold up the run by answering slowly: the time between two bytes is
        all that a socket bounds.
        """
        what = f"{method} {path.partition('?')[0]}"
        status = _CANNOT_DECIDE if content is None else _CANNOT_WRITE
        seconds = min(self._limits.answer_seconds, self._ends - self._limits.clock())
        if seconds <= 0:
            raise Failure("api-run-over", status=status, seconds=round(self._limits.run_seconds))
        answers: list[tuple[bytes, bool] | BaseException] = []
        request = self._request(method, path, content)
        waiting = Thread(target=self._fetch, args=(request, what, status, answers), daemon=True)
        waiting.start()
        waiting.join(seconds)
        if not answers:
            key = "api-slow" if content is None else "api-slow-change"
            raise Failure(key, status=status, host=self._host, what=what, seconds=round(seconds))
        answer = answers[0]
        if isinstance(answer, BaseException):
            raise answer
        self._left -= len(answer[0])
        if self._left < 0:
            raise Failure("api-too-large", status=status, host=self._host, what=what)
        return answer

    def _request(self, method: str, path: str, content: Mapping[str, object] | None) -> Request:
        headers = {
            "Accept": "application/vnd.github+json",
            "X-GitHub-Api-Version": "2022-11-28",
            "User-Agent": "cica-docs",
            "Content-Type": "application/json",
        }
        address = f"{self._api}/repos/{quote(self._repository)}{path}"
        data = None if content is None else json.dumps(content).encode()
        request = Request(address, data, headers, method=method)  # noqa: S310 - https, or this machine: see `_host`
        if self._token:
            # Left out of a redirect by urllib too, should one ever be followed.
            request.add_unredirected_header("Authorization", f"Bearer {self._token}")
        return request

    def _fetch(
        self, request: Request, what: str, status: int, answers: list[tuple[bytes, bool] | BaseException]
    ) -> None:
        """Add the answer to a request, or why there is none."""
        try:
            answers.append(self._answer(request, what, status))
        except BaseException as error:  # noqa: BLE001 - raised again by whoever waits
            answers.append(error)

    def _answer(self, request: Request, what: str, status: int) -> tuple[bytes, bool]:
        most = self._limits.page_bytes
        try:
            with self._opener.open(request, timeout=self._limits.silent_seconds) as answer:
                content = answer.read(most + 1)
                more = 'rel="next"' in (answer.headers.get("Link") or "")
        except HTTPError as error:
            raise self._refused(error, what, status) from None
        except (URLError, http.client.HTTPException, OSError, ValueError) as error:
            reason = str(getattr(error, "reason", "") or error) or type(error).__name__
            raise Failure("api-unreachable", status=status, host=self._host, reason=self._hidden(reason)) from None
        if len(content) > most:
            raise Failure("api-too-large", status=status, host=self._host, what=what)
        return content, more

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
                reason = reason_in(error.read(_MOST_REFUSAL))
            except (ValueError, OSError, http.client.HTTPException):
                reason = ""
        return Failure(
            "api-refused",
            status=status,
            host=self._host,
            what=what,
            code=error.code,
            reason=self._hidden(reason or str(error.reason)),
        )

    def _hidden(self, text: str) -> str:
        return text.replace(self._token, "…") if self._token else text


def _host(api: str) -> str:
    """The host that keeps issues; an address to which no token may go is a failure."""
    try:
        address = urlsplit(api)
        host, port = address.hostname or "", address.port
    except ValueError:
        raise Failure("api-unfit", api=api) from None
    is_safe = address.scheme == "https" or (address.scheme == "http" and host in _HERE)
    is_plain = _HOST.fullmatch(host) and _PATH.fullmatch(address.path) and not (address.query or address.fragment)
    if (
        not _ADDRESS.fullmatch(api)
        or not is_safe
        or not is_plain
        or address.username is not None
        or "@" in address.netloc
        or port == 0
    ):
        raise Failure("api-unfit", api=api)
    return host


def _after(headers: http.client.HTTPMessage | Any) -> str:
    """When to try again, as the host says."""
    seconds = str(headers.get("Retry-After") or "")
    if seconds.isascii() and seconds.isdigit():
        return f"{seconds[:9]} s"
    moment = str(headers.get("X-RateLimit-Reset") or "")
    if moment.isascii() and moment.isdigit() and len(moment) < 12:
        return datetime.fromtimestamp(int(moment), UTC).strftime("%Y-%m-%dT%H:%MZ")
    return "60 s"
