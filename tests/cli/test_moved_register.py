"""A register that a change moves, or puts behind a link, is the register that was there before."""

import shutil
from pathlib import Path

import pytest

from cica_docs.cli.run import run
from proposal import SETTINGS, advise, breach, commit, git

pytestmark = pytest.mark.series(6)

BOTH = pytest.mark.parametrize("revision", [(), ("--revision", "HEAD")], ids=["disk", "revision"])


def check(*arguments: str, register: str = "registry", base: str = "main") -> int:
    return run(["check", "--register", register, "--as-of", "2026-12-01", "--base", base, *arguments])


@BOTH
def test_a_register_behind_a_link_is_not_read(
    repository: Path, capsys: pytest.CaptureFixture[str], revision: tuple[str, ...]
) -> None:
    advise(repository)
    breach(repository)
    (repository / "registry").rename(repository / "records")
    (repository / "registry").symlink_to("records")
    commit(repository)
    assert check(*revision) == 2
    assert "link" in capsys.readouterr().err
    assert run(["check", "--base", "main", *revision]) == 2


@BOTH
def test_nor_one_in_a_folder_behind_a_link(
    repository: Path, capsys: pytest.CaptureFixture[str], revision: tuple[str, ...]
) -> None:
    git(repository, "checkout", "-q", "main")
    (repository / "deep").mkdir()
    (repository / "registry").rename(repository / "deep" / "registry")
    commit(repository)
    git(repository, "checkout", "-q", "-B", "proposal")
    advise(repository / "deep")
    (repository / "deep").rename(repository / "real")
    (repository / "deep").symlink_to("real")
    commit(repository)
    assert check(*revision, register="deep/registry") == 2
    assert "link" in capsys.readouterr().err


def test_nor_one_in_another_repository_that_a_link_leads_to(repository: Path, tmp_path: Path) -> None:
    """The workflow checks the base out into a folder of its own, which is free of faults."""
    breach(repository)
    git(repository, "clone", "-q", "-b", "main", str(repository), str(tmp_path / "tool"))
    shutil.rmtree(repository / "registry")
    for target in (tmp_path / "tool" / "registry", tmp_path / "tool"):
        (repository / "registry").symlink_to(target)
        assert check(base="HEAD") == 2
        (repository / "registry").unlink()


def test_nor_one_that_is_another_repository(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A fork of this one, with the same commits, in the folder of the register."""
    git(repository, "clone", "-q", "-b", "main", str(repository), str(tmp_path / "fork"))
    git(repository, "rm", "-rq", "registry")
    (tmp_path / "fork").rename(repository / "registry")
    tip = git(repository, "rev-parse", "main")
    commit(repository)
    for more in ((), ("--revision", "HEAD")):
        assert check(*more, base=tip) == 2
        assert "submodule" in capsys.readouterr().err
    monkeypatch.chdir(repository / "registry")
    assert check(base=tip) == 0


def test_a_link_in_a_bare_repository_is_named(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / "registry").rename(repository / "records")
    (repository / "registry").symlink_to("records")
    commit(repository)
    git(tmp_path, "clone", "-q", "--bare", str(repository), "bare.git")
    assert check("--revision", "proposal", register=str(tmp_path / "bare.git")) == 2
    assert check("--revision", "main", register=str(tmp_path / "bare.git")) == 0
    capsys.readouterr()


@BOTH
def test_a_register_that_was_moved_was_there_before(
    repository: Path, capsys: pytest.CaptureFixture[str], revision: tuple[str, ...]
) -> None:
    advise(repository)
    breach(repository)
    (repository / "registry").rename(repository / "records")
    commit(repository)
    assert check(*revision, register="records") == 2
    assert "at registry" in capsys.readouterr().err
    (repository / "Registry").mkdir()
    (repository / "records").rename(repository / "Registry" / "registry")
    commit(repository)
    assert check(*revision, register="Registry") == 2
    assert "at registry" in capsys.readouterr().err


@BOTH
def test_a_register_without_settings_is_none(repository: Path, revision: tuple[str, ...]) -> None:
    (repository / SETTINGS).unlink()
    commit(repository)
    assert check(*revision) == 2


@BOTH
def test_where_there_was_no_register_at_all_the_change_brings_its_own_settings(
    repository: Path, capsys: pytest.CaptureFixture[str], revision: tuple[str, ...]
) -> None:
    git(repository, "checkout", "-q", "--orphan", "empty")
    git(repository, "rm", "-rqf", "--cached", ".")
    git(repository, "commit", "-q", "--allow-empty", "-m", "nothing yet")
    breach(repository)
    commit(repository)
    assert check(*revision, base="HEAD~1") == 1
    assert "has no register" in capsys.readouterr().out


def test_a_branch_that_begins_before_the_register_is_compared_with_that_of_the_base(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(repository, "checkout", "-q", "--orphan", "fresh")
    git(repository, "rm", "-rqf", "--cached", ".")
    git(repository, "commit", "-q", "--allow-empty", "-m", "nothing yet")
    git(repository, "branch", "start")
    commit(repository)
    git(repository, "checkout", "-q", "-f", "start")
    git(repository, "checkout", "-q", "fresh", "--", ".")
    advise(repository)
    breach(repository)
    commit(repository)
    assert check(base="fresh") == 1
    assert "clause 1.10" in capsys.readouterr().out
