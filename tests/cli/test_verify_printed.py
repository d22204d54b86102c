"""`cica verify FILE`: the commit that a printed file is from, and whether every byte of it is as printed."""

import io
import json
import os
import random
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from cica_docs.cli.run import run
from cica_docs.render.writers import WRITERS
from forgery import DAY, WORK, Ground, copy_ground
from printed_forgeries import AGAIN, FORGERIES, flip
from proposal import git

pytestmark = pytest.mark.series(6)

PAGE = Path(__file__).parents[2] / "docs" / "inside" / "evidence.md"
FILES = ("en.pdf", "ru.docx", "index.html", "kk.txt", "parallel.txt")


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="cica-printed-")


@cache
def _template() -> Path:
    """A repository with a signed approval that is merged, printed into `out` beside it, with a manifest."""
    folder = Path(_folder().name)
    ground = copy_ground(folder)
    ground.merge()
    (ground.root / ".git" / "info").mkdir(exist_ok=True)
    (ground.root / ".git" / "info" / "exclude").write_text("out\n", encoding="ascii")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ground.root)
        assert run(["render", "--to", "pdf,docx,html,txt", "-o", "out", "--as-of", DAY]) == 0
    return ground.root


@pytest.fixture
def printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ground]:
    root = tmp_path / "repository"
    shutil.copytree(_template(), root)
    monkeypatch.chdir(root)
    return Ground(root)


def verify(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, set[str]]:
    """The exit status, and what is refused or left undecided; of a failure what it says."""
    capsys.readouterr()
    status = run(["verify", *arguments, "--format", "json"])
    said = capsys.readouterr()
    if not said.out:
        return status, {said.err}
    files = json.loads(said.out)["files"]
    lines = [line for file in files for line in file["lines"]]
    lines += [line for file in files for approval in file["approvals"] for line in approval["lines"]]
    return status, {f"{line['about']} {line['verdict']}" for line in lines if not line["proved"]}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_proved_by_its_manifest_and_by_a_new_printing(
    printed: Ground, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert verify(capsys, f"out/{WORK}/{name}") == (0, set())
    assert verify(capsys, f"out/{WORK}/{name}", "--print-again") == (0, set())
    (printed.root / "out" / "manifest.json").unlink()
    assert verify(capsys, f"out/{WORK}/{name}") == (2, {"printing undecided"})
    assert verify(capsys, f"out/{WORK}/{name}", "--print-again", "--as-of", DAY) == (0, set())


def test_it_says_of_what_it_is_and_who_approved_it(printed: Ground, capsys: pytest.CaptureFixture[str]) -> None:
    commit = git(printed.root, "rev-parse", "HEAD")
    assert run(["verify", f"out/{WORK}/ru.pdf", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert f"{WORK} · ru · {commit[:12]} · 2026-11-25" in said
    assert "signed by chair for CICA Chairmanship" in said
    assert "ru: the text that was approved" in said
    assert "Files proved: 1 of 1" in said


def test_all_of_a_folder_is_verified(printed: Ground, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(capsys, "out") == (0, set())
    (printed.root / "out" / WORK / "en.docx").unlink()
    shutil.copy(printed.root / "out" / WORK / "en.txt", printed.root / "out" / WORK / "tj.txt")
    with (printed.root / "out" / WORK / "tj.txt").open("a", encoding="utf-8") as file:
        file.write("\n")
    assert verify(capsys, "out") == (1, {"manifest missing", "manifest unnamed"})


@pytest.mark.parametrize("name", FILES)
def test_one_changed_bit_is_refused(printed: Ground, capsys: pytest.CaptureFixture[str], name: str) -> None:
    path = printed.root / "out" / WORK / name
    size = path.stat().st_size
    for at in range(0, size, size // 5):
        flip(path, at)
        status, refused = verify(capsys, f"out/{WORK}/{name}")
        assert (status, "manifest differs" in refused) == (1, True)
        flip(path, at)
    flip(path, size // 2)
    status, refused = verify(capsys, f"out/{WORK}/{name}", "--print-again")
    assert status == 1
    assert {"manifest differs", "printing differs"} <= refused


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forged_file_is_refused(printed: Ground, capsys: pytest.CaptureFixture[str], name: str) -> None:
    forge, command, verdict = FORGERIES[name]
    file = forge(printed)
    options = ["--print-again", "--as-of", DAY] if command == AGAIN else []
    status, refused = verify(capsys, f"out/{WORK}/{file}", *options)
    assert status == (2 if verdict.endswith("undecided") else 1)
    assert verdict in refused


def test_the_page_shows_the_table() -> None:
    rows = [f"| {name} | `{command}` | `{verdict}` |" for name, (_, command, verdict) in FORGERIES.items()]
    section = PAGE.read_text(encoding="utf-8").partition("\n## Printed files\n")[2]
    assert [line for line in section.splitlines() if line.startswith("| ")][2:] == rows, "\n".join(rows)


def test_a_damaged_manifest_is_named(printed: Ground, capsys: pytest.CaptureFixture[str]) -> None:
    (printed.root / "out" / "manifest.json").write_text("{", encoding="utf-8")
    status, said = verify(capsys, f"out/{WORK}/en.pdf")
    assert (status, "no record of what was printed" in said.pop()) == (2, True)


def test_in_a_shallow_clone_it_cannot_be_decided(
    printed: Ground, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed.write("reference/NOTES.md", "")
    printed.commit("2026-11-28")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{printed.root}", "shallow")
    monkeypatch.chdir(tmp_path / "shallow")
    status, said = verify(capsys, f"{printed.root}/out/{WORK}/en.pdf")
    assert (status, "unshallow" in said.pop()) == (2, True)


def _archive(name: str, content: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return written.getvalue()


ORIGIN = b"cica 0.1.0 concept-paper/x en " + b"a" * 40
STRANGE = {
    "empty": b"",
    "two": ORIGIN + b" " + ORIGIN.replace(b"a" * 40, b"b" * 40),
    "bomb": _archive("docProps/core.xml", b"0" * 50_000_000),
    "no archive": b"PK\x03\x04" + b"\xff" * 100,
    "deep": b"(" * 100_000 + b"<<" * 100_000,
    "long": b"cica " + b"1" * 1_000_000,
}


@pytest.mark.parametrize("name", STRANGE)
@pytest.mark.parametrize("format", WRITERS)
def test_a_strangers_file_names_nothing(format: str, name: str) -> None:
    assert WRITERS[format].load().read_origin(STRANGE[name]) is None


@pytest.mark.parametrize("format", WRITERS)
def test_no_damage_breaks_the_reading(format: str) -> None:
    name = next(name for name in FILES if name.endswith(format))
    content = (_template() / "out" / WORK / name).read_bytes()
    chance = random.Random(11)  # noqa: S311 - it only damages files
    reader = WRITERS[format].load()
    for _ in range(300):
        damaged = bytearray(content)
        for _ in range(chance.randrange(1, 20)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        reader.read_origin(bytes(damaged[: chance.randrange(len(damaged))]))


def test_what_is_no_printed_file_is_named(printed: Ground, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(printed.root / "pipe.pdf")
    (printed.root / "none").mkdir()
    for argument in ("missing.pdf", "pipe.pdf", "none", "registry/concept-paper", "registry"):
        status, said = verify(capsys, argument)
        assert status == 2, argument
        assert "Traceback" not in said.pop()
    status, said = verify(capsys, f"out/{WORK}/en.pdf", WORK)
    assert (status, "one after the other" in said.pop()) == (2, True)
