"""Whatever is given to a command, it ends with a documented status and says why; nothing it is given has no end."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import typer.main

from cica_docs.cli.app import app
from cica_docs.cli.run import run
from every_command import ARGUMENTS, furnish
from nightly import share

ODD = [
    "",
    "x" * 5_000,
    "x/" * 3_000,
    "\udcff",
    "-1",
    "9" * 30,
    "2200-12-31",
    "/dev/null",
    "/dev/zero",
    "loop",
    "..",
    "/",
    "a=",
    "{0}",
    "[",
    "\x1b[2J",
    "en,ru,,",
    ":/x",
    "1.10",
    "9999m",
    "١٢",
]
SHARED = {"--register", "--revision", "--as-of", "--lang", "--colour", "--area", "--state"}
# Where a file or a folder is written to: what lies outside of the folder of the test is not tried.
WRITTEN = {"-o", "--output"}
OUTSIDE = {"..", "/", "/dev/null", "/dev/zero", "x/" * 3_000}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with a register in a repository, and a link that leads to itself."""
    root = tmp_path_factory.mktemp("odd")
    furnish(root)
    (root / "loop").symlink_to("loop")
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    yield root
    # Folders in folders in folders, deeper than Python goes.
    subprocess.run(["rm", "-rf", str(root)], check=True)


def _given() -> Iterator[tuple[str, str]]:
    """Each parameter of each command that takes a value; one that many share is tried where it comes first."""
    tried: set[str] = set()
    group = typer.main.get_command(app)
    assert isinstance(group, click.Group)
    for name in ARGUMENTS:
        command: click.Command = group
        for part in name.split():
            assert isinstance(command, click.Group)
            command = command.commands[part]
        for parameter in command.params:
            option = parameter.opts[-1]
            if not (isinstance(parameter, click.Option) and parameter.is_flag) and option not in tried & SHARED:
                tried.add(option)
                yield name, option


@pytest.mark.series(8)
@pytest.mark.parametrize(("turn", "name", "option"), [(turn, *given) for turn, given in enumerate(_given())])
def test_an_odd_value_is_taken_or_refused(
    turn: int, name: str, option: str, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    for variable in ("GITHUB_TOKEN", "GITHUB_REPOSITORY", "GITHUB_API_URL"):
        monkeypatch.delenv(variable, raising=False)
    # Printing the answer costs time and is tried elsewhere: a value that will not do is refused before.
    for module in ("cica_docs.api.printing.render.PrintRun.run", "cica_docs.api.review_pack.ReviewPack.jobs"):
        monkeypatch.setattr(module, _nothing)
    values = ODD if option not in WRITTEN else [odd for odd in ODD if odd not in OUTSIDE]
    for value in share(values, turn, 12):
        begin = ARGUMENTS[name] if option.startswith("-") else name.split()
        arguments = [*begin, f"{option}={value}"] if option.startswith("--") else [*begin, *_named(option), value]
        status = run(arguments)
        said = capsys.readouterr()
        assert status in {0, 1, 2, 3}, (arguments, said.err)
        assert said.err or status in {0, 1} or name == "audit leaks", arguments
        assert "Traceback" not in said.err
        assert "\x1b" not in said.out + said.err


def _named(option: str) -> list[str]:
    return [option] if option.startswith("-") else []


class _Refused(click.ClickException):
    """What stands in for the long way of a command that was given something that will do."""


def _nothing(*_: object, **__: object) -> None:
    raise _Refused("enough")


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/random", "/dev/full"])
def test_a_device_is_not_read_to_its_end(
    device: str, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    for arguments in (["impact", "--values", device], ["translate", "import", device]):
        assert run(arguments) == 2
        assert device in capsys.readouterr().err


def test_amendments_may_come_through_a_pipe(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    reading, writing = os.pipe()
    os.write(writing, (folder / "values.yaml").read_bytes())
    os.close(writing)
    assert run(["impact", "--values", f"/dev/fd/{reading}"]) == 0
    assert "1.10/tenure" in capsys.readouterr().out
