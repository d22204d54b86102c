"""The wheel has all data files and works away from the repository."""

import re
import subprocess
import sys
from email import message_from_string
from pathlib import Path

import pytest

from cica_docs import __version__
from cica_docs.snapshot.packaged import packaged

pytestmark = pytest.mark.series(6)

ROOT = Path(__file__).parent.parent
LIST = "import cica_docs.snapshot.packaged as s; print(s.__file__); print(*s.packaged({!r}).paths(), sep='\\n')"


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the wheel was installed to, without what it depends on."""
    folder = tmp_path_factory.mktemp("wheel")
    _python(ROOT, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder / "dist"))
    (wheel,) = (folder / "dist").glob("cica_docs-*.whl")
    target = folder / "site"
    pip = ("-m", "pip", "--disable-pip-version-check", "--quiet", "install", "--no-index", "--no-deps")
    _python(folder, *pip, "--target", str(target), str(wheel))
    return target


def _python(folder: Path, *arguments: str, path: Path | None = None) -> str:
    surroundings = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": str(folder)}
    if path is not None:
        surroundings["PYTHONPATH"] = str(path)
    done = subprocess.run(
        [sys.executable, "-P", *arguments], cwd=folder, env=surroundings, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_installed_command_says_its_version(installed: Path, tmp_path: Path) -> None:
    said = _python(tmp_path, str(installed / "bin" / "cica"), "--version", path=installed)
    assert said == f"cica {__version__}\n"


def test_the_description_of_the_package_leads_nowhere_outside_of_it(installed: Path) -> None:
    (metadata,) = installed.glob("cica_docs-*.dist-info/METADATA")
    message = message_from_string(metadata.read_text(encoding="utf-8"))
    assert message["Description-Content-Type"] == "text/markdown"
    description = str(message.get_payload())
    assert re.findall(r"\]\((?!https?:|#).*?\)|!\[", description) == []
    assert "## Licence\n" in description
    assert "## Read on" not in description


def test_the_description_of_the_package_names_the_site_of_the_organisation(installed: Path) -> None:
    (metadata,) = installed.glob("cica_docs-*.dist-info/METADATA")
    message = message_from_string(metadata.read_text(encoding="utf-8"))
    assert message.get_all("Project-URL") == ["About CICA, https://www.s-cica.org/"]
    assert "https://www.s-cica.org/" in (ROOT / "registry" / "reference" / "sources.yaml").read_text(encoding="utf-8")


def test_the_newest_section_of_the_changelog_is_that_of_the_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.findall(r"^## (\d\S*) — \d{4}-\d\d-\d\d$", text, re.MULTILINE)
    assert versions[0] == __version__


@pytest.mark.parametrize("name", ["schemas", "templates", "fonts", "registry", "example", "examples"])
def test_the_data_travels_in_the_wheel(installed: Path, tmp_path: Path, name: str) -> None:
    module, *paths = _python(tmp_path, "-c", LIST.format(name), path=installed).splitlines()
    assert Path(module).is_relative_to(installed)
    expected = packaged(name).paths()
    if name == "registry":
        expected = [path for path in expected if path.startswith(("reference/", "decision/"))]
    assert sorted(paths) == sorted(expected)
    assert expected


def test_a_new_register_is_started_and_checked_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
    cica = str(installed / "bin" / "cica")
    _python(tmp_path, cica, "init", "papers", path=installed)
    _python(tmp_path, cica, "check", "--register", "papers", path=installed)


# What a folder of a stranger may hold: each says so where it is imported.
HOSTILE = ("cica_docs", "click", "jsonschema", "markupsafe", "pygit2", "ruamel", "signal", "sitecustomize", "typer")


@pytest.mark.parametrize("options", [[], ["-P"], ["-I"], ["-OO"]], ids=" ".join)
def test_modules_of_the_folder_it_runs_in_are_not_imported(installed: Path, tmp_path: Path, options: list[str]) -> None:
    _python(tmp_path, str(installed / "bin" / "cica"), "init", "papers", path=installed)
    for name in HOSTILE:
        (tmp_path / f"{name}.py").write_text("import os\nos.write(1, b'hostile')\nos._exit(9)\n", encoding="utf-8")
    # The console script, as it lies there; -I would not look into PYTHONPATH.
    start = "import sys; sys.path.insert(0, sys.argv.pop(1)); sys.argv.pop(0); import runpy; "
    start += "runpy.run_path(sys.argv[0], None, '__main__')"
    begin = ["-c", start, str(installed)] if "-I" in options else []
    done = subprocess.run(
        [sys.executable, "-B", *options, *begin, str(installed / "bin" / "cica"), "check", "--register", "papers"],
        cwd=tmp_path,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": str(tmp_path), "PYTHONPATH": str(installed)},
        check=False,
        capture_output=True,
        text=True,
    )
    assert "hostile" not in done.stdout
    assert (done.returncode, done.stderr) == (0, "")
