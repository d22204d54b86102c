"""The command `cica doctor`: what lets a change pass the check by, each at its place, and a sound repository."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from cica_docs.api.gate.diagnosis import diagnose, is_read_by_forge
from cica_docs.api.gate.remark import FAULT
from cica_docs.cli.run import run
from cica_docs.values.language import Language
from proposal import begin, commit

pytestmark = pytest.mark.series(6)

PIN = "de0fac2e4500dabe0009e67214ff5f5447ce83dd"
CHECK = ".github/workflows/check.yml"
WORKFLOW = f"""on:
  pull_request:
    types: [opened, synchronize, reopened, edited]
  merge_group:
permissions: {{}}
jobs:
  check:
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@{PIN}
        with:
          fetch-depth: 0
          persist-credentials: false
      - uses: OWNER/cica-docs@{PIN}
        with:
          register: registry
"""
OWNERS = "/.github/ @a/b\n.gitattributes @a/b\n/.gitmodules @a/b\n/registry/** a@example.org\n"
GITLAB = """check:
  script:
    - cica check --register registry --revision HEAD --base "$CI_MERGE_REQUEST_DIFF_BASE_SHA"
  variables: {GIT_DEPTH: 0}
"""


def faults(files: Mapping[str, str]) -> list[str]:
    remarks = diagnose({path: text.encode() for path, text in files.items()}, "registry/")
    return [f"{remark.key} {remark.path}:{remark.line}" for remark in remarks if remark.kind == FAULT]


def sound(workflow: str = WORKFLOW, **more: str) -> dict[str, str]:
    return {CHECK: workflow, ".github/CODEOWNERS": OWNERS} | more


def test_a_sound_repository_has_no_fault() -> None:
    assert faults(sound()) == []


@pytest.mark.parametrize(
    ("find", "replace", "key", "line"),
    [
        ("  pull_request:\n", "  pull_request_target:\n", "rights", 2),
        (", edited]", "]", "types", 3),
        ("    types: [opened, synchronize, reopened, edited]\n", "", "types", 2),
        ("  merge_group:\n", "", "merge-group", 1),
        ("  merge_group:\n", "    paths: ['registry/**']\n  merge_group:\n", "filter", 4),
        ("  merge_group:\n", "    branches: [next]\n  merge_group:\n", "filter", 4),
        ("      contents: read", "      contents: write", "permission", 9),
        ("      contents: read", "      contents: read\n      id-token: write", "permission", 10),
        ("    steps:", "    if: github.actor != 'a'\n    steps:", "condition", 10),
        ("    steps:", "    continue-on-error: true\n    steps:", "errors-ignored", 10),
        (f"OWNER/cica-docs@{PIN}", "OWNER/cica-docs@main", "unpinned", 15),
        (f"checkout@{PIN}", "checkout@v6", "unpinned", 11),
        ("          register: registry", "          base: HEAD", "base-given", 17),
        ("          fetch-depth: 0\n", "", "shallow", 11),
        ("          persist-credentials: false\n", "", "credentials", 11),
        (f"      - uses: OWNER/cica-docs@{PIN}", '      - run: "true"', "no-check", 0),
        ("on:", "on: [", "unreadable", 1),
    ],
)
def test_a_weakness_of_the_workflow_is_named_at_its_place(find: str, replace: str, key: str, line: int) -> None:
    assert WORKFLOW.count(find) == 1
    named = faults(sound(WORKFLOW.replace(find, replace)))
    where = ".github/workflows/" if key == "no-check" else CHECK
    assert f"{key} {where}:{line}" in named


def test_a_command_without_a_base_judges_everybody() -> None:
    workflow = WORKFLOW.replace(f"uses: OWNER/cica-docs@{PIN}", "run: cica check")
    assert faults(sound(workflow.partition("        with:\n          register")[0])) == [f"no-base {CHECK}:15"]


def test_events_may_be_a_list() -> None:
    listed = WORKFLOW[WORKFLOW.index("permissions") :]
    assert faults(sound(f"on: [pull_request, merge_group]\n{listed}")) == [f"types {CHECK}:1"]


@pytest.mark.parametrize(
    ("owners", "lacking"),
    [
        ("* @a/b\n", []),
        ("* @a/b\n/registry/decision/\n", ["registry/decision/"]),
        ("/registry/ @a/b\n", [".github/", ".gitattributes", ".gitmodules"]),
        ("*.md @a/b\n.github @a/b\n.git* @a/b\n", ["registry/reference/", "registry/decision/", "registry/keys/"]),
        ("/.github/workflows/ @a/b\n/registry/** @a/b\n.git* @a/b\n", []),
    ],
)
def test_what_decides_needs_an_owner(owners: str, lacking: list[str]) -> None:
    remarks = diagnose({CHECK: WORKFLOW.encode(), "CODEOWNERS": owners.encode()}, "registry/")
    assert [remark.details.get("path") for remark in remarks if remark.kind == FAULT] == lacking


def test_an_attribute_that_hides_is_named() -> None:
    hidden = {".gitattributes": "*.md text eol=lf\nregistry/** -diff linguist-generated\n"}
    assert faults(sound() | hidden) == ["hidden .gitattributes:2", "hidden .gitattributes:2"]


@pytest.mark.parametrize(
    ("find", "replace", "key"),
    [
        ("{GIT_DEPTH: 0}", "{GIT_DEPTH: 20}", "shallow-gitlab"),
        (' --base "$CI_MERGE_REQUEST_DIFF_BASE_SHA"', "", "no-base"),
        ("  script:", "  allow_failure: true\n  script:", "errors-ignored"),
    ],
)
def test_a_job_of_gitlab_is_read_too(find: str, replace: str, key: str) -> None:
    owned = {"CODEOWNERS": "* @a/b\n"}
    assert faults({".gitlab-ci.yml": GITLAB} | owned) == []
    assert [each.split()[0] for each in faults({".gitlab-ci.yml": GITLAB.replace(find, replace)} | owned)] == [key]


def test_a_forge_without_merge_queues_needs_no_event_for_them() -> None:
    workflow = WORKFLOW.replace("  merge_group:\n", "")
    owned = {".forgejo/CODEOWNERS": "* @a/b\n"}
    assert faults({".forgejo/workflows/check.yml": workflow} | owned) == []


def test_other_files_are_not_read() -> None:
    assert not is_read_by_forge("registry/notice/x/en.md")
    assert not is_read_by_forge(".github/workflows/notes.txt")


def test_the_command_reads_what_is_committed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = begin(tmp_path)
    monkeypatch.chdir(root)
    (root / ".github/workflows").mkdir(parents=True)
    (root / CHECK).write_text(WORKFLOW, encoding="utf-8")
    (root / ".github/CODEOWNERS").write_text("* @a/b\n", encoding="utf-8")
    assert run(["doctor"]) == 1
    assert "no workflow checks pull requests" in capsys.readouterr().out
    commit(root)
    for language in Language:
        assert run(["doctor", "--lang", language]) == 0
        assert "docs/use/pull-requests.md" in capsys.readouterr().out
    assert run(["doctor", "--format", "json"]) == 0
    assert {entry["kind"] for entry in json.loads(capsys.readouterr().out)["entries"]} == {"unseen"}
