"""The worked examples of bodies other than CICA, begun as a newcomer begins them."""

from pathlib import Path

import pytest

from cica_docs.cli.run import run

BODIES = ("bsec", "guam")


def begin_example(body: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Start the worked example of a body below a folder, go there and return the body."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert run(["init", "papers", "--body", body, "--example"]) == 0
    monkeypatch.chdir(folder / "papers")
    return body


def answer_of(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return what a command prints."""
    capsys.readouterr()
    run([*arguments])
    return capsys.readouterr().out
