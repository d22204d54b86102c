"""The files by which forges check a change and print a register, run as they are: by pushes, jobs and steps."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from cica_docs.api.drafting.init import FORGES
from cica_docs.api.gate.diagnosis import diagnose
from cica_docs.api.gate.remark import FAULT
from proposal import PAPER, begin, breach, change, commit, git

pytestmark = pytest.mark.series(6)

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "templates/register/forges"
PAGE = ROOT / "docs/use/forges.md"
EXTENSION = "  - {on: 2026-11-18, kind: extended, by: soc, until: 2030-06-30, ref: SOC/2026-III/INF/1}\n"
PROGRAM = f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m cica_docs "$@"\n'


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose branch `proposal` is checked out, with `cica` on the path and a `main` at its origin."""
    root = begin(tmp_path)
    program = tmp_path / "bin/cica"
    program.parent.mkdir()
    program.write_text(PROGRAM, encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    bare = tmp_path / "bare.git"
    git(tmp_path, "clone", "-q", "--bare", str(root), str(bare))
    git(root, "remote", "add", "origin", str(bare))
    git(root, "fetch", "-q", "origin")
    return root


def _break_and_commit(root: Path) -> None:
    breach(root)
    commit(root)


def _note_and_commit(root: Path) -> None:
    change(root / PAPER / "en.md", "mode: meeting}\n", f"mode: meeting}}\n{EXTENSION}")
    commit(root)


def _push(root: Path, *arguments: str) -> tuple[bool, str]:
    done = subprocess.run(["git", "push", *arguments], cwd=root, check=False, capture_output=True, text=True)
    return done.returncode == 0, done.stderr


@pytest.fixture
def hooked(root: Path) -> Path:
    hook = root.parent / "bare.git/hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_bytes((FOLDER / "pre-receive").read_bytes())
    hook.chmod(0o755)
    return root


def test_the_hook_takes_an_honest_push_and_refuses_a_breach(hooked: Path) -> None:
    _note_and_commit(hooked)
    accepted, said = _push(hooked, "origin", "HEAD:main")
    assert accepted, said
    _break_and_commit(hooked)
    accepted, said = _push(hooked, "origin", "HEAD:main")
    assert not accepted
    assert "clause 1.10" in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--force", "origin", "HEAD:main"], "history of refs/heads/main cannot be replaced"),
        (["origin", ":main"], "refs/heads/main cannot be deleted"),
    ],
)
def test_the_hook_keeps_the_history_of_the_main_branch(hooked: Path, arguments: list[str], said: str) -> None:
    git(hooked, "checkout", "-q", "--orphan", "other")
    (hooked / "README.md").write_text("Another beginning.\n", encoding="utf-8")
    commit(hooked)
    git(hooked.parent / "bare.git", "config", "receive.denyDeleteCurrent", "ignore")
    accepted, told = _push(hooked, *arguments)
    assert not accepted
    assert said in told


def test_the_hook_leaves_other_branches_alone(hooked: Path) -> None:
    _break_and_commit(hooked)
    accepted, said = _push(hooked, "origin", "HEAD:refs/heads/draft")
    assert accepted, said


def test_the_hook_judges_the_first_push_of_the_main_branch_whole(hooked: Path) -> None:
    bare = hooked.parent / "empty.git"
    git(hooked.parent, "init", "-q", "--bare", "-b", "main", str(bare))
    (bare / "hooks").mkdir(exist_ok=True)
    (bare / "hooks/pre-receive").write_bytes((FOLDER / "pre-receive").read_bytes())
    (bare / "hooks/pre-receive").chmod(0o755)
    _break_and_commit(hooked)
    accepted, said = _push(hooked, str(bare), "HEAD:main")
    assert not accepted
    assert "clause 1.10" in said


def _run(root: Path, script: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script],
        cwd=root,
        env={**os.environ, **variables},
        check=False,
        capture_output=True,
        text=True,
    )


def _read(name: str) -> Any:
    return YAML(typ="safe").load(FOLDER / name)


def _place_program(folder: Path) -> None:
    (folder / "cica/bin").mkdir(parents=True)
    (folder / "cica/bin/cica").write_text(PROGRAM, encoding="utf-8")
    (folder / "cica/bin/cica").chmod(0o755)


@pytest.mark.parametrize(("prepare", "status"), [(_note_and_commit, 0), (_break_and_commit, 1)])
def test_the_job_of_gitlab_judges_a_merge_request_and_leaves_a_page(root: Path, prepare: Any, status: int) -> None:
    prepare(root)
    _place_program(root.parent / "builds")
    lines = _read("gitlab-ci.yml")["check"]["script"]
    script = "\n".join(line for line in lines if "venv" not in line and "pip" not in line)
    variables = {"CI_BUILDS_DIR": str(root.parent / "builds"), "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main"}
    done = _run(root, script, **variables)
    assert done.returncode == status, done.stderr
    verdict = "This change cannot be merged yet" if status else "This change can be merged"
    summary = (root / "summary.md").read_text(encoding="utf-8")
    assert verdict in summary
    assert "artefact “printed”" in summary
    assert list((root / "printed/redline").rglob("en.docx"))
    assert list((root / "printed/printed").rglob("en.pdf"))


@pytest.mark.parametrize(("prepare", "status"), [(_note_and_commit, 0), (_break_and_commit, 1)])
def test_the_step_of_forgejo_judges_a_pull_request(root: Path, prepare: Any, status: int) -> None:
    prepare(root)
    _place_program(root.parent / "temp")
    steps = _read("forgejo.yml")["jobs"]["check"]["steps"]
    check, compare = (step["run"] for step in steps if step.get("name") in {"Check", "Print what changed"})
    done = _run(root, check, RUNNER_TEMP=str(root.parent / "temp"), BRANCH="main")
    assert done.returncode == status, done.stderr
    done = _run(root, compare, RUNNER_TEMP=str(root.parent / "temp"), BRANCH="main")
    assert done.returncode == 0, done.stderr
    pages = root.parent / "temp/pages"
    assert list((pages / "redline").rglob("en.docx"))
    assert list((pages / "printed").rglob("en.pdf"))
    assert done.stdout.endswith((pages / "summary.md").read_text(encoding="utf-8"))
    assert "artefact “pages”" in done.stdout


# Stands for cica: prints what it was asked for, and writes a manifest or none.
_PRINTER = """#!/bin/sh
printf '%s\\n' "$@" > "$LOG"
while [ "$1" != --output ]; do shift; done
mkdir -p "$2"
[ -z "$MANIFEST" ] || echo '{}' > "$2/manifest.json"
exit "$STATUS"
"""


@pytest.mark.parametrize(
    ("manifest", "status", "ends", "hands_on"), [("yes", 0, 0, True), ("yes", 3, 3, True), ("", 3, 1, False)]
)
def test_the_action_hands_on_a_whole_site_and_fails_where_a_document_is_missing(
    tmp_path: Path, manifest: str, status: int, ends: int, hands_on: bool
) -> None:
    temp, output, log = tmp_path / "a temp", tmp_path / "output", tmp_path / "log"
    (temp / "cica/bin").mkdir(parents=True)
    (temp / "cica/bin/cica").write_text(_PRINTER, encoding="utf-8")
    (temp / "cica/bin/cica").chmod(0o755)
    steps = YAML(typ="safe").load(ROOT / ".github/actions/render/action.yml")["runs"]["steps"]
    (script,) = [step["run"] for step in steps if step["name"] == "Print"]
    variables = {"REPOSITORY": str(tmp_path), "REGISTER": "papers of ours", "AS_OF": "2026-12-01", "LOG": str(log)}
    variables |= {"MANIFEST": manifest, "STATUS": str(status)}
    done = _run(tmp_path, script, RUNNER_TEMP=str(temp), GITHUB_OUTPUT=str(output), **variables)
    assert done.returncode == ends, done.stderr
    assert log.read_text(encoding="utf-8").split("\n")[:3] == ["render", "--register", "papers of ours"]
    told = output.read_text(encoding="utf-8") if output.exists() else ""
    assert (told == f"site={temp}/site\n") is hands_on


@pytest.mark.parametrize("forge", [forge for forge in FORGES if forge != "hook"])
def test_the_doctor_finds_that_nothing_but_a_source_and_owners_are_to_be_named(forge: str) -> None:
    files = {path: (FOLDER / name).read_bytes() for path, name in FORGES[forge].items()}
    faults = {remark.key for remark in diagnose(files, "registry/") if remark.kind == FAULT}
    assert faults <= {"unpinned", "owners-missing"}


def test_the_page_shows_the_files_as_they_are() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for forge in ("gitlab", "forgejo", "hook"):
        for name in FORGES[forge].values():
            assert (FOLDER / name).read_text(encoding="utf-8") in page, name
