"""A host of issues that is broken or hostile: bounded in size, depth and time, told in a line, nothing half done."""

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from cica_docs.cli import tracker
from cica_docs.cli.run import run
from late_paper import write_late_papers
from tracker_stand_in import TOKEN, StandIn, dripping, stand_in

pytestmark = pytest.mark.series(6)

LABELS = [{"name": "cica-deadline"}]
ISSUE = {"number": 1, "title": "t", "body": "b", "state": "open", "labels": LABELS}
DEEP = b"[" * 100_000
SMALL = replace(tracker.LIMITS, pages=3, page_bytes=20_000, all_bytes=30_000, silent_seconds=5, answer_seconds=0.4)


@pytest.fixture
def host(papers: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    """A stand-in, and a register with two obligations."""
    monkeypatch.setenv("GITHUB_TOKEN", TOKEN)
    write_late_papers(papers, "p", "q")
    with stand_in() as state:
        yield state


def _run(url: str, *more: str, day: str = "2026-07-20") -> int:
    return run(["deadlines", "--repository", "owner/name", "--api", url, "--as-of", day, *more])


def _page(**fields: Any) -> bytes:
    return json.dumps([{**ISSUE, **fields}]).encode()


@pytest.mark.parametrize("answer", [DEEP, b"[1]", _page(labels=5), "[]".encode("utf-16")])
def test_what_is_no_list_of_issues_decides_nothing(
    host: StandIn, capsys: pytest.CaptureFixture[str], answer: bytes
) -> None:
    host.instead["GET"] = (200, {}, answer)
    assert _run(host.url, "--apply") == 2
    said = capsys.readouterr()
    assert "answers GET /issues with something other than issues" in said.err
    assert len(said.err.splitlines()) == 1
    assert said.out == ""
    assert host.writes == []


@pytest.mark.series(6)
@pytest.mark.parametrize("answer", [DEEP, b"", b"<html>", b"[]", b"null", b"\xff", b'{"a": NaN}'])
def test_what_is_no_answer_to_a_change_is_no_change(
    host: StandIn, capsys: pytest.CaptureFixture[str], answer: bytes
) -> None:
    host.instead["POST"] = (200, {}, answer)
    assert _run(host.url, "--apply") == 3
    said = capsys.readouterr()
    assert said.out == ""
    assert "Stopped: 0 of 2 changes were made" in said.err
    assert "cica: 127.0.0.1 answers POST /issues with" in said.err
    assert len(said.err.splitlines()) == 2


@pytest.mark.series(8)
@pytest.mark.parametrize("body", [DEEP, DEEP * 100, b"x" * 5_000_000, b'{"message": 5}', b"\xff", b'{"message": []}'])
@pytest.mark.parametrize("code", [404, 500])
def test_a_refusal_of_any_kind_is_one_line(
    host: StandIn, capsys: pytest.CaptureFixture[str], code: int, body: bytes
) -> None:
    host.instead["GET"] = (code, {}, body)
    assert _run(host.url) == 2
    said = capsys.readouterr()
    assert f"refuses GET /issues with status {code}" in said.err
    assert len(said.err.splitlines()) == 1


def test_what_was_changed_before_a_refusal_is_said(host: StandIn, capsys: pytest.CaptureFixture[str]) -> None:
    host.usual["POST"] = 1
    host.instead["POST"] = (500, {}, b"")
    assert _run(host.url, "--apply") == 3
    said = capsys.readouterr()
    assert said.out.startswith("open: ")
    assert said.out.count("\n") == 1
    assert "Stopped: 1 of 2 changes were made; the next run makes the rest." in said.err
    host.instead.clear()
    assert _run(host.url, "--apply") == 0
    assert len(host.issues) == 2


def test_a_closing_whose_comment_is_refused_is_closed_and_said(
    host: StandIn, papers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(host.url, "--apply") == 0
    (papers / "concept-paper/p/en.md").unlink()
    capsys.readouterr()
    host.instead["POST"] = (403, {}, b"{}")
    assert _run(host.url, "--apply") == 3
    said = capsys.readouterr()
    assert said.out.startswith("close #1")
    assert "1 of 1 changes were made" in said.err
    assert "refuses POST /issues/1/comments" in said.err
    host.instead.clear()
    assert _run(host.url, "--apply") == 0
    assert host.issues[1]["state"] == "closed"


def test_an_answer_is_read_no_further_than_its_bound(
    host: StandIn, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tracker, "LIMITS", replace(SMALL, answer_seconds=60))
    host.instead["GET"] = (200, {}, _page(body="x" * 20_000))
    assert _run(host.url, "--apply") == 2
    assert "is too long to be read" in capsys.readouterr().err
    assert host.writes == []


def test_all_answers_together_are_read_no_further_than_their_bound(
    host: StandIn, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tracker, "LIMITS", replace(SMALL, answer_seconds=60))
    host.instead["GET"] = (200, {"Link": '<x>; rel="next"'}, _page(body="x" * 18_000))
    assert _run(host.url, "--apply") == 2
    assert "is too long to be read" in capsys.readouterr().err
    assert (len(host.asked), host.writes) == (2, [])


def test_pages_without_end_are_not_taken_for_all(
    host: StandIn, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tracker, "LIMITS", replace(SMALL, answer_seconds=60))
    host.instead["GET"] = (200, {"Link": '<x>; rel="next"'}, b"[]")
    assert _run(host.url, "--apply") == 2
    assert "more than 3 pages" in capsys.readouterr().err
    assert (len(host.asked), host.writes) == (3, [])


def test_an_issue_that_is_listed_twice_is_one(host: StandIn) -> None:
    assert _run(host.url, "--apply") == 0
    (first, second) = host.issues.values()
    twice = json.dumps([{**first, "title": "changed"}, first, second, second]).encode()
    host.instead["GET"] = (200, {}, twice)
    before = len(host.writes)
    assert _run(host.url, "--apply") == 0
    assert host.writes[before:] == [("PATCH", "/api/repos/owner/name/issues/1")]


OK = b"HTTP/1.1 200 OK\r\n"


@pytest.mark.series(8)
@pytest.mark.parametrize(
    ("start", "drop"),
    [
        (b"", b""),
        (b"", b"H"),
        (OK, b"X"),
        (OK, b"X-A: b\r\n"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (OK + b"Content-Length: 1000000\r\n\r\n", b" "),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"),
        (OK + b"\r\n", b" "),
        (b"HTTP/1.1 500 No\r\nContent-Length: 1000000\r\n\r\n", b" "),
    ],
)
@pytest.mark.usefixtures("host")
def test_a_host_that_drips_is_not_waited_for(
    start: bytes, drop: bytes, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tracker, "LIMITS", SMALL)
    with dripping(start, drop) as url:
        assert _run(url) == 2
    said = capsys.readouterr().err
    # A hundred headers are refused before that.
    assert "has not answered GET /issues within 0 s" in said or "does not answer: got more than 100 headers" in said
    assert len(said.splitlines()) == 1


@pytest.mark.series(6)
@pytest.mark.parametrize(
    "answer", [b"\r\n\r\n", b"garbage", b"HTTP/9.9 abc\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n"]
)
@pytest.mark.usefixtures("host")
def test_what_is_no_answer_at_all_is_told(
    answer: bytes, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tracker, "LIMITS", SMALL)
    with dripping(answer, b"") as url:
        assert _run(url) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_run_ends_in_its_time_and_says_how_far_it_came(
    host: StandIn, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds = count(0, 700)
    monkeypatch.setattr(tracker, "LIMITS", replace(tracker.LIMITS, clock=lambda: next(seconds)))
    assert _run(host.url, "--apply") == 3
    said = capsys.readouterr()
    assert "Stopped: 1 of 2 changes were made" in said.err
    assert "the run stopped after 1800 s" in said.err
    assert len(host.issues) == 1


@pytest.mark.series(5)
@pytest.mark.parametrize(
    "api",
    [
        "https://[::1",
        "https://h:99999",
        "https://h:x",
        "https://h:0",
        "https://",
        "https:///x",
        "https://h/?q=",
        "https://h/#f",
        "https://ех.example",
        "https://h h",
        "https://h/ x",
        "https://h/\r\nX: y",
        "https://@h",
        "https://h%00",
        "//h",
        "h",
        "http://127.0.0.1.example",
        "https://" + "h" * 300,
        "https://h/\udcff",
        " https://h",
    ],
)
@pytest.mark.usefixtures("host")
def test_an_address_that_is_none_is_asked_nothing(api: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(api) == 2
    assert "is not accepted as the address to send the token to" in capsys.readouterr().err
