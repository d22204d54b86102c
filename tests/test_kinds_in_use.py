"""Registers that use some of the kinds: what its decision does not know, a body leaves out."""

import json
from pathlib import Path

import pytest

from body_example import BODIES, answer_of, begin_example
from cica_docs.cli.complete import complete_lists
from cica_docs.cli.new import complete_kinds
from cica_docs.cli.run import run
from cica_docs.register.open import packaged_kinds

AS_OF = "2026-11-30"


@pytest.fixture
def register(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Start the worked example of a body in the current folder and return the body."""
    return begin_example(str(request.param), tmp_path, monkeypatch)


@pytest.mark.parametrize("register", BODIES, indirect=True)
def test_kinds_that_its_decision_does_not_know_are_left_out(register: str, capsys: pytest.CaptureFixture[str]) -> None:
    used = {"action-plan", "completion-report", "decision", "mandate", "note-verbale"}
    used |= {"review"} if register == "bsec" else set()
    assert set(complete_kinds("")) == used
    assert set(complete_lists("")) & set(packaged_kinds().kinds) == used
    left_out = sorted(set(packaged_kinds().kinds) - used)
    for kind in left_out:
        for arguments in (["new", kind, "trial"], ["list", kind], ["in-force", "--kind", kind]):
            assert run(arguments) == 2, arguments
            said = capsys.readouterr().err
            assert f"this register does not use the kind of document “{kind}”" in said
            assert "action-plan" in said
    explained = answer_of(capsys, "explain")
    assert "mandate/term-out-of-bounds" in explained
    assert "notice/" not in explained
    assert "information/" not in explained
    behind = {
        way["where"]
        for row in json.loads(answer_of(capsys, "trace", "--format", "json"))["provisions"]
        for way in row["behind"]
    }
    assert [way for way in behind if way.partition("/")[0] in left_out] == []
    assert "does not use the kind of document" in answer_of(capsys, "explain", "notice/lead-time-short")


@pytest.mark.parametrize("register", BODIES, indirect=True)
def test_a_kind_is_taken_up_again_by_its_name(register: str, capsys: pytest.CaptureFixture[str]) -> None:
    settings = Path("registry/reference/settings.yaml")
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("kinds: [", "kinds: [recommendation, "), encoding="utf-8"
    )
    Path("registry/recommendation/one").mkdir(parents=True)
    Path("registry/recommendation/one/en.md").write_text("---\ntitle: One\n---\n", encoding="utf-8")
    findings = json.loads(answer_of(capsys, "check", "--as-of", AS_OF, "--format", "json"))["findings"]
    rules = {finding["rule"] for finding in findings}
    assert "form/stray-file" not in rules, register
    assert "form/schema" in rules
