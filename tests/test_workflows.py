"""The workflows are thin, pinned and without rights that they do not need."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from proposal import begin, commit, git

ROOT = Path(__file__).parent.parent
PROGRAMS = Path(sysconfig.get_path("scripts"))
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
ACTION = ROOT / "action.yml"
PINNED = re.compile(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
CHECKS = ROOT / "docs/use/pull-requests.md"
PUBLISHING = ROOT / "docs/use/publishing.md"
INIT = ROOT / "templates/register/forges/check.yml"
RENDER = ROOT / ".github/actions/render/action.yml"


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


@pytest.mark.parametrize("path", [*WORKFLOWS, ACTION, RENDER], ids=lambda path: path.parent.name + path.name)
def test_every_action_is_pinned_by_commit_with_its_version(path: Path) -> None:
    used = [
        line.strip().removeprefix("- ") for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line
    ]
    own_steps = [
        line for line in used if line.startswith("uses: ./tool ")
    ]  # checked out from the branch a change goes to
    assert [line for line in used if not PINNED.fullmatch(line)] == own_steps
    assert len(own_steps) == (path.name == "check.yml")


@pytest.mark.parametrize("path", [*WORKFLOWS, ACTION, RENDER], ids=lambda path: path.parent.name + path.name)
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


def test_what_pull_requests_start_can_only_read() -> None:
    started = [path for path in WORKFLOWS if "pull_request" in _read(path)["on"]]
    assert [path.name for path in started] == ["check.yml", "test.yml"]
    assert not [path for path in WORKFLOWS if "pull_request_target" in _read(path)["on"]]
    rights = [job["permissions"] for path in started for job in _read(path)["jobs"].values()]
    assert rights == [{"contents": "read"}] * len(rights)


@pytest.mark.parametrize("path", [WORKFLOWS[0], INIT], ids=lambda path: path.name)
def test_a_change_is_checked_again_when_it_is_pointed_elsewhere_or_queued(path: Path) -> None:
    workflow = _read(path)
    assert set(workflow["on"]["pull_request"]["types"]) == {"opened", "synchronize", "reopened", "edited"}
    assert "merge_group" in workflow["on"]
    # A job that is skipped counts as passed.
    assert not [job for job in workflow["jobs"].values() if "if" in job]


def test_the_tool_that_judges_a_pull_request_is_not_the_pull_requests_own() -> None:
    change, tool, check, pages = _steps(ROOT / ".github/workflows/check.yml")
    assert (change["with"]["path"], change["with"]["fetch-depth"], "ref" in change["with"]) == ("change", 0, False)
    branch = "${{ github.event.pull_request.base.ref || github.event.merge_group.base_ref }}"
    assert (tool["with"]["path"], tool["with"]["ref"]) == ("tool", branch)
    assert (check["uses"], check["with"]) == ("./tool", {"repository": "change", "pages": pages["with"]["path"]})


def test_the_site_is_published_where_one_work_has_an_error_and_the_run_fails_after_it() -> None:
    jobs = _read(ROOT / ".github/workflows/render.yml")["jobs"]
    steps = {step["name"]: step for step in jobs["render"]["steps"]}
    goes_on = [name for name, step in steps.items() if step.get("continue-on-error")]
    assert goes_on == ["Check", "Print"]
    assert "RUNNER_TEMP" in steps["Print"]["run"]
    assert {steps[name]["with"]["path"] for name in ("Keep the documents", "Keep the site")} == {
        "${{ runner.temp }}/site"
    }
    assert set(jobs["verdict"]["needs"]) == {"render", "publish"}


@pytest.mark.parametrize("checked", ["success", "failure"])
@pytest.mark.parametrize("printed", ["success", "failure"])
def test_the_last_job_says_what_is_wrong(checked: str, printed: str) -> None:
    (step,) = _read(ROOT / ".github/workflows/render.yml")["jobs"]["verdict"]["steps"]
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    environment = {**os.environ, "CHECKED": checked, "PRINTED": printed}
    done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
    assert done.stdout.count("::error ") == [checked, printed].count("failure")
    assert (done.returncode == 0) == (checked == printed == "success")


@pytest.mark.parametrize("path", [ROOT / ".github/workflows/render.yml", INIT.with_name("render.yml")])
def test_what_was_printed_with_an_approval_is_kept(path: Path, tmp_path: Path) -> None:
    jobs = _read(path)["jobs"]
    assert jobs["keep"]["if"] == "${{ !cancelled() && needs.render.outputs.approved == 'yes' }}"
    assert jobs["render"]["outputs"]["approved"] == "${{ steps.approvals.outputs.came }}"
    look = next(step for step in jobs["render"]["steps"] if step.get("id") == "approvals")
    root = begin(tmp_path)
    work = root / "registry" / "concept-paper" / "environment-2026"
    said, surroundings = [], {}
    for name in ("extended-2026-11-18.chair.sig", "extended-2026-11-18.txt"):
        before = git(root, "rev-parse", "HEAD")
        (work / name).write_text("", encoding="utf-8")
        surroundings = {"BEFORE": before, "GITHUB_SHA": commit(root), "GITHUB_OUTPUT": str(tmp_path / name)}
        _run_step(look, root, surroundings)
        said.append((tmp_path / name).read_text(encoding="utf-8"))
    surroundings |= {"BEFORE": "0" * 40, "GITHUB_OUTPUT": str(tmp_path / "first")}
    _run_step(look, root, surroundings)
    said.append((tmp_path / "first").read_text(encoding="utf-8"))
    assert said == ["came=\n", "came=yes\n", "came=yes\n"]
    site = tmp_path / "site"
    site.mkdir()
    (site / "manifest.json").write_text("{}", encoding="utf-8")
    (tmp_path / "gh").write_text('#!/bin/sh\necho "$@"\n', encoding="utf-8")
    (tmp_path / "gh").chmod(0o755)
    subprocess.run(["tar", "-cf", tmp_path / "artifact.tar", "-C", site, "."], check=True)
    kept = _run_step(jobs["keep"]["steps"][-1], tmp_path, {"GITHUB_SHA": "0123456789abcdef"})
    assert kept.startswith("release create printed-0123456789ab printed.tar manifest.json --target 0123456789abcdef ")
    assert (tmp_path / "manifest.json").read_text(encoding="utf-8") == "{}"


def _run_step(step: dict[str, Any], folder: Path, surroundings: dict[str, str]) -> str:
    """What a step prints that ends well, with the programs of a folder before those of the system."""
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    environment = {**os.environ, **surroundings, "PATH": f"{folder}:{os.environ['PATH']}"}
    return subprocess.run(
        command, cwd=folder, env=environment, check=True, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ).stdout


def test_the_manifest_is_the_only_subject_of_the_attestation() -> None:
    attest = _read(ROOT / ".github/workflows/render.yml")["jobs"]["attest"]["steps"][-1]
    assert attest["with"] == {"subject-path": "build/manifest.json"}


def test_the_page_on_checks_names_what_there_is() -> None:
    page = CHECKS.read_text(encoding="utf-8")
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()
    owned = re.findall(r"^/(\S+) +@", page, re.MULTILINE)
    assert len(owned) > 10
    missing = [name for name in owned if not any(fnmatch(path, f"{name.rstrip('/')}*") for path in tracked)]
    assert missing == [".gitattributes", ".gitmodules", "registry/keys/"]  # what a change may bring
    inputs = _read(ACTION)["inputs"]
    assert re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE) == list(inputs)
    jobs = [job["name"] for path in (WORKFLOWS[0], INIT) for job in _read(path)["jobs"].values()]
    assert jobs == ["Check the register"] * 2
    assert f"`{jobs[0]}`" in page
    assert "Say whether the register holds" in PUBLISHING.read_text(encoding="utf-8")
    assert _read(ROOT / ".github/workflows/render.yml")["jobs"]["verdict"]["name"] == "Say whether the register holds"


def test_the_manifest_vouches_for_every_printed_file_by_the_command_of_the_page(tmp_path: Path) -> None:
    if not shutil.which("jq") or not shutil.which("sha256sum"):
        pytest.skip("jq or sha256sum is not installed")
    written = PUBLISHING.read_text(encoding="utf-8")
    (command,) = [line for line in written.splitlines() if line.startswith("jq ")]
    site = tmp_path / "site"
    corpus = str(ROOT / "tests/corpus")
    printing = [
        "render",
        "--register",
        corpus,
        "--to",
        "html",
        "--lang",
        "en",
        "--as-of",
        "2026-12-01",
        "-o",
        str(site),
    ]
    subprocess.run([sys.executable, "-m", "cica_docs", *printing], check=True, capture_output=True)

    def verified() -> bool:
        shell = ["bash", "-o", "pipefail", "-c", command]
        done = subprocess.run(shell, cwd=site, check=False, capture_output=True, text=True)
        return done.returncode == 0

    assert verified()
    (page := site / "index.html").write_bytes(page.read_bytes() + b"\n")
    assert not verified()
