"""What Git does to files on their way to the disk is neither taken for a change nor does it hide one."""

import json
import shutil
from pathlib import Path

import pytest

from cica_docs.cli.run import run
from cica_docs.snapshot.repository import open_repository
from cica_docs.snapshot.worktree import WorktreeSnapshot
from proposal import git

pytestmark = pytest.mark.series(6)

PAPER = "registry/concept-paper/environment-2026/en.md"


def check(*arguments: str) -> int:
    return run(["check", "--register", "registry", "--as-of", "2026-12-01", *arguments])


def check_out_again(root: Path) -> None:
    shutil.rmtree(root / "registry")
    git(root, "checkout", "-q", "-f", "HEAD", "--", "registry")


def on_disk(root: Path) -> WorktreeSnapshot:
    opened = open_repository(root)
    assert opened is not None
    return WorktreeSnapshot(root / "registry", "registry/", opened.checkout("registry/"))


def with_windows_line_ends(root: Path, how: str) -> None:
    if how == "autocrlf":
        git(root, "config", "core.autocrlf", "true")
    else:
        (root / ".gitattributes").write_text(f"{how}\n")
        git(root, "add", ".gitattributes")
        git(root, "commit", "-q", "-m", "attributes")
    check_out_again(root)
    assert b"\r\n" in (root / PAPER).read_bytes()


@pytest.mark.parametrize("how", ["autocrlf", "*.md text eol=crlf", "*.md eol=crlf"])
def test_the_id_of_a_file_is_that_under_which_git_has_it(repository: Path, how: str) -> None:
    with_windows_line_ends(repository, how)
    path = PAPER.removeprefix("registry/")
    assert on_disk(repository).blob(path) == git(repository, "rev-parse", f"HEAD:{PAPER}")
    with (repository / PAPER).open("ab") as file:
        file.write(b"More.\r\n")
    assert on_disk(repository).blob(path) == git(repository, "hash-object", PAPER)


def test_line_ends_that_were_committed_are_kept(repository: Path) -> None:
    (repository / PAPER).write_bytes((repository / PAPER).read_bytes().replace(b"\n", b"\r\n"))
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "two")
    assert on_disk(repository).blob(PAPER.removeprefix("registry/")) == git(repository, "rev-parse", f"HEAD:{PAPER}")


@pytest.mark.parametrize("how", ["autocrlf", "*.md text eol=crlf"])
def test_windows_line_ends_make_no_translation_look_behind(
    repository: Path, capsys: pytest.CaptureFixture[str], how: str
) -> None:
    with_windows_line_ends(repository, how)
    assert check() == 0
    assert "no findings" in capsys.readouterr().out


def test_windows_line_ends_make_no_work_look_touched(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An old error stays old, with and without something on the disk that is not committed."""
    notice = repository / "registry/notice/environment-xa-2026/en.md"
    notice.write_text(notice.read_text(encoding="utf-8").replace("to: all\n", "to: everybody\n"), encoding="utf-8")
    git(repository, "commit", "-q", "-am", "an old fault")
    with_windows_line_ends(repository, "*.md text eol=crlf")
    assert check("--base", "HEAD~1") == 0
    with (repository / PAPER).open("ab") as file:
        file.write(b"\r\n")
    assert check("--base", "HEAD~1") == 0
    said = capsys.readouterr().out
    assert "environment-xa-2026" not in said
    assert "work tree" in said


def test_a_clean_work_tree_is_judged_as_it_is_committed(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head = git(repository, "rev-parse", "HEAD")
    (repository / ".DS_Store").write_text("x")
    check("--base", "HEAD", "--format", "json")
    assert json.loads(capsys.readouterr().out)["revision"] == head[:12]
    (repository / "registry" / "note.md").write_text("x")
    assert check("--base", "HEAD", "--format", "json") == 1
    assert json.loads(capsys.readouterr().out)["revision"] is None


@pytest.mark.parametrize(
    "attribute", ["working-tree-encoding=ISO-8859-1", "filter=mangle", "ident", "made-up"], ids=lambda name: name[:6]
)
def test_a_file_that_git_rewrites_on_the_disk_is_not_taken_for_what_is_committed(
    repository: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path, attribute: str
) -> None:
    mark = tmp_path / "ran"
    git(repository, "config", "filter.mangle.clean", f"touch {mark}; cat")
    git(repository, "config", "filter.mangle.smudge", f"touch {mark}; cat")
    macro = "[attr]made-up filter=mangle\n" if attribute == "made-up" else ""
    (repository / ".gitattributes").write_text(f"{macro}{PAPER} {attribute}\n")
    (repository / PAPER).write_bytes((repository / PAPER).read_bytes() + b"\r\n")
    assert check() == 1
    assert f"{PAPER}:1:1: error[form/stray-file]" in capsys.readouterr().out
    assert not mark.exists()


def test_attributes_that_change_nothing_on_the_disk_are_welcome(repository: Path) -> None:
    (repository / ".gitattributes").write_text("*.md text=auto\n*.png -diff filter=lfs\n# identical\n")
    (repository / "registry" / ".gitattributes").write_text("*.md -filter\n")
    assert check() == 0


@pytest.mark.parametrize("arguments", [(), ("--base", "HEAD~1"), ("--base", "HEAD~1", "--revision", "HEAD")])
def test_another_repository_in_the_register_is_seen_on_the_disk_as_well(
    repository: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    head = git(repository, "rev-parse", "HEAD")
    git(repository, "update-index", "--add", "--cacheinfo", f"160000,{head},registry/note-verbale/swg-2001")
    git(repository, "commit", "-q", "-m", "two")
    (repository / "registry/note-verbale/swg-2001").mkdir(parents=True, exist_ok=True)
    assert check(*arguments) == 1
    assert "registry/note-verbale/swg-2001:1:1: error[form/stray-file]" in capsys.readouterr().out


def test_a_link_is_seen_where_the_disk_has_none(repository: Path) -> None:
    git(repository, "config", "core.symlinks", "false")
    target = git(repository, "hash-object", "-w", "--stdin", content=b"../../secret")
    git(repository, "update-index", "--add", "--cacheinfo", f"120000,{target},registry/mandate/x/en.md")
    git(repository, "commit", "-q", "-m", "two")
    git(repository, "checkout", "-q", "-f", "HEAD")
    assert (repository / "registry/mandate/x/en.md").read_text() == "../../secret"
    assert on_disk(repository).refused == {"mandate/x/en.md": "link"}
