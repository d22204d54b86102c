"""`cica deadlines` against a stand-in: one issue for each open obligation, and the token goes nowhere else."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from cica_docs.cli.run import run
from late_paper import PAPER, write_late_papers
from tracker_stand_in import TOKEN, StandIn, stand_in

pytestmark = pytest.mark.series(6)

NAME = "2.5/expert-meetings:concept-paper/p"
TITLE = "Expert meetings on the draft concept paper"


@pytest.fixture
def host(papers: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    """A stand-in, and a register with one obligation."""
    monkeypatch.setenv("GITHUB_TOKEN", TOKEN)
    monkeypatch.delenv("GITHUB_REPOSITORY", raising=False)
    write_late_papers(papers, "p")
    with stand_in() as state:
        yield state


def _run(host: StandIn, *more: str, day: str = "2026-07-20") -> int:
    return run(["deadlines", "--repository", "owner/name", "--api", host.url, "--as-of", day, *more])


def _record(papers: Path, act: str) -> None:
    path = papers / "concept-paper/p/en.md"
    path.write_text(PAPER.replace("---\n\nText", f"  - {act}\n---\n\nText"), encoding="utf-8")


def test_a_dry_run_says_what_it_would_do_and_does_nothing(host: StandIn, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(host) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"open: Sample State: {TITLE} (")
    assert "Nothing was changed; --apply makes the changes." in said
    assert host.writes == []


def test_it_opens_once_and_then_leaves_alone(host: StandIn, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(host, "--apply") == 0
    (issue,) = host.issues.values()
    assert issue["body"].startswith(f"<!-- cica:{NAME} -->\n")
    assert [label["name"] for label in issue["labels"]] == ["cica-deadline", "cica-due-soon"]
    assert "`registry/concept-paper/p/en.md:6`" in issue["body"]
    written = len(host.writes)
    issue["body"] = issue["body"].replace("\n", "\r\n")
    issue["labels"].append({"name": "urgent"})
    for day in ("2026-07-20", "2026-07-21"):
        assert _run(host, "--apply", day=day) == 0
    assert len(host.writes) == written
    assert "every issue is up to date" in capsys.readouterr().out
    assert host.tokens == {f"Bearer {TOKEN}"}


def test_it_writes_anew_only_what_differs_and_keeps_labels_of_others(host: StandIn) -> None:
    assert _run(host, "--apply") == 0
    host.issues[1]["labels"].append({"name": "urgent"})
    assert _run(host, "--apply", day="2026-08-20") == 0
    assert host.writes[-1] == ("PATCH", "/api/repos/owner/name/issues/1")
    labels = [issue["name"] for issue in host.issues[1]["labels"]]
    assert labels == ["cica-deadline", "cica-overdue", "urgent"]
    assert len(host.issues) == 1


def test_it_closes_with_a_comment_when_discharged_and_opens_again_when_not(host: StandIn, papers: Path) -> None:
    assert _run(host, "--apply") == 0
    _record(papers, "{on: 2026-07-25, kind: approved, by: soc}")
    assert _run(host, "--apply", day="2026-08-20") == 0
    assert host.issues[1]["state"] == "closed"
    assert host.comments == [(1, "Discharged on 2026-07-25, as the register records.")]
    (papers / "concept-paper/p/en.md").write_text(PAPER, encoding="utf-8")
    assert _run(host, "--apply", day="2026-08-21") == 0
    assert (host.issues[1]["state"], len(host.issues)) == ("open", 1)


def test_what_a_person_closed_as_not_planned_stays_closed(host: StandIn) -> None:
    assert _run(host, "--apply") == 0
    host.issues[1].update(state="closed", state_reason="not_planned")
    before = len(host.writes)
    assert _run(host, "--apply") == 0
    assert (host.issues[1]["state"], len(host.writes)) == ("closed", before)


def test_what_cannot_be_read_closes_nothing_and_what_is_gone_is_closed(host: StandIn, papers: Path) -> None:
    assert _run(host, "--apply") == 0
    path = papers / "concept-paper/p/en.md"
    path.write_text(PAPER.replace("title: A paper", "title: [broken"), encoding="utf-8")
    assert _run(host, "--apply") == 0
    assert host.issues[1]["state"] == "open"
    path.unlink()
    assert _run(host, "--apply") == 0
    assert (host.issues[1]["state"], host.comments[0][1]) == ("closed", "The register no longer has this obligation.")


def test_all_pages_are_read_and_issues_of_others_are_not_ours(host: StandIn) -> None:
    label = [{"name": "cica-deadline"}]
    for number in range(1, 6):
        host.issues[number] = {"number": number, "title": "t", "body": "x", "state": "open", "labels": label}
    host.issues[5]["body"] = f"<!-- cica:{NAME} -->"
    host.issues[4].update(body=f"<!-- cica:{NAME} -->", pull_request={})
    host.issues[3]["body"] = f"see <!-- cica:{NAME} -->"
    host.page = 2
    assert _run(host, "--apply") == 0
    assert [path.rpartition("page=")[2] for method, path in host.asked if method == "GET"] == ["1", "2", "3"]
    assert host.writes == [("PATCH", "/api/repos/owner/name/issues/5")]


@pytest.mark.series(6)
@pytest.mark.parametrize(
    ("method", "answer", "status", "said"),
    [
        ("GET", (500, {}, b"oops"), 2, "refuses GET /issues with status 500"),
        ("GET", (401, {}, json.dumps({"message": f"bad {TOKEN}"}).encode()), 2, "bad …"),
        ("GET", (403, {"Retry-After": "30"}, b"{}"), 2, "try again after 30 s"),
        ("GET", (403, {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1780000000"}, b""), 2, "after 2026-05-28T"),
        ("GET", (200, {}, b"<html>"), 2, "something other than issues"),
        ("GET", (200, {}, b'{"message": "x"}'), 2, "something other than issues"),
        ("GET", (200, {}, b'[{"number": "x"}]'), 2, "something other than issues"),
        ("GET", (302, {"Location": "http://127.0.0.1:1/"}, b""), 2, "with status 302"),
        ("POST", (429, {}, b"{}"), 3, "accepts no more requests for now"),
        ("POST", (403, {}, b'{"message": "no \\u001b[2J right"}'), 3, "refuses POST /issues with status 403"),
        ("POST", (307, {"Location": "http://127.0.0.1:1/"}, b""), 3, "with status 307"),
    ],
)
def test_a_refusal_is_told_and_the_token_is_not(
    host: StandIn,
    capsys: pytest.CaptureFixture[str],
    method: str,
    answer: tuple[int, dict[str, str], bytes],
    status: int,
    said: str,
) -> None:
    host.instead[method] = answer
    assert _run(host, "--apply") == status
    captured = capsys.readouterr()
    assert said in captured.err
    assert TOKEN not in captured.out + captured.err
    assert "\x1b" not in captured.err


def test_a_host_that_does_not_answer_is_told(host: StandIn, capsys: pytest.CaptureFixture[str]) -> None:
    host.url = "http://127.0.0.1:9/api"
    assert _run(host) == 2
    assert "127.0.0.1 does not answer" in capsys.readouterr().err


@pytest.mark.series(6)
@pytest.mark.parametrize(
    ("given", "token", "said"),
    [
        (["--repository", "owner/name/x"], TOKEN, "invalid name of a repository"),
        (["--repository", "owner/.."], TOKEN, "invalid name of a repository"),
        (["--repository", "owner/name", "--api", "http://example.org"], TOKEN, "not accepted as the address"),
        (["--repository", "owner/name", "--api", "https://user@example.org"], TOKEN, "not accepted as the address"),
        (["--repository", "owner/name", "--api", "file:///etc/passwd"], TOKEN, "not accepted as the address"),
        (["--repository", "owner/name"], "secret\r\nX: y", "characters that are not allowed in a token"),
        (["--repository", "owner/name", "--apply"], "", "there is no token in the environment"),
        (["--apply"], TOKEN, "name the repository"),
    ],
)
def test_wrong_usage_reaches_no_host(
    host: StandIn,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    given: list[str],
    token: str,
    said: str,
) -> None:
    monkeypatch.setenv("GITHUB_TOKEN", token)
    assert run(["deadlines", *given]) == 2
    captured = capsys.readouterr()
    assert said in captured.err
    assert "secret" not in captured.err
    assert host.asked == []


def test_without_a_repository_it_reads_no_issues(host: StandIn, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["deadlines", "--as-of", "2026-07-20", "--lang", "ru"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("открыть: ")
    assert "задачи не прочитаны" in said
    assert host.asked == []


def test_nothing_of_a_document_calls_anybody_or_ends_a_comment(host: StandIn, papers: Path) -> None:
    states = papers / "reference/states.yaml"
    hostile = '"@all --> fixes #1 /close <img src=x> https://x.example | *b*"'
    written = states.read_text(encoding="utf-8")
    assert "en: Sample State" in written
    states.write_text(written.replace("en: Sample State", f"en: {hostile}"), encoding="utf-8")
    assert _run(host, "--apply") == 0
    (issue,) = host.issues.values()
    assert "@" not in issue["title"]
    text = issue["body"].partition("\n")[2]
    assert (
        "&#64;<!-- -->all --&#62; fixes &#35;<!-- -->1 &#47;close &#60;img src=x&#62; https&#58;<!-- -->/&#47;"
        "x.example &#124; &#42;b&#42;"
    ) in text
    assert all(not line.startswith(("/", "@")) for line in text.splitlines())


@pytest.mark.parametrize("mark", ["example: true", "known: {as_of: '2026', source: [sample]}"])
def test_worked_examples_and_what_is_only_public_have_no_issues(papers: Path, host: StandIn, mark: str) -> None:
    path = papers / "concept-paper/p/en.md"
    path.write_text(PAPER.replace("title:", f"{mark}\ntitle:"), encoding="utf-8")
    assert _run(host, "--apply") == 0
    assert host.issues == {}
