"""The pre-commit hook, run with its own arguments on the work tree that pre-commit would leave."""

import shlex
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from cica_docs.cli.run import run

pytestmark = pytest.mark.series(6)

ROOT = Path(__file__).parent.parent
HOOK = YAML(typ="safe").load(ROOT / ".pre-commit-hooks.yaml")[0]
_NOTICE = "registry/notice/environment-xa-2026/en.md"
_PAPER = "registry/concept-paper/environment-2026"
_DAY = ["--as-of", "2026-12-01"]
_NAMED = ["-c", "user.name=A", "-c", "user.email=a@example.org"]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "tests/corpus", tmp_path / "registry")
    (tmp_path / "README.md").write_text("# Read me\n", encoding="utf-8")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.chdir(tmp_path)
    _git("init", "-q", "-b", "main")
    return tmp_path


def _git(*arguments: str) -> None:
    subprocess.run(["git", *_NAMED, *arguments], check=True, capture_output=True)


def _commit() -> None:
    _git("add", "--all")
    _git("commit", "-q", "-m", "one")


def _hook() -> int:
    program, *arguments = shlex.split(HOOK["entry"])
    assert program == "cica"
    return run([*arguments, *HOOK["args"], *_DAY])


def _breach(repository: Path) -> None:
    notice = repository / _NOTICE
    text = notice.read_text(encoding="utf-8")
    assert "\nvia: [chairmanship, secretariat]\n" in text
    notice.write_text(text.replace("\nvia: [chairmanship, secretariat]\n", "\nvia: [secretariat]\n"), encoding="utf-8")


def test_it_runs_at_every_commit_on_the_whole_register() -> None:
    assert HOOK["always_run"] is True
    assert HOOK["pass_filenames"] is False
    assert not {"files", "types", "types_or", "exclude"} & HOOK.keys()


def test_the_first_commit_is_judged_as_a_whole(repository: Path) -> None:
    assert _hook() == 0
    _breach(repository)
    assert _hook() == 1


def _delete_what_others_need(repository: Path) -> None:
    shutil.rmtree(repository / _PAPER)


def _put_a_link_in_place_of_a_text(repository: Path) -> None:
    (repository / _NOTICE).unlink()
    (repository / _NOTICE).symlink_to("/etc/hostname")


def _bring_an_archive(repository: Path) -> None:
    (repository / "registry/notice/environment-xa-2026/annex.zip").write_bytes(b"PK")


@pytest.mark.parametrize(
    "change",
    [_breach, _delete_what_others_need, _put_a_link_in_place_of_a_text, _bring_an_archive],
    ids=lambda change: change.__name__.strip("_"),
)
def test_what_a_commit_breaks_is_seen(repository: Path, change: Callable[[Path], None]) -> None:
    _commit()
    assert _hook() == 0
    change(repository)
    _git("add", "--all")
    assert _hook() == 1


def test_an_old_error_elsewhere_keeps_nobody_from_committing(repository: Path) -> None:
    _breach(repository)
    _commit()
    (repository / "README.md").write_text("# Read me, please\n", encoding="utf-8")
    assert _hook() == 0
    assert run([*shlex.split(HOOK["entry"])[1:], *_DAY]) == 1
