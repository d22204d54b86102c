"""A commit may say that it was made at either end of the calendar, or beyond; every command answers or says why not."""

import shutil
from pathlib import Path
from zoneinfo import ZoneInfo

import pygit2
import pytest

from cica_docs.cli.run import run
from nightly import share

pytestmark = pytest.mark.series(6)

CORPUS = Path(__file__).parent.parent / "corpus"
FIRST, LAST = -62_135_596_800, 253_402_300_799
COMMANDS = [
    ["check"],
    ["check", "--base", "last"],
    ["status"],
    *(["due", "--all", "--format", form] for form in ("text", "json", "ics", "csv", "md")),
    *(["due", "--within", within] for within in ("9999m", "9999w", "1d")),
    ["list", "mandate"],
    ["who", "--area", "environment-protection"],
    ["areas", "--vacant"],
    ["in-force"],
    ["review", "plan", "2026"],
    ["explain", "2"],
    ["trace"],
    ["impact", "--values", "values.yaml"],
    ["deadlines"],
    ["render", "concept-paper/environment-2026", "--to", "html", "--languages", "en"],
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with a tag for each commit of a strange time."""
    root = tmp_path_factory.mktemp("calendar")
    shutil.copytree(CORPUS, root / "registry")
    (root / "values.yaml").write_bytes(b"1.10/tenure: {tenure: [{from: 2027-01-01, years: [2, 5]}]}\n")
    git = pygit2.init_repository(str(root))
    git.index.add_all(["registry"])
    head = f"tree {git.index.write_tree()}\n"
    for name, moment in (("last", LAST), ("first", FIRST), ("late", LAST + 1), ("early", FIRST - 1), ("ever", 2**62)):
        # As it lies there: what makes commits would not write such a time.
        by = f"A <a@example.org> {moment} +0000"
        commit = git.write(pygit2.enums.ObjectType.COMMIT, f"{head}author {by}\ncommitter {by}\n\nm\n".encode())
        git.create_reference(f"refs/tags/{name}", commit)
        git.create_reference("refs/heads/main", commit, force=True)
        head = f"{head.partition('parent')[0]}parent {commit}\n"
    git.set_head("refs/heads/main")
    return root


# Each in a zone where the day lies beyond.
@pytest.mark.parametrize(("turn", "zone", "moment"), [(0, "Asia/Almaty", "last"), (1, "America/New_York", "first")])
def test_every_command_answers_at_the_ends(
    turn: int, zone: str, moment: str, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setattr("cica_docs.documents.reference_data.ReferenceData.zone", property(lambda _: ZoneInfo(zone)))
    for arguments in share(COMMANDS, turn, 4):
        assert run([*arguments, "--revision", moment]) in {0, 1}, arguments
        said = capsys.readouterr()
        assert said.out
        assert "cica: " not in said.err


@pytest.mark.parametrize("moment", ["late", "early", "ever"])
def test_a_time_beyond_the_calendar_is_told(
    moment: str, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert run(["status", "--revision", moment, "--lang", "en"]) == 2
    assert "has no valid time; name the day with --as-of" in capsys.readouterr().err
    assert run(["status", "--revision", moment, "--as-of", "2026-03-01"]) == 0
