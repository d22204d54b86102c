"""Former wordings on the site: none is shown of a text that was restricted, even if somebody put it in its place."""

from pathlib import Path

import pytest

from canary import PAPER, leaking
from cica_docs.cli.run import run
from test_former_leaks import IDS, commit, git, register

__all__ = ["register"]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_former_wording_on_the_site_tells_of_it(
    language: str, register: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = register / PAPER / f"{language}.md"
    content = path.read_bytes()
    for day, put in (("2037-01-01", IDS["item of the past"]), ("2037-02-01", "")):
        path.write_bytes(git("cat-file", "blob", put).encode() + b"\n" if put else content)
        monkeypatch.setenv("GIT_COMMITTER_DATE", f"{day}T12:00:00Z")
        commit(f"on {day}")
    assert run(["site", "-o", "site"]) == 0
    files = {str(file): file.read_text(encoding="utf-8") for file in Path("site").rglob("*") if file.is_file()}
    assert leaking({"told": "".join(capfd.readouterr()), **files}) == {}
    assert f"site/en/works/{PAPER}.html" in files
