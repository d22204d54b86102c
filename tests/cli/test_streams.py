"""Standard streams that are closed, full, or that nobody reads any more: for every command the documented status."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from every_command import ARGUMENTS, commands, furnish, started
from nightly import share

pytestmark = pytest.mark.series(3)

Streams = tuple[int | None, int | None, int | None]


@contextmanager
def _opened(path: str | Path, flags: int) -> Iterator[int]:
    number = os.open(path, flags, 0o600)
    try:
        yield number
    finally:
        os.close(number)


@contextmanager
def _unread() -> Iterator[int]:
    """A pipe whose reader has gone."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        yield writing
    finally:
        os.close(writing)


class Place:
    """A folder of a run, with files that take what it prints."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.folder = folder
        self.stack = stack
        furnish(folder)

    def file(self, name: str) -> int:
        return self.stack.enter_context(_opened(self.folder / name, os.O_CREAT | os.O_RDWR))

    def nothing(self) -> int:
        return self.stack.enter_context(_opened(os.devnull, os.O_RDONLY))

    def full(self) -> int:
        return self.stack.enter_context(_opened("/dev/full", os.O_WRONLY))

    def unread(self) -> int:
        return self.stack.enter_context(_unread())

    def said(self, name: str) -> str:
        path = self.folder / name
        return path.read_text(encoding="utf-8") if path.exists() else ""


USUAL: Callable[[Place], Streams] = lambda place: (place.nothing(), place.file("out"), place.file("err"))  # noqa: E731
# By name how the streams are, and whether what is printed can be written: these for every command …
CASES: dict[str, tuple[Callable[[Place], Streams], bool]] = {
    "output full": (lambda place: (place.nothing(), place.full(), place.file("err")), False),
    "all closed": (lambda _: (None, None, None), False),
    "input and messages closed": (lambda place: (None, place.file("out"), None), True),
    "output and messages unread": (lambda place: (place.nothing(), place.unread(), place.unread()), True),
}
# … and these for some.
FURTHER: dict[str, tuple[Callable[[Place], Streams], bool]] = {
    "output closed": (lambda place: (place.nothing(), None, place.file("err")), False),
    "output and messages closed": (lambda place: (place.nothing(), None, None), False),
    "output closed, messages full": (lambda place: (place.nothing(), None, place.full()), False),
    "input closed": (lambda place: (None, place.file("out"), place.file("err")), True),
    "messages full": (lambda place: (place.nothing(), place.file("out"), place.full()), True),
    "output unread": (lambda place: (place.nothing(), place.unread(), place.file("err")), True),
    "messages unread": (lambda place: (place.nothing(), place.file("out"), place.unread()), True),
}
SOME = (["--version"], ["check", "--as-of", "2026-12-01"], ["nonsense"], ["terms", "--help"])


def _ended(child: int) -> int:
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def _run(arguments: list[str], folder: Path, streams: Callable[[Place], Streams]) -> tuple[int, str, str]:
    """The exit status, what was printed and what was said beside it."""
    folder.mkdir()
    with ExitStack() as stack:
        place = Place(folder, stack)
        status = _ended(started(arguments, folder, streams(place)))
    return status, place.said("out"), place.said("err")


def test_every_command_is_tried() -> None:
    assert sorted(ARGUMENTS) == sorted(commands())


@pytest.mark.series(8)
@pytest.mark.parametrize(
    "arguments",
    [
        *ARGUMENTS.values(),
        *(arguments for arguments in SOME if arguments not in ARGUMENTS.values()),
        [],
        ["check", "--register", "nowhere"],
        ["check", "--as-of", "2026-12-01", "--debug"],
        ["translate"],
    ],
    ids=" ".join,
)
def test_a_stream_that_cannot_be_written_gives_the_documented_status(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_REPOSITORY", raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    usual, printed, _ = _run(arguments, tmp_path / "usual", USUAL)
    assert usual in {0, 1, 2}
    cases = {**CASES, **FURTHER}
    turn = len(" ".join(arguments))
    for name in cases if arguments in SOME else share([*CASES], turn, 4):
        streams, is_written = cases[name]
        status, out, err = _run(arguments, tmp_path / name, streams)
        expected = usual if is_written or not printed else 3
        assert (name, status) == (name, expected)
        assert "Traceback" not in out + err, name
        if name in {"output closed", "output full"} and status == 3:
            assert err.splitlines()[-1].startswith("cica: "), name
            assert err.count("cica: ") == 1, name


def test_findings_past_what_a_pipe_holds_are_findings_still(tmp_path: Path) -> None:
    """A reader that goes in the middle of a long answer does not make a failing check hold."""
    faulty = "".join(f"\n\n## Heading {number}\n\nText [TODO: {number}].\n" for number in range(4_000))

    def fail(place: Place) -> Streams:
        path = place.folder / "registry/concept-paper/environment-2026/en.md"
        path.write_text(path.read_text(encoding="utf-8") + faulty, encoding="utf-8")
        return place.nothing(), place.unread(), place.file("err")

    status, _, err = _run(["check", "--as-of", "2026-12-01", "--format", "json"], tmp_path / "run", fail)
    assert (status, err) == (1, "")


@pytest.mark.series(6)
@pytest.mark.parametrize(
    ("arguments", "number"),
    [
        *((arguments, signal.SIGTERM) for arguments in ARGUMENTS.values()),
        *((["status"], number) for number in (signal.SIGINT, signal.SIGHUP)),
    ],
)
def test_a_signal_ends_every_command_in_one_line(
    arguments: list[str], number: signal.Signals, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It comes when the command looks for its repository, reads its words, or prints what is no answer of a command."""
    if arguments == ["--version"]:
        arguments = ["--debug", "--version"]

    def interrupted(*_: object, **__: object) -> None:
        os.kill(os.getpid(), number)

    monkeypatch.setattr("cica_docs.cli.register.open_repository", interrupted)
    monkeypatch.setattr("cica_docs.i18n.messages.read_translated", interrupted)
    monkeypatch.setattr("cica_docs.cli.app.say", interrupted)
    status, out, err = _run(arguments, tmp_path / "run", USUAL)
    word = {signal.SIGINT: "interrupted", signal.SIGTERM: "terminated", signal.SIGHUP: "hung up"}[number]
    assert (status, out, err) == (128 + number, "", f"cica: {word}\n")


def test_a_signal_that_is_ignored_stays_ignored(tmp_path: Path) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        folder = tmp_path / "run"
        folder.mkdir()
        with ExitStack() as stack, pytest.MonkeyPatch.context() as surroundings:
            place = Place(folder, stack)
            surroundings.setattr(
                "cica_docs.cli.register.open_repository", lambda *_: os.kill(os.getpid(), signal.SIGHUP)
            )
            assert _ended(started(["status"], folder, USUAL(place))) == 0
    finally:
        signal.signal(signal.SIGHUP, before)
