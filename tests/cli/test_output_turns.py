"""One run at a time prints into a folder, and what a run leaves half-done is never seen."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import pytest

from cica_docs.cli.open_folder import Folder
from cica_docs.cli.output_folder import OutputFolder
from cica_docs.cli.run import run
from cica_docs.i18n.messages import read_catalogue
from cica_docs.register.open import packaged_templates
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language

ROOT = Path(__file__).parent.parent.parent
CORPUS = ROOT / "tests/corpus"

pytestmark = [
    pytest.mark.series(6),
    pytest.mark.skipif(sys.platform == "win32", reason="locks and links are those of POSIX"),
]


def render(out: Path) -> int:
    return run(["render", "--as-of", "2026-12-01", "--to", "html", "--register", str(CORPUS), "-o", str(out)])


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder that all was printed into."""
    folder = tmp_path / "out"
    assert render(folder) == 0
    return folder


@contextmanager
def shelf(out: Path, patience: float = 5) -> Iterator[OutputFolder]:
    with OutputFolder(out, read_catalogue(packaged_templates(), Language("en")), patience) as found:
        yield found


def test_temporaries_of_killed_runs_are_swept_and_nothing_else(out: Path, tmp_path: Path) -> None:
    old = time.time() - 60
    left, newer, unrelated = out / ".cica-123-abcdef01", out / "mandate/.cica-9-abcdef02", out / ".cica-notes"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    outside = elsewhere / ".cica-123-abcdef03"
    for path in (left, newer, outside):
        path.write_text("x")
        os.utime(path, (old, old))
    os.utime(newer, (time.time() + 600,) * 2)
    unrelated.mkdir()
    (out / "lnk").symlink_to(elsewhere)
    assert render(out) == 0
    assert not left.exists()
    assert newer.exists()
    assert unrelated.exists()
    assert outside.exists()


def test_a_write_that_fails_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Folder(tmp_path / "out") as folder:
        folder.write("a/b.html", b"old")
        for name in ("fsync", "replace", "fchmod"):
            with monkeypatch.context() as patch:

                def full(*_: object, **__: object) -> None:
                    raise OSError(28, "No space left on device")

                patch.setattr(os, name, full)
                with pytest.raises(Failure) as refused:
                    folder.write("a/b.html", b"new")
            assert refused.value.status == 3
            assert [path.name for path in (tmp_path / "out/a").iterdir()] == ["b.html"]
            assert (tmp_path / "out/a/b.html").read_bytes() == b"old"


def test_one_run_at_a_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    with shelf(out), pytest.raises(Failure) as busy, shelf(out, patience=0.3):
        pass
    assert busy.value.key == "output-busy"
    assert busy.value.status == 3
    assert "waiting" in capsys.readouterr().err
    with shelf(out, patience=0.3):
        pass


def test_four_runs_at_once_make_what_one_makes(out: Path, tmp_path: Path) -> None:
    together = tmp_path / "together"
    command = [
        sys.executable,
        "-m",
        "cica_docs",
        "render",
        "--to",
        "html",
        "--register",
        str(CORPUS),
        "-o",
        str(together),
    ]
    days = ("2026-12-01", "2026-12-01", "2026-11-01", "2026-12-01")
    runs = [
        subprocess.Popen(
            [*command, "--as-of", day], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )
        for day in days
    ]
    for process in runs:
        _, said = process.communicate(timeout=300)
        assert process.returncode == 0, said
    for entry in json.loads((together / "manifest.json").read_bytes())["outputs"]:
        assert sha256((together / entry["path"]).read_bytes()).hexdigest() == entry["sha256"]
    assert not list(together.rglob(".cica-*"))
    assert render(together) == 0
    assert {path.relative_to(together): path.read_bytes() for path in together.rglob("*.html")} == {
        path.relative_to(out): path.read_bytes() for path in out.rglob("*.html")
    }
