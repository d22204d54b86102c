"""The Secretariat's questions as they are typed: who, areas, in-force, review, impact."""

import csv
import io
import json
from pathlib import Path

import pytest

from cica_docs.cli.run import run

pytestmark = pytest.mark.series(6)

EXAMPLE = str(Path(__file__).parents[1] / "corpus")
REGISTER = str(Path(__file__).parents[2] / "registry")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["who", "--area", "environment-protection", "--as-of", "2026-12-01"], "mandate/environment-xa"),
        (["who", "--area", "environment-protection", "--as-of", "2024-12-01"], "mandate/environment-xc"),
        (["areas", "--vacant", "--as-of", "2029-07-01"], "since 2029-07-01"),
        (["areas"], "Nobody on record"),
        (["in-force", "--as-of", "2026-12-01", "--kind", "concept-papers"], "concept-paper/environment-2026"),
        (["review", "plan", "2026", "--as-of", "2026-12-01"], "Written contributions"),
        (["review", "plan", "2027", "--focus", "human", "--as-of", "2026-12-01"], "Human Dimension"),
    ],
)
def test_they_answer(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*arguments, "--register", EXAMPLE, "--lang", "en"]) == 0
    assert said in capsys.readouterr().out


@pytest.mark.parametrize("command", [["who", "--area", "human"], ["areas", "--vacant"], ["in-force"]])
def test_programs_can_read_the_answers(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    asked = [*command, "--on", "2024-06-01", "--register", REGISTER]
    assert run([*asked, "--format", "json"]) == 0
    entries = json.loads(capsys.readouterr().out)["entries"]
    assert run([*asked, "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert entries == rows
    assert rows


def test_a_real_area_has_a_co_coordinator_and_no_coordinator(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        run(["who", "--area", "trade-investment", "--as-of", "2024-06-01", "--register", REGISTER, "--lang", "en"]) == 0
    )
    said = capsys.readouterr().out
    assert "no appointed Coordinator on record" in said
    assert "Co-coordinator  Kyrgyzstan (KG)  known as of 2023" in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["who", "--area", "turism"], "tourism"),
        (["in-force", "--kind", "mandat"], "mandate"),
        (["in-force", "--as-of", "yesterday"], "2026-03-01"),
        (["review", "plan", "2026", "--focus", "humane"], "human"),
        (["review", "pack", "2026", "--to", "odt"], "docx"),
        (["impact", "--values", "nowhere.yaml"], "nowhere.yaml"),
    ],
)
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_wrong_usage_says_what_would_be_right(
    arguments: list[str], said: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    spoken = ["--lang", language]
    assert run([*arguments, *spoken, "--register", EXAMPLE]) == 2
    assert said in capsys.readouterr().err


def test_the_pack_is_written_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["review", "pack", "2026", "--to", "docx,html", "--languages", "en,kk", "-o", str(tmp_path)]
    assert run([*asked, "--register", EXAMPLE, "--as-of", "2026-12-01", "--lang", "en"]) == 0
    assert "3 files" in capsys.readouterr().out
    written = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file())
    assert written == [f"review-pack/2026/{name}" for name in ("en.docx", "index.html", "kk.docx")]


def test_impact_says_it_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    values = Path("five-years.yaml")
    values.write_text("1.10/tenure: {tenure: [{from: 2023-05-13, years: [3, 5]}]}\n", encoding="utf-8")
    asked = ["impact", "--values", str(values), "--register", EXAMPLE, "--as-of", "2026-12-01", "--lang", "en"]
    assert run(asked) == 0
    assert "Conclusion: 1.10/tenure" in capsys.readouterr().out
    values.write_text("1.10/tenure: {tenure: [\n", encoding="utf-8")
    assert run(asked) == 2
    assert "five-years.yaml:2:1:" in capsys.readouterr().err
