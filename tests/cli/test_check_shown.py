"""What `cica check` shows: one line for each finding, counts by rule, from a level on, and again after each change."""

from pathlib import Path

import pytest

from cica_docs.cli.run import run
from cica_docs.cli.watching import watch

DAY = ("--as-of", "2026-12-01", "--lang", "en")
PAPER = "concept-paper/environment-2026"


@pytest.fixture
def spoilt(repository: Path) -> Path:
    """The worked example with eight placeholders in a draft, and a section that is misspelt in an approved paper."""
    (repository / "information-item").mkdir(exist_ok=True)
    file = next(path for path in (repository / "registry").glob(f"{PAPER}/en.md"))
    file.write_text(file.read_text("utf-8").replace("{#rationale}", "{#ratio}"), "utf-8")
    for translation in file.parent.glob("[rk]*.md"):
        lines = translation.read_text("utf-8").split("\n")
        numbered = [at for at, line in enumerate(lines) if line.startswith(("1.", "2.", "3."))][:8]
        for at in numbered:
            lines[at] = f"{lines[at].split(' ')[0]} [TODO: text]"
        translation.write_text("\n".join(lines), "utf-8")
    return repository


def _shown(capfdbinary: pytest.CaptureFixture[bytes], *options: str) -> tuple[int, str]:
    status = run(["check", *DAY, *options])
    return status, capfdbinary.readouterr().out.decode()


@pytest.mark.usefixtures("spoilt")
def test_what_is_shown_of_the_same_findings(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    status, text = _shown(capfdbinary)
    assert text.count("is still to be replaced") == 10
    assert "… and 3 more in this file (lines " in text
    assert [line for line in text.split("\n") if "draft decision" in line] == [
        "judged by the draft decision cbm-modalities; errors under it fail the check"
    ]
    concise = _shown(capfdbinary, "--format", "concise")
    lines = concise[1].splitlines()
    assert concise[0] == status == 1
    assert sum("[form/placeholder-left] the placeholder “[TODO: text]”" in line for line in lines) == 16
    assert all(line.split(":")[1].isdigit() and line.split(":")[2].isdigit() for line in lines)
    counted = _shown(capfdbinary, "--statistics")
    assert counted[0] == status
    assert counted[1].startswith("16  error[form/placeholder-left]\n")
    assert sum(int(line.split()[0]) for line in counted[1].split("\n") if "[" in line.split(" (")[0]) == len(lines)
    errors = _shown(capfdbinary, "--format", "concise", "--level", "error")
    assert errors == (status, "".join(f"{line}\n" for line in lines if ": error[" in line))
    assert "below the level asked for and not shown: " in _shown(capfdbinary, "--level", "error")[1]


@pytest.mark.usefixtures("repository")
def test_options_that_do_not_go_together(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    for options in (["--watch", "--revision", "HEAD"], ["--statistics", "--format", "json"]):
        assert run(["check", *DAY, *options]) == 2
        assert options[0].encode() in capfdbinary.readouterr().err


def test_a_change_is_acted_on_until_an_interruption(tmp_path: Path) -> None:
    acts: list[int] = []

    def act() -> int:
        acts.append(1)
        if len(acts) > 2:
            raise KeyboardInterrupt
        (tmp_path / "en.md").write_text("x" * len(acts), "utf-8")
        return 1

    assert watch(tmp_path, act) == 1
    assert len(acts) == 3
