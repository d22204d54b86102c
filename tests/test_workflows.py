"""The workflows are thin, pinned and without rights that they do not need."""

import re
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).parent.parent
PROGRAMS = Path(sysconfig.get_path("scripts"))
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
ACTION = ROOT / "action.yml"
PINNED = re.compile(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def _read(path: Path) -> Any:
    return YAML(typ="safe").load(path)


def _steps(path: Path) -> list[dict[str, Any]]:
    read = _read(path)
    if "runs" in read:
        return list(read["runs"]["steps"])
    return [step for job in read["jobs"].values() for step in job["steps"]]


def _said(*command: str | Path) -> str:
    """What a program says where it finds something wrong; empty where it does not."""
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True, timeout=60)
    return done.stdout + done.stderr if done.returncode else ""


def test_zizmor_finds_nothing() -> None:
    places = (".github", "action.yml")
    assert _said(PROGRAMS / "zizmor", "--offline", "--persona=auditor", "--no-progress", "--quiet", *places) == ""


def test_actionlint_finds_nothing() -> None:
    # Without the programs that it would call if they happened to be on the path.
    assert _said(PROGRAMS / "actionlint", "-shellcheck=", "-pyflakes=", *WORKFLOWS) == ""


@pytest.mark.parametrize("path", [*WORKFLOWS, ACTION], ids=lambda path: path.name)
def test_every_action_is_pinned_by_commit_with_its_version(path: Path) -> None:
    used = [
        line.strip().removeprefix("- ") for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line
    ]
    assert [line for line in used if not PINNED.fullmatch(line)] == []


@pytest.mark.parametrize("path", [*WORKFLOWS, ACTION], ids=lambda path: path.name)
def test_no_script_is_put_together_from_expressions(path: Path) -> None:
    assert [step["run"] for step in _steps(path) if "${{" in step.get("run", "")] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_workflow_begins_without_rights_and_every_job_ends_in_time(path: Path) -> None:
    workflow = _read(path)
    assert workflow["permissions"] == {}
    assert "concurrency" in workflow
    assert [name for name, job in workflow["jobs"].items() if "timeout-minutes" not in job] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_checkout_leaves_the_token_behind(path: Path) -> None:
    checkouts = [step for step in _steps(path) if step.get("uses", "").startswith("actions/checkout@")]
    assert [step for step in checkouts if step["with"].get("persist-credentials") is not False] == []


@pytest.mark.parametrize("name", ["check.yml", "test.yml"])
def test_what_pull_requests_start_can_only_read(name: str) -> None:
    workflow = _read(ROOT / ".github/workflows" / name)
    assert "pull_request" in workflow["on"]
    assert "pull_request_target" not in workflow["on"]
    assert [job["permissions"] for job in workflow["jobs"].values()] == [{"contents": "read"}]


def test_the_tool_that_judges_a_pull_request_is_not_the_pull_requests_own() -> None:
    change, tool = (step["with"] for step in _steps(ROOT / ".github/workflows/check.yml")[:2])
    assert (change["path"], change["fetch-depth"], "ref" in change) == ("change", 0, False)
    assert (tool["path"], tool["ref"]) == ("tool", "${{ github.event.pull_request.base.sha }}")
