"""The command `cica brackets`: what is not agreed, by whom and where."""

import json
from pathlib import Path

import pytest

from cica_docs.cli.run import run
from proposal import PAPER, change

pytestmark = pytest.mark.series(6)

WORK = PAPER.removeprefix("registry/")
TEXT = "1.2 The Concept Paper [XA: is recommendatory / XB, XC: advises] and [may] [2] be [sic] used."


@pytest.fixture
def repository(repository: Path) -> Path:
    change(repository / PAPER / "en.md", "1.2 The Concept Paper is recommendatory.", TEXT)
    return repository


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("Avelor: is recommendatory", "Belmara, Corvane: advises", "not said by whom: may", "2 proposals")),
        ("ru", ("Авелор: is recommendatory", "не указано, кем: may", "2 предложения")),
        ("kk", ("Авелор: is recommendatory", "кім ұсынғаны көрсетілмеген: may", "2 ұсыныс")),
    ],
)
def test_every_proposal_is_listed_with_its_states(
    language: str, said: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["brackets", WORK, "--lang", language]) == 0
    out = capsys.readouterr().out
    assert all(words in out for words in said)
    assert "en.md:29" in out


@pytest.mark.usefixtures("repository")
def test_the_list_is_one_for_programs_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["brackets", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)["entries"]
    assert [(row["work"], row["states"], row["alternatives"]) for row in rows] == [
        (WORK, "XA XB XC", "2"),
        (WORK, "", "1"),
    ]


@pytest.mark.usefixtures("repository")
def test_a_committed_state_is_listed_as_it_was(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["brackets", "--revision", "HEAD"]) == 0
    assert capsys.readouterr().out == "Nothing is in square brackets.\n"
