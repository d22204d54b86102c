"""What names no register, or no path of one, is told in one line, whatever it is instead."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cica_docs.cli.run import run

pytestmark = pytest.mark.series(6)

CORPUS = Path(__file__).parent.parent / "corpus"


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "registry"
    shutil.copytree(CORPUS, root)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return root


def _loop(folder: Path) -> str:
    (folder / "loop").symlink_to("loop")
    return str(folder / "loop")


def _pipe(folder: Path) -> str:
    os.mkfifo(folder / "pipe")
    return str(folder / "pipe")


def _file(folder: Path) -> str:
    (folder / "file").touch()
    return str(folder / "file")


NAMES: list[Callable[[Path], str]] = [
    lambda _: "x" * 300,
    lambda _: "x/" * 3_000,
    lambda _: "nowhere",
    lambda _: "/dev/null",
    lambda _: "/dev/zero",
    lambda _: "\udcff",
    _loop,
    _pipe,
    _file,
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("command", [["check"], ["status"], ["render"], ["translate", "status"], ["audit", "leaks"]])
def test_what_is_no_folder_is_told(
    registry: Path, capsys: pytest.CaptureFixture[str], name: Callable[[Path], str], command: list[str]
) -> None:
    assert run([*command, "--register", name(registry.parent)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert said.err.startswith("cica: ")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("command", ["check", "fix"])
def test_what_is_no_path_of_the_register_is_told(
    registry: Path, capsys: pytest.CaptureFixture[str], name: Callable[[Path], str], command: str
) -> None:
    assert run([command, "--lang", "en", name(registry.parent)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert "is outside the register" in said.err


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("command", [["render"], ["compare"], ["translate", "status"]])
def test_what_is_no_work_is_told(
    registry: Path, capsys: pytest.CaptureFixture[str], name: Callable[[Path], str], command: list[str]
) -> None:
    assert run([*command, name(registry.parent)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert "unknown work" in said.err


def test_a_folder_that_is_gone_from_under_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    before = Path.cwd()
    os.chdir(gone)
    try:
        gone.rmdir()
        assert run(["check"]) == 2
    finally:
        os.chdir(before)
    assert capsys.readouterr().err.startswith("cica: there is no folder")
