"""Under another decision than that of CICA only its own provisions bind, and only its own clauses are cited."""

import json
from pathlib import Path

import pytest

from cica_docs.cli.run import run
from invented_register import DECISION, write_register

DAY = "2026-11-30"
CLAUSES = {"2", "3", "4.2.1", "5", "house"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write the invented register into `registry/` of the current folder and return it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return write_register(tmp_path / "registry")


def _said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    run([*arguments])
    return capsys.readouterr().out


@pytest.mark.usefixtures("folder")
def test_findings_cite_its_clauses_and_house_rules_alone(capsys: pytest.CaptureFixture[str]) -> None:
    findings = json.loads(_said(capsys, "check", "--as-of", DAY, "--format", "json"))["findings"]
    cited = [(finding["rule"], finding["provision"]) for finding in findings]
    of_decision = [pair for pair in cited if not pair[1].startswith("house/")]
    assert of_decision == [("mandate/tenure-out-of-bounds", "2/term")]
    assert {rule for rule, _ in cited} == {"mandate/tenure-out-of-bounds", "languages/version-missing"}


def test_what_its_provisions_bind_is_found(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mandate = folder / "mandate/fisheries-xa/en.md"
    mandate.write_text(mandate.read_text(encoding="utf-8").replace("by: lake-council", "by: soc"), encoding="utf-8")
    findings = json.loads(_said(capsys, "check", "--as-of", DAY, "--format", "json"))["findings"]
    wrong = [finding for finding in findings if finding["rule"] == "form/schema"]
    assert [(finding["provision"], finding["clause"]) for finding in wrong] == [("4.2.1/appointed", "4.2.1")]
    assert "it remains for the Lake Council to do" in wrong[0]["help"]


@pytest.mark.usefixtures("folder")
def test_every_rule_and_clause_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert "2/term  shall" in _said(capsys, "explain", "mandate/tenure-out-of-bounds")
    assert "so it does not run" in _said(capsys, "explain", "concept-paper/period-out-of-bounds")
    assert "so it does not run" in _said(capsys, "explain", "action-plan/approval-recorded")
    assert "value: tenure: years 1–2, from 2020-01-01" in _said(capsys, "explain", "2")
    assert "field appointed: by (mandate)" in _said(capsys, "explain", "4.2.1")


@pytest.mark.usefixtures("folder")
def test_its_provisions_are_traced(capsys: pytest.CaptureFixture[str]) -> None:
    trace = json.loads(_said(capsys, "trace", "--format", "json"))
    assert trace["decision"] == {"id": DECISION, "status": "adopted"}
    assert {provision["clause"] for provision in trace["provisions"]} == CLAUSES
    assert trace["counts"]["open_duties"] == 0


@pytest.mark.usefixtures("folder")
def test_its_obligation_is_due(capsys: pytest.CaptureFixture[str]) -> None:
    due = json.loads(_said(capsys, "due", "--as-of", DAY, "--format", "json"))["obligations"]
    assert [(entry["provision"], entry["due"]) for entry in due] == [("3/report", "2024-08-29")]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("kind", ["notice", "mandate", "completion-report"])
def test_a_new_work_is_made_from_its_names(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    questions = {
        "notice": [
            *("purpose=intention", "state=XA", "area=fisheries", "role=coordinator"),
            *("tenure_from=2027-01-01", "tenure_to=2027-12-31"),
        ],
        "mandate": ["area=fisheries", "role=coordinator", "holder=XA"],
        "completion-report": ["mandate=fisheries-xa", "period_from=2024-01-01", "period_to=2024-06-30"],
    }
    answers = [option for answer in questions[kind] for option in ("--set", answer)]
    assert run(["new", kind, "fisheries-2027", *answers]) == 0, capsys.readouterr()
    findings = json.loads(_said(capsys, "check", "--as-of", DAY, "--format", "json"))["findings"]
    assert {finding["clause"] for finding in findings if finding["clause"] is not None} <= CLAUSES


@pytest.mark.usefixtures("folder")
def test_its_works_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["render", "mandate/fisheries-xa", "--to", "html", "-o", str(tmp_path / "out")]) == 0
    assert "mandate/fisheries-xa" in capsys.readouterr().err
    (page,) = (tmp_path / "out/mandate/fisheries-xa").glob("*.html")
    assert "Exampleland coordinates fisheries." in page.read_text(encoding="utf-8")
