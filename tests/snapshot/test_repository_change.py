"""What a change does beside the documents is told, each thing as grave as it is."""

import json
from pathlib import Path

import pytest

from cica_docs.cli.run import run
from cica_docs.snapshot.repository import open_repository
from cica_docs.snapshot.repository_change import PathChange, RepositoryChange
from proposal import NOTICE, PAPER, commit, git

pytestmark = pytest.mark.series(6)

_FILE, _PROGRAM = 0o100644, 0o100755


def write(path: Path, text: str = "x\n") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def changed(root: Path) -> RepositoryChange:
    opened = open_repository(root)
    assert opened is not None
    head = opened.commit("HEAD")
    paths = [f"registry/{path}" for path in opened.snapshot(head, "registry/").paths()]
    return opened.change(opened.commit("main"), head, paths)


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, str]:
    """The severity of what is told of each path, by the path."""
    run(["check", "--register", "registry", "--as-of", "2026-12-01", "--base", "main", "--format", "json", *arguments])
    findings = json.loads(capsys.readouterr().out)["findings"]
    return {finding["path"]: f"{finding['severity']} {finding['rule'].partition('/')[2]}" for finding in findings}


def test_paths_that_differ_come_with_their_modes(repository: Path) -> None:
    write(repository / "docs" / "deep" / "new.md")
    (repository / PAPER / "ru.md").chmod(0o755)
    (repository / NOTICE / "en.md").unlink()
    git(repository, "mv", f"{PAPER}/kk.md", "kk.md")
    git(repository, "config", "core.fileMode", "true")
    commit(repository)
    assert set(changed(repository).paths) == {
        PathChange("docs/deep/new.md", 0, _FILE),
        PathChange(f"{PAPER}/ru.md", _FILE, _PROGRAM),
        PathChange(f"{NOTICE}/en.md", _FILE, 0),
        PathChange(f"{PAPER}/kk.md", _FILE, 0),
        PathChange("kk.md", 0, _FILE),
    }


def test_a_file_in_the_place_of_a_folder_is_both(repository: Path) -> None:
    write(repository / "docs" / "a.md")
    git(repository, "checkout", "-q", "main")
    commit(repository)
    git(repository, "checkout", "-q", "-B", "proposal")
    (repository / "docs" / "a.md").unlink()
    (repository / "docs").rmdir()
    write(repository / "docs")
    commit(repository)
    assert set(changed(repository).paths) == {PathChange("docs", 0, _FILE), PathChange("docs/a.md", _FILE, 0)}


def test_an_honest_change_is_told_nothing(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(repository / "docs" / "guide.md")
    write(repository / ".editorconfig")
    write(repository / "docs" / ".gitattributes", "*.md -diff\n")
    commit(repository)
    assert told(capsys) == {}


def test_workflows_owners_and_attributes_do_not_block(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(repository / ".github/workflows/check.yml")
    write(repository / "CODEOWNERS")
    write(repository / ".gitattributes", "* text=auto\n")
    write(repository / ".mailmap")
    commit(repository)
    assert told(capsys) == {
        ".github/workflows/check.yml": "notice check-changed",
        "CODEOWNERS": "notice check-changed",
        ".gitattributes": "warning git-file-changed",
        ".mailmap": "warning git-file-changed",
    }
    assert run(["check", "--register", "registry", "--as-of", "2026-12-01", "--base", "main"]) == 0


@pytest.mark.series(8)
@pytest.mark.parametrize("revision", [(), ("--revision", "HEAD")], ids=["disk", "revision"])
@pytest.mark.parametrize(
    ("where", "attributes"),
    [
        (".gitattributes", "registry/** -diff\n"),
        (".gitattributes", "*.md linguist-generated\n"),
        (".gitattributes", "[attr]quiet -diff\n*.md quiet\n"),
        ("registry/.gitattributes", "notice/** binary\n"),
        (f"{NOTICE}/.gitattributes", "en.md working-tree-encoding=ISO-8859-1\n"),
    ],
)
def test_attributes_that_hide_a_file_are_errors(
    repository: Path, capsys: pytest.CaptureFixture[str], revision: tuple[str, ...], where: str, attributes: str
) -> None:
    write(repository / where, attributes)
    commit(repository)
    assert told(capsys, *revision)[where] == "error git-file-changed"


def test_attributes_that_were_there_before_are_not_the_fault_of_a_change(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(repository, "checkout", "-q", "main")
    write(repository / ".gitattributes", "*.md -diff\n")
    commit(repository)
    git(repository, "checkout", "-q", "-B", "proposal")
    write(repository / ".gitattributes", "*.md -diff\n*.sh text eol=lf\n")
    commit(repository)
    assert told(capsys) == {".gitattributes": "warning git-file-changed"}


def test_hidden_files_of_the_register_are_errors(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(repository / PAPER / ".annex.md")
    write(repository / "registry" / ".drafts" / "note" / "en.md")
    write(repository / "registry" / "notice" / ".evil.gitattributes")
    commit(repository)
    assert told(capsys) == {
        f"{PAPER}/.annex.md": "error hidden-file",
        "registry/.drafts/note/en.md": "error hidden-file",
        "registry/notice/.evil.gitattributes": "error hidden-file",
    }


@pytest.mark.parametrize(
    ("path", "named", "severity"),
    [
        ("Registry/notice/x/en.md", "Registry", "error"),
        ("registry /notice/x/en.md", "registry ", "error"),
        ("REGISTRY", "REGISTRY", "error"),
        ("registry/notice/Environment-xa-2026/en.md", "registry/notice/Environment-xa-2026", "error"),
        ("docs/GUIDE.md", "docs/GUIDE.md", "warning"),
        ("docs/caf\u0065\u0301.md", "docs/caf\u0065\u0301.md", "warning"),
    ],
)
def test_a_path_that_some_systems_take_for_another(
    repository: Path, capsys: pytest.CaptureFixture[str], path: str, named: str, severity: str
) -> None:
    git(repository, "checkout", "-q", "main")
    write(repository / "docs" / "guide.md")
    write(repository / "docs" / "caf\u00e9.md")
    commit(repository)
    git(repository, "checkout", "-q", "-B", "proposal")
    write(repository / path)
    commit(repository)
    assert told(capsys, "--select", "repository") == {named: f"{severity} name-clash"}


def test_a_nested_repository_is_an_error(repository: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--bare", str(repository), str(repository / "docs" / "annexes"))
    write(repository / "docs" / "other" / "HEAD")
    write(repository / "docs" / "annexes" / "refs" / "heads" / "x")
    commit(repository)
    assert told(capsys) == {"docs/annexes": "error nested-repository"}


def test_a_program_in_the_register_is_a_warning(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(repository, "update-index", "--chmod=+x", f"{PAPER}/en.md")
    git(repository, "commit", "-q", "-m", "two")
    assert told(capsys, "--revision", "HEAD") == {f"{PAPER}/en.md": "warning executable-file"}
