"""What cannot be read is a finding with its place, and the rest is checked; what is no register is told as such."""

import errno
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cica_docs.cli.run import run

pytestmark = pytest.mark.series(6)

CORPUS = Path(__file__).parent.parent / "corpus"
PAPER = "concept-paper/environment-2026/en.md"
PLAN = "action-plan/environment-2026/en.md"
NOTICE = "notice/environment-xa-2026/en.md"
NOBODY = 65534

Failing = Callable[[str, int], None]


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "registry"
    shutil.copytree(CORPUS, root)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.delenv("GITHUB_TOKEN", raising=False)
    # Another fault, which is to be found all the same.
    (root / NOTICE).write_text((root / NOTICE).read_text().replace("to: all\n", "to: everybody\n"))
    return root


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Failing:
    """Opening a file, or listing a folder, whose path ends so fails with an error number."""

    def fail(tail: str, number: int) -> None:
        for name in ("open", "scandir"):
            real = getattr(os, name)

            def opened(path: object, *rest: object, real: Callable[..., object] = real, **more: object) -> object:
                if str(path).endswith(tail):
                    raise OSError(number, os.strerror(number), str(path))
                return real(path, *rest, **more)

            monkeypatch.setattr(os, name, opened)

    return fail


def check(*arguments: str) -> int:
    return run(["check", "--as-of", "2026-12-01", "--lang", "en", *arguments])


@pytest.mark.usefixtures("registry")
@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO, errno.ENOENT, errno.ELOOP, errno.EMFILE, errno.ESTALE])
def test_a_file_that_cannot_be_read_is_a_finding(
    failing: Failing, capsys: pytest.CaptureFixture[str], number: int
) -> None:
    failing(PAPER, number)
    assert check() == 1
    out = capsys.readouterr().out
    assert f"registry/{PAPER}:1:1: error[form/unreadable]: the file cannot be read: {os.strerror(number)}" in out
    assert f"registry/{NOTICE}:" in out


@pytest.mark.usefixtures("registry")
@pytest.mark.parametrize("folder", ["concept-paper", "concept-paper/environment-2026"])
def test_a_folder_that_cannot_be_listed_is_a_finding(
    failing: Failing, capsys: pytest.CaptureFixture[str], folder: str
) -> None:
    failing(folder, errno.EACCES)
    assert check() == 1
    out = capsys.readouterr().out
    assert f"registry/{folder}:1:1: error[form/stray-file]: this file or folder cannot be opened" in out
    assert f"registry/{NOTICE}:" in out


def test_a_file_that_goes_after_it_was_listed(
    registry: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def opened(path: object, *rest: object, **more: object) -> int:
        if str(path).startswith(str(registry)):
            for gone in (PAPER, PLAN):
                (registry / gone).unlink(missing_ok=True)
        return real(path, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", opened)
    assert check() == 1
    out = capsys.readouterr().out
    assert out.count("the file cannot be read: No such file or directory") == 2


def test_a_file_that_becomes_a_pipe_is_not_waited_for(
    registry: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    real, done = os.open, []

    def opened(path: object, *rest: object, **more: object) -> int:
        if not done and str(path).startswith(str(registry)):
            done.append((registry / PAPER).unlink())
            os.mkfifo(registry / PAPER)
        return real(path, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", opened)
    assert check() == 1
    assert "the file cannot be read: not a regular file" in capsys.readouterr().out


@pytest.mark.usefixtures("registry")
@pytest.mark.parametrize(
    "arguments",
    [["status"], ["due"], ["list", "mandate"], ["trace"], ["areas"], ["in-force"], ["explain", "1.10"], ["terms"]],
)
def test_the_other_commands_leave_it_out(
    failing: Failing, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    failing(PAPER, errno.EACCES)
    failing("action-plan", errno.EACCES)
    assert run([*arguments, "--lang", "en"]) == 0
    said = capsys.readouterr()
    assert said.out
    assert said.err == ""


@pytest.mark.usefixtures("registry")
def test_settings_that_cannot_be_read_are_a_finding(failing: Failing, capsys: pytest.CaptureFixture[str]) -> None:
    failing("reference/settings.yaml", errno.EACCES)
    assert check() == 1
    assert "registry/reference/settings.yaml:1:1: error[form/unreadable]" in capsys.readouterr().out


@pytest.mark.usefixtures("registry")
@pytest.mark.parametrize("tail", [PAPER, "concept-paper"])
def test_an_audit_does_not_hold_what_it_could_not_read(
    failing: Failing, capsys: pytest.CaptureFixture[str], tail: str
) -> None:
    failing(tail, errno.EIO)
    assert run(["audit", "leaks", "--lang", "en"]) == 2
    said = capsys.readouterr()
    assert tail in said.out
    assert said.out.endswith("files and objects, but not all could be read\n")


@contextmanager
def _as_nobody() -> Iterator[None]:
    """As somebody whom the rights of files bind, which they do not for root."""
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A register in a folder that everybody may enter."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    shutil.copytree(CORPUS, folder / "registry")
    monkeypatch.chdir(folder)
    yield folder / "registry"
    subprocess.run(["chmod", "-R", "u+rwX", str(folder)], check=True)
    shutil.rmtree(folder)


@pytest.mark.parametrize(
    ("closed", "status", "said"),
    [
        (PAPER, 1, f"registry/{PAPER}:1:1: error[form/unreadable]: the file cannot be read: Permission denied"),
        ("mandate", 1, "registry/mandate:1:1: error[form/stray-file]: this file or folder cannot be opened"),
        ("reference", 2, "reference/settings.yaml cannot be read: Permission denied"),
        (".", 2, "registry/reference/settings.yaml cannot be read: Permission denied"),
    ],
)
def test_files_without_the_right_to_read_them(
    shared: Path, capsys: pytest.CaptureFixture[str], closed: str, status: int, said: str
) -> None:
    # What is imported late is imported now, lest nobody be allowed to.
    assert check() == 0
    capsys.readouterr()
    (shared / closed).chmod(0)
    with _as_nobody():
        assert check() == status
    captured = capsys.readouterr()
    assert said in (captured.out if status == 1 else captured.err)
    assert "Traceback" not in captured.err
