"""The laws of the house that no linter knows."""

import ast
import re
import subprocess
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-audit.lock")
SAYING_NOTHING = {"utils", "util", "helpers", "helper", "manager", "managers", "base", "common", "misc", "tools"}


@cache
def _tracked() -> tuple[str, ...]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout
    return tuple(path for path in listed.decode().split("\0") if path and (ROOT / path).is_file())


def _lines(path: str) -> list[str]:
    return (ROOT / path).read_text(encoding="utf-8", errors="replace").splitlines()


def _code() -> list[str]:
    return [path for path in _tracked() if path.endswith(".py")]


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [path for path in _code() if SAYING_NOTHING & set(Path(path).with_suffix("").parts)] == []


def test_no_python_file_is_longer_than_250_lines() -> None:
    assert {path: len(_lines(path)) for path in _code() if len(_lines(path)) > 250} == {}


def test_no_folder_of_the_package_holds_more_than_20_modules() -> None:
    modules = [Path(path) for path in _code() if path.startswith("cica_docs/") and Path(path).stem != "__init__"]
    sizes = Counter(str(path.parent) for path in modules)
    del sizes["cica_docs/cli"]  # a module for each command
    assert {folder: size for folder, size in sizes.items() if size > 20} == {}


def test_every_module_of_the_package_says_what_it_is() -> None:
    modules = [path for path in _code() if path.startswith("cica_docs/")]
    assert [path for path in modules if not ast.get_docstring(ast.parse("\n".join(_lines(path))))] == []


def test_no_tracked_file_is_larger_than_a_megabyte_and_a_half() -> None:
    # A font with all of Han and Hangul is larger, and is left as its authors made it.
    files = [path for path in _tracked() if path != "fonts/wqy-microhei.ttc"]
    assert [path for path in files if (ROOT / path).stat().st_size > 1_500_000] == []


def test_nothing_names_the_machine_it_was_written_on() -> None:
    machine_path = re.compile(r"(?<![\w.)\]}$])/(?:work|root|home/[a-z]+)/")
    lines_by_path = {path: [line for line in _lines(path) if machine_path.search(line)] for path in _tracked()}
    assert {path: lines for path, lines in lines_by_path.items() if lines} == {}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address(lock: str) -> None:
    address = re.compile(r"://|^\s*-|index-url|find-links|trusted-host")
    assert [line for line in _lines(lock) if address.search(line.replace("--hash=sha256:", ""))] == []


def test_the_lock_names_of_every_package_a_version_that_is_asked_for() -> None:
    project = tomllib.loads("\n".join(_lines("pyproject.toml")))["project"]
    pinned = dict(re.findall(r"^([a-z0-9-]+)==(\S+)", "\n".join(_lines("requirements.lock")), re.MULTILINE))
    for requirement in map(Requirement, project["dependencies"]):
        version = pinned[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), f"{requirement}: {version}"


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_every_package_by_version_and_hash(lock: str) -> None:
    text = "\n".join(line for line in _lines(lock) if not line.lstrip().startswith("#"))
    packages = re.split(r"\n(?=\S)", text)
    assert len(packages) > 20
    entry = re.compile(r"[a-z0-9._-]+==\S+(?: ; [^\\]+)?(?: ?\\\n    --hash=sha256:[0-9a-f]{64})+")
    assert [package.splitlines()[0] for package in packages if not entry.fullmatch(package.strip())] == []


def test_the_lock_for_testing_holds_the_same_versions_as_the_one_for_running() -> None:
    running, testing = ({line.split()[0] for line in _lines(lock) if "==" in line} for lock in LOCKS[:2])
    assert running - testing == set()
