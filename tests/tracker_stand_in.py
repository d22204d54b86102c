"""A stand-in on this machine for the host that keeps issues: what it is asked, what it answers, what it refuses."""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Event, Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

TOKEN = "ghs_notARealToken0123456789"  # noqa: S105 - a token of this stand-in


@dataclass
class StandIn:
    """Its issues by number, the requests that reached it, and what it answers instead, by method."""

    issues: dict[int, dict[str, Any]] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    tokens: set[str] = field(default_factory=set)
    comments: list[tuple[int, str]] = field(default_factory=list)
    instead: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    usual: dict[str, int] = field(default_factory=dict)
    """By method, how many requests are answered as ever before the other answer is given."""
    page: int = 100
    url: str = ""

    @property
    def writes(self) -> list[tuple[str, str]]:
        """The requests that changed something."""
        return [request for request in self.asked if request[0] != "GET"]

    def open_titles(self) -> list[str]:
        """The titles of the issues that are open."""
        return sorted(issue["title"] for issue in self.issues.values() if issue["state"] == "open")

    def answer(self, method: str, path: str, content: Any) -> tuple[int, dict[str, str], Any]:
        """The answer to a request for issues."""
        parts = urlsplit(path)
        head, _, tail = parts.path.partition("/issues")
        assert head == "/api/repos/owner/name"
        number = int(tail.strip("/").partition("/")[0] or 0)
        if method == "GET":
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            issues = [
                issue for issue in self.issues.values() if query["labels"] in [each["name"] for each in issue["labels"]]
            ]
            start = (int(query["page"]) - 1) * self.page
            more = {"Link": '<https://elsewhere.example/next>; rel="next"'} if start + self.page < len(issues) else {}
            return 200, more, issues[start : start + self.page]
        if tail.endswith("/comments"):
            self.comments.append((number, content["body"]))
            return 201, {}, {}
        if method == "POST":
            number = len(self.issues) + 1
            self.issues[number] = {"number": number, "state": "open", "state_reason": None}
        labels = content.pop("labels", None)
        self.issues[number].update(content)
        if labels is not None:
            self.issues[number]["labels"] = [{"name": name} for name in labels]
        return 201 if method == "POST" else 200, {}, self.issues[number]


@contextmanager
def stand_in() -> Iterator[StandIn]:
    """A stand-in that listens while the block runs."""
    state = StandIn()

    class Handler(BaseHTTPRequestHandler):
        def _serve(self) -> None:
            content = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or b"null")
            state.asked.append((self.command, self.path))
            state.tokens.add(self.headers.get("Authorization") or "")
            state.usual[self.command] = left = state.usual.get(self.command, 0) - 1
            if self.command in state.instead and left < 0:
                code, headers, body = state.instead[self.command]
            else:
                code, headers, answer = state.answer(self.command, self.path, content)
                body = json.dumps(answer).encode()
            self.send_response(code)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            with suppress(ConnectionError):
                self.wfile.write(body)

        do_GET = do_POST = do_PATCH = _serve  # noqa: N815 - the names that http.server calls

        def log_message(self, *_: object) -> None:
            """Nothing is logged."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    state.url = f"http://127.0.0.1:{server.server_port}/api"
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def dripping(start: bytes, drop: bytes) -> Iterator[str]:
    """The address of a host that begins an answer, and then lets a drop fall now and then for as long as is waited."""
    over = Event()

    class Handler(StreamRequestHandler):
        def handle(self) -> None:
            self.request.recv(65_536)
            with suppress(OSError):
                self.wfile.write(start)
                while not over.wait(0.02):
                    self.wfile.write(drop)

    with ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/api"
        finally:
            over.set()
            server.shutdown()
            thread.join()
