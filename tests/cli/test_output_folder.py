"""The output folder may hold anything: no link is followed, no record believed that was not written here."""

import json
import os
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from cica_docs.cli.open_folder import Folder
from cica_docs.cli.output_folder import OutputFolder
from cica_docs.cli.run import run
from cica_docs.i18n.messages import read_catalogue
from cica_docs.register.open import packaged_templates
from cica_docs.values.language import Language

ROOT = Path(__file__).parent.parent.parent
CORPUS = ROOT / "tests/corpus"
MANDATE = "mandate/environment-xa"

pytestmark = [
    pytest.mark.series(6),
    pytest.mark.skipif(sys.platform == "win32", reason="links and pipes are those of POSIX"),
]


def render(out: Path, *arguments: str, register: Path = CORPUS) -> int:
    return run(
        ["render", "--as-of", "2026-12-01", "--to", "html", "--register", str(register), "-o", str(out), *arguments]
    )


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder that all was printed into."""
    folder = tmp_path / "out"
    assert render(folder) == 0
    return folder


def manifest(out: Path) -> dict[str, Any]:
    manifest_data = json.loads((out / "manifest.json").read_bytes())
    assert isinstance(manifest_data, dict)
    return manifest_data


@contextmanager
def shelf(out: Path) -> Iterator[OutputFolder]:
    with OutputFolder(out, read_catalogue(packaged_templates(), Language("en"))) as found:
        yield found


def test_a_forged_record_is_not_believed(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The record says of a forged file what is true of it, and of its input what anybody can work out."""
    path = out / MANDATE / "index.html"
    genuine, record = path.read_bytes(), manifest(out)
    path.write_bytes(b"<p>forged</p>")
    for entry in record["outputs"]:
        if entry["path"] == f"{MANDATE}/index.html":
            entry["sha256"] = sha256(b"<p>forged</p>").hexdigest()
    (out / "manifest.json").write_text(json.dumps(record), encoding="utf-8")
    assert render(out) == 0
    assert "0 of them" not in capsys.readouterr().out
    assert path.read_bytes() == genuine


def test_a_record_from_elsewhere_is_not_believed(out: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What came with the files, and not from a run of this user, clears nothing and keeps nothing."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "another-cache"))
    (out / "mandate/gone").mkdir()
    (out / "mandate/gone/en.pdf").write_bytes(b"x")
    with shelf(out) as found:
        assert not found.earlier()
    assert render(out) == 0
    assert (out / "mandate/gone/en.pdf").is_file()


def test_without_a_cache_folder_everything_is_printed_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    for _ in range(2):
        assert render(tmp_path / "out", MANDATE) == 0
        assert "1 files, 1 of them" in capsys.readouterr().out


@pytest.mark.parametrize("inside", ["mandate", MANDATE])
def test_a_link_on_the_way_is_refused_and_costs_no_other_file(
    out: Path, tmp_path: Path, inside: str, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "precious.txt").write_text("x")
    shutil.rmtree(out / inside)
    (out / inside).symlink_to(elsewhere)
    (out / "coordinators/index.html").unlink()
    assert render(out) == 3
    said = capsys.readouterr().err
    assert str(out / inside) in said
    assert "is a link" in said
    assert [path.name for path in elsewhere.rglob("*")] == ["precious.txt"]
    assert (out / "coordinators/index.html").is_file()
    missing = {entry["path"] for entry in manifest(out)["missing"]}
    assert f"{MANDATE}/index.html" in missing
    assert not missing & {entry["path"] for entry in manifest(out)["outputs"]}


def test_the_folder_itself_may_be_no_link_from_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A pull request can put a link in place of build/."""
    elsewhere, current = tmp_path / "elsewhere", tmp_path / "here"
    elsewhere.mkdir()
    current.mkdir()
    (current / "build").symlink_to(elsewhere)
    monkeypatch.chdir(current)
    for name in ("build", "build/site", str(current / "build")):
        assert render(Path(name), MANDATE) == 3
        assert "is a link" in capsys.readouterr().err
    assert not list(elsewhere.iterdir())


def test_a_link_above_the_folder_is_the_users_own(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert render(tmp_path / "link" / "out", MANDATE) == 0
    assert (tmp_path / "real/out" / MANDATE / "index.html").is_file()


def test_a_link_in_place_of_a_file_is_replaced_and_not_followed(out: Path, tmp_path: Path) -> None:
    precious = tmp_path / "precious.html"
    precious.write_text("precious")
    for path in (out / MANDATE / "index.html", out / "index.html", out / "manifest.json"):
        path.unlink()
        path.symlink_to(precious)
    assert render(out) == 0
    assert precious.read_text() == "precious"
    for path in (out / MANDATE / "index.html", out / "index.html", out / "manifest.json"):
        assert path.is_file()
        assert not path.is_symlink()


def test_a_folder_in_place_of_a_file_costs_that_file(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (out / MANDATE / "index.html").unlink()
    (out / MANDATE / "index.html").mkdir()
    assert render(out) == 3
    assert f"{MANDATE}/index.html" in capsys.readouterr().err


NESTED = b"[" * 200_000
PATHS = ["\x00", "\ud800", "../precious", "/precious", "", ".", "a/../../precious", "a" * 5000]


@pytest.mark.series(6)
@pytest.mark.parametrize(
    "content",
    [
        NESTED,
        b"[]",
        b"{}",
        b'{"outputs": 5}',
        b"\xff",
        json.dumps({"outputs": [{"path": path} for path in PATHS]}).encode(),
    ],
    ids=["nested", "list", "empty", "number", "bytes", "paths"],
)
def test_whatever_the_record_holds_the_run_goes_on(out: Path, content: bytes) -> None:
    (out / "manifest.json").write_bytes(content)
    assert render(out) == 0
    assert manifest(out)["outputs"]


@pytest.mark.parametrize("path", PATHS)
def test_no_path_leads_out_of_the_folder(tmp_path: Path, path: str) -> None:
    precious, out = tmp_path / "precious", tmp_path / "out"
    precious.write_text("x")
    with Folder(out) as folder:
        assert folder.read(path) is None
        folder.remove(path)
    assert precious.read_text() == "x"
    assert out.is_dir()


@pytest.mark.parametrize("name", ["manifest.json", f"{MANDATE}/index.html"])
def test_a_pipe_does_not_hold_the_run(out: Path, name: str) -> None:
    (out / name).unlink()
    os.mkfifo(out / name)
    assert render(out) == 0
    assert stat.S_ISREG((out / name).lstat().st_mode)


def test_a_folder_in_place_of_the_record(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (out / "manifest.json").unlink()
    (out / "manifest.json").mkdir()
    assert render(out) == 3
    assert "manifest.json" in capsys.readouterr().err


def test_what_was_changed_by_hand_is_not_cleared_away(out: Path, tmp_path: Path) -> None:
    register = tmp_path / "register"
    shutil.copytree(CORPUS, register)
    shutil.rmtree(register / "notice")
    notices = sorted((out / "notice").glob("*/index.html"))
    notices[0].write_text("mine")
    assert render(out, register=register) == 0
    assert [path for path in notices if path.exists()] == notices[:1]
    assert notices[0].read_text() == "mine"


def test_nothing_is_printed_into_a_register(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither into the one of the command nor by the default folder, nor into another one."""
    register = tmp_path / "registry"
    shutil.copytree(CORPUS, register)
    before = sorted(register.rglob("*"))
    monkeypatch.chdir(register / "mandate")
    for folder, instead in (("build", "../../build"), (str(register / "a/b"), "../../b")):
        assert render(Path(folder), MANDATE, "--lang", "en", register=register) == 3
        assert sorted(register.rglob("*")) == before
        assert capsys.readouterr().err.endswith(f"documents alone; print elsewhere: -o {instead}\n")
    assert render(Path("../../build"), MANDATE, register=register) == 0
