"""Issues over the network: read page by page, changed one at a time; the token is never shown or sent on.

The host may be broken or hostile. Its answers are limited in size, depth and time and validated: if issues cannot be
read, the run ends with status 2; if one cannot be changed, with status 3.
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
from cica_docs.cli.tracker_answer import Limits, Unfit, issues_in, parse_json, reason_in
from cica_docs.values.failure import Failure

LIMITS = Limits()
_PAGE = 100
_MAX_REFUSAL = 64_000
_REPOSITORY = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,99}/[A-Za-z0-9._-]{1,100}")
_TOKEN = re.compile(r"[!-~]{1,1000}")
_HOST = re.compile(r"[A-Za-z0-9.-]{1,253}|[0-9A-Fa-f:.]{2,45}")
_ADDRESS = re.compile(r"[!-~]{1,2000}")
_PATH = re.compile(r"[A-Za-z0-9/._~-]*")
_THIS_MACHINE = frozenset({"127.0.0.1", "::1", "localhost"})
_CANNOT_DECIDE, _CANNOT_WRITE = 2, 3


class _NoRedirect(HTTPRedirectHandler):
    """Treats a redirect as a refusal, since it would send the token to its target."""

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
        is_local = self._host in _THIS_MACHINE
        # The host asks for a second between changes; a stand-in on this machine does not.
        self._pause = 0.0 if is_local else 1.0
        self._opener = build_opener(_NoRedirect, *([ProxyHandler({})] if is_local else []))
        self._limits = LIMITS
        self._ends = LIMITS.clock() + LIMITS.run_seconds
        self._left = LIMITS.all_bytes

    def issues(self) -> tuple[Issue, ...]:
        """Return all issues with our label, open and closed, each once even if it moves to a later page meanwhile."""
        by_number: dict[int, Issue] = {}
        for page in range(1, self._limits.pages + 1):
            query = urlencode({"labels": LABEL, "state": "all", "per_page": _PAGE, "page": page})
            content, has_more = self._ask("GET", f"/issues?{query}", None)
            try:
                for issue in issues_in(parse_json(content)):
                    by_number.setdefault(issue.number, issue)
            except Unfit:
                raise Failure("api-unreadable", host=self._host, what="GET /issues") from None
            if not has_more:
                return tuple(by_number.values())
        raise Failure("api-endless", host=self._host, pages=self._limits.pages)

    def apply(self, step: Step) -> None:
        """Make one change, without the comment on a closed issue."""
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
        """Comment on a closed issue with the reason: last, so that a failure does not repeat it in the next run."""
        self._change("POST", f"/issues/{step.number}/comments", {"body": step.comment})

    def _change(self, method: str, path: str, content: Mapping[str, object]) -> None:
        answer, _ = self._ask(method, path, content)
        try:
            is_made = isinstance(parse_json(answer), dict)
        except Unfit:
            is_made = False
        if not is_made:
            # The host that answered does not keep issues.
            raise Failure("api-unreadable", status=_CANNOT_WRITE, host=self._host, what=f"{method} {path}")
        time.sleep(self._pause)

    def _ask(self, method: str, path: str, content: Mapping[str, object] | None) -> tuple[bytes, bool]:
        """Send a request; return the answer and whether another page follows.

        A thread waits for the answer, so that a slow host cannot hold up the run: a socket limits only the time between
        two bytes.
        """
        request_line = f"{method} {path.partition('?')[0]}"
        status = _CANNOT_DECIDE if content is None else _CANNOT_WRITE
        seconds = min(self._limits.answer_seconds, self._ends - self._limits.clock())
        if seconds <= 0:
            raise Failure("api-run-over", status=status, seconds=round(self._limits.run_seconds))
        answers: list[tuple[bytes, bool] | BaseException] = []
        request = self._request(method, path, content)
        waiting = Thread(target=self._fetch, args=(request, request_line, status, answers), daemon=True)
        waiting.start()
        waiting.join(seconds)
        if not answers:
            key = "api-slow" if content is None else "api-slow-change"
            raise Failure(key, status=status, host=self._host, what=request_line, seconds=round(seconds))
        answer = answers[0]
        if isinstance(answer, BaseException):
            raise answer
        self._left -= len(answer[0])
        if self._left < 0:
            raise Failure("api-too-large", status=status, host=self._host, what=request_line)
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
            # urllib leaves it out of redirects too, if one were followed.
            request.add_unredirected_header("Authorization", f"Bearer {self._token}")
        return request

    def _fetch(
        self, request: Request, request_line: str, status: int, answers: list[tuple[bytes, bool] | BaseException]
    ) -> None:
        """Append the answer to a request, or the error."""
        try:
            answers.append(self._answer(request, request_line, status))
        except BaseException as error:  # noqa: BLE001 - raised again by the waiting thread
            answers.append(error)

    def _answer(self, request: Request, request_line: str, status: int) -> tuple[bytes, bool]:
        most = self._limits.page_bytes
        try:
            with self._opener.open(request, timeout=self._limits.silent_seconds) as answer:
                content = answer.read(most + 1)
                has_more = 'rel="next"' in (answer.headers.get("Link") or "")
        except HTTPError as error:
            raise self._refused(error, request_line, status) from None
        except (URLError, http.client.HTTPException, OSError, ValueError) as error:
            reason = str(getattr(error, "reason", "") or error) or type(error).__name__
            raise Failure("api-unreachable", status=status, host=self._host, reason=self._hidden(reason)) from None
        if len(content) > most:
            raise Failure("api-too-large", status=status, host=self._host, what=request_line)
        return content, has_more

    def _refused(self, error: HTTPError, request_line: str, status: int) -> Failure:
        """Return the failure for a refused request, with the reason that the host gives."""
        with error:
            limited = error.code == 429 or (
                error.code == 403
                and (error.headers.get("Retry-After") or error.headers.get("X-RateLimit-Remaining") == "0")
            )
            if limited:
                return Failure("api-limited", status=status, host=self._host, after=_retry_time(error.headers))
            try:
                reason = reason_in(error.read(_MAX_REFUSAL))
            except (ValueError, OSError, http.client.HTTPException):
                reason = ""
        return Failure(
            "api-refused",
            status=status,
            host=self._host,
            what=request_line,
            code=error.code,
            reason=self._hidden(reason or str(error.reason)),
        )

    def _hidden(self, text: str) -> str:
        return text.replace(self._token, "…") if self._token else text


def _host(api: str) -> str:
    """Return the host of the issues; raise `Failure` for an address to which the token must not be sent."""
    try:
        address = urlsplit(api)
        host, port = address.hostname or "", address.port
    except ValueError:
        raise Failure("api-unfit", api=api) from None
    is_safe = address.scheme == "https" or (address.scheme == "http" and host in _THIS_MACHINE)
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


def _retry_time(headers: http.client.HTTPMessage | Any) -> str:
    """Return the time for the next try that the host asks for."""
    seconds = str(headers.get("Retry-After") or "")
    if seconds.isascii() and seconds.isdigit():
        return f"{seconds[:9]} s"
    moment = str(headers.get("X-RateLimit-Reset") or "")
    if moment.isascii() and moment.isdigit() and len(moment) < 12:
        return datetime.fromtimestamp(int(moment), UTC).strftime("%Y-%m-%dT%H:%MZ")
    return "60 s"
