"""The scripts of the action, run as a runner runs them: in folders whose names have blanks, and on hostile changes."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from ruamel.yaml import YAML

pytestmark = pytest.mark.series(6)
ROOT = Path(__file__).parent.parent
_GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
}
_NOTICE = "notice/environment-xa-2026/en.md"
_REGISTER = "papers of ours/registry"
# Stands for Python: writes down where it was called and with what, and makes of a venv what has to be there.
_PYTHON = """#!/bin/sh
for argument in "$PWD" "$@"; do printf '%s\\n' "$argument"; done >> "$LOG"
echo >> "$LOG"
if [ "$3" = venv ]; then
  mkdir -p "$4/$PLACE"
  cp "$0" "$4/$PLACE/python$SUFFIX"
fi
"""
_LAYOUTS = [("bin", ""), ("Scripts", ".exe")]


@dataclass(frozen=True)
class Runner:
    """A workspace with the folders and variables that a runner gives to a step."""

    root: Path

    def __post_init__(self) -> None:
        for folder in (self.temp, self.workspace, self.root / "the action"):
            folder.mkdir(parents=True)

    @property
    def temp(self) -> Path:
        return self.root / "a temp"

    @property
    def workspace(self) -> Path:
        return self.root / "work space"

    @property
    def repository(self) -> Path:
        return self.workspace / "the change"

    @property
    def summary(self) -> Path:
        return self.temp / "summary.md"

    def run(self, step: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run the script of a step of the action as a runner does."""
        steps = YAML(typ="safe").load(ROOT / "action.yml")["runs"]["steps"]
        (script,) = [entry["run"] for entry in steps if entry["name"] == step]
        environment = {
            **os.environ,
            **_GIT,
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_ACTION_PATH": str(self.root / "the action"),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            **variables,
        }
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
        return subprocess.run(
            command, cwd=self.workspace, env=environment, check=False, capture_output=True, text=True, encoding="utf-8"
        )

    def check(self, base: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
        """Run the check as a pull request into `main` starts it, as far as the variables do not say otherwise."""
        given = {
            "REPOSITORY": "the change",
            "REGISTER": _REGISTER,
            "BASE": base,
            "AS_OF": "2026-12-01",
            "READER": "en",
            "FORMAT": "github",
            "OUTPUT": "",
            "PAGES": "",
            "EVENT_BASE": base,
            "EVENT_HEAD": "",
            "EVENT_BRANCH": "main",
        }
        return self.run("Check", **given | variables)

    def git(self, *arguments: str) -> str:
        """What Git answers in the change's repository."""
        command = ["git", *arguments]
        environment = {**os.environ, **_GIT}
        done = subprocess.run(command, cwd=self.repository, env=environment, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def commit(self, message: str = "change") -> str:
        """The id of a commit of all that lies in the repository."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "-m", message)
        return self.git("rev-parse", "HEAD")

    def breach(self) -> None:
        """Break a rule that the decision makes an error of."""
        notice = self.repository / _REGISTER / _NOTICE
        text = notice.read_text(encoding="utf-8")
        broken = text.replace("\nvia: [chairmanship, secretariat]\n", "\nvia: [secretariat]\n")
        assert broken != text
        notice.write_text(broken, encoding="utf-8")


def _program(path: Path, script: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(script, encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    made = Runner(tmp_path / "of a runner")
    shutil.copytree(ROOT / "tests/corpus", made.repository / _REGISTER)
    made.git("init", "--quiet", "--initial-branch", "main")
    made.commit("main")
    made.git("update-ref", "refs/remotes/origin/main", "main")
    _program(made.temp / "cica/bin/cica", f'#!/bin/sh\nexec "{sys.executable}" -m cica_docs "$@"\n')
    return made


@pytest.mark.parametrize(("place", "suffix"), _LAYOUTS)
def test_installing_takes_names_with_blanks_and_imports_nothing_of_the_change(
    tmp_path: Path, place: str, suffix: str
) -> None:
    runner = Runner(tmp_path / "of a runner")
    _program(tmp_path / "path/python", _PYTHON)
    log = tmp_path / "log"
    path = f"{tmp_path / 'path'}{os.pathsep}{os.environ['PATH']}"
    done = runner.run("Install cica", PATH=path, LOG=str(log), PLACE=place, SUFFIX=suffix)
    assert (done.returncode, done.stderr) == (0, "")
    calls = [call.split("\n") for call in log.read_text(encoding="utf-8").strip().split("\n\n")]
    assert [call[:4] for call in calls] == [
        [str(runner.root / "the action"), "-I", "-m", kind] for kind in ("venv", "pip", "pip")
    ]
    assert calls[0][4:] == [str(runner.temp / "cica")]
    assert {"--require-hashes", "--no-deps"} < set(calls[1])
    assert [str(made.relative_to(runner.root)) for made in runner.root.iterdir() if any(made.iterdir())] == ["a temp"]


@pytest.mark.parametrize(("place", "suffix"), _LAYOUTS)
def test_a_breach_fails_the_check_and_is_written_beside_its_line(runner: Runner, place: str, suffix: str) -> None:
    shutil.move(runner.temp / "cica/bin/cica", runner.temp / "moved")
    (runner.temp / "cica" / place).mkdir(exist_ok=True)
    shutil.move(runner.temp / "moved", runner.temp / "cica" / place / f"cica{suffix}")
    base = runner.git("rev-parse", "main")
    runner.breach()
    runner.commit()
    done = runner.check(base)
    assert done.returncode == 1, done.stderr
    assert f"::error file={_REGISTER}/{_NOTICE},line=" in done.stdout
    assert runner.summary.read_text(encoding="utf-8").startswith("## ")


def test_without_a_base_everything_is_judged(runner: Runner) -> None:
    runner.breach()
    runner.commit()
    assert runner.check().returncode == 1
    assert runner.check("HEAD").returncode == 0


def test_a_report_in_another_form_goes_to_a_file(runner: Runner) -> None:
    runner.breach()
    runner.commit()
    elsewhere = runner.temp / "must stay as it is"
    elsewhere.write_text("x", encoding="utf-8")
    report = runner.workspace / "a report.sarif"
    report.symlink_to(elsewhere)
    done = runner.check(FORMAT="sarif", OUTPUT="a report.sarif", READER="kk")
    assert (done.returncode, done.stdout) == (1, "")
    run = json.loads(report.read_text(encoding="utf-8"))["runs"][0]
    assert (run["language"], run["properties"]["asOf"]) == ("kk-KZ", "2026-12-01")
    assert elsewhere.read_text(encoding="utf-8") == "x"


def test_the_commit_is_judged_and_not_what_git_made_of_it_on_the_disk(runner: Runner) -> None:
    base = runner.git("rev-parse", "main")
    runner.git("update-index", "--add", "--cacheinfo", f"160000,{base},{_REGISTER}/note-verbale/swg-2001")
    runner.git("commit", "--quiet", "-m", "a submodule")
    runner.git("checkout", "--quiet", "--force", "HEAD")
    assert runner.check(base).returncode == 1


def _merged(runner: Runner, branch: str) -> None:
    """Leave the merge that GitHub makes of a branch and of `change` in the work tree."""
    runner.git("checkout", "--quiet", "--detach", branch)
    runner.git("merge", "--quiet", "--no-ff", "-m", "merge", "change")


def test_what_came_to_the_branch_meanwhile_is_not_the_changes_own(runner: Runner) -> None:
    known = runner.git("rev-parse", "main")
    runner.git("checkout", "--quiet", "-b", "change")
    (runner.repository / "README.md").write_text("# Read me\n", encoding="utf-8")
    head = runner.commit()
    runner.git("checkout", "--quiet", "main")
    runner.breach()
    runner.commit("an old error")
    runner.git("update-ref", "refs/remotes/origin/main", "main")
    _merged(runner, "main")
    assert runner.check(known, EVENT_HEAD=head).returncode == 0
    # A base that was asked for by name is taken at its word, and so is that of an event that names no head.
    assert runner.check(known, EVENT_HEAD=head, EVENT_BASE="").returncode == 1
    assert runner.check(known).returncode == 1


def test_a_merge_with_another_branch_than_the_one_it_goes_to_decides_nothing(runner: Runner) -> None:
    base = runner.git("rev-parse", "main")
    runner.git("checkout", "--quiet", "-b", "change")
    runner.breach()
    head = runner.commit()
    runner.git("checkout", "--quiet", "-b", "lenient", "main")
    runner.breach()
    runner.commit("the same")
    runner.git("update-ref", "refs/remotes/origin/lenient", "lenient")
    _merged(runner, "lenient")
    assert runner.check(base, EVENT_HEAD=head, EVENT_BRANCH="lenient").returncode == 0
    assert runner.check(base, EVENT_HEAD=head).returncode == 1


@pytest.mark.parametrize("day", ["2026-02-30", "; exit 0"])
def test_what_cannot_be_decided_is_not_passed(runner: Runner, day: str) -> None:
    assert runner.check(AS_OF=day).returncode == 2
    assert runner.check("0" * 40).returncode == 2
    assert runner.check(REGISTER="elsewhere").returncode == 2


def test_what_changed_is_printed_and_named_in_the_summary(runner: Runner) -> None:
    base, pages = runner.git("rev-parse", "main"), runner.temp / "pages"
    runner.breach()
    runner.commit()
    runner.check(base, PAGES=str(pages))
    assert "artefact “pages”" in runner.summary.read_text(encoding="utf-8")
    given = {"REPOSITORY": "the change", "REGISTER": _REGISTER, "PAGES": str(pages), "AS_OF": "2026-12-01"}
    assert runner.run("Print what changed", **given).returncode == 0
    assert all((pages / kind / _NOTICE).with_suffix(".pdf").is_file() for kind in ("redline", "printed"))
