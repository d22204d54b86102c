"""A mark that cannot be read withholds: its name spelt otherwise, bytes that are no text, an original that is gone."""

import shutil
from pathlib import Path

import pytest

from canary import CORPUS, DAY, PAPER, SPELLINGS, leaking, mark, printed
from cica_docs.cli.run import run

CHECKS = [["check", "--as-of", DAY, "--format", form] for form in ("text", "json", "github", "sarif")]


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "registry"
    shutil.copytree(CORPUS, folder)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    return folder


def _said(capfd: pytest.CaptureFixture[str], *commands: list[str]) -> str:
    for command in commands:
        assert run(command) in {1, 2}
    return "".join(capfd.readouterr()) + Path("summary.md").read_text(encoding="utf-8")


@pytest.mark.series(6)
@pytest.mark.parametrize("key", SPELLINGS.values(), ids=SPELLINGS)
def test_another_spelling(key: str, register: Path, capfd: pytest.CaptureFixture[str]) -> None:
    mark(register, key=key)
    said = _said(capfd, *CHECKS, ["compare", PAPER])
    assert "form/unreadable" in said
    run(["render", PAPER, "--to", "html", "--as-of", DAY, "-o", "out"])
    assert leaking({**printed(Path("out")), "said": said, "told": "".join(capfd.readouterr())}) == {}


@pytest.mark.parametrize("more", [b"\xff", None])
def test_an_original_that_says_nothing(more: bytes | None, register: Path, capfd: pytest.CaptureFixture[str]) -> None:
    mark(register)
    original = register / PAPER / "en.md"
    original.unlink() if more is None else original.write_bytes(original.read_bytes() + more)
    assert leaking({"said": _said(capfd, *CHECKS)}) == {}
