"""The pictures of the README show what the command prints now."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

import pictures

pytestmark = pytest.mark.series(6)

RECORD = json.loads(pictures.RECORD.read_text(encoding="utf-8"))
NAMES = ("finding", "summary", "page")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return pictures.begin(tmp_path_factory.mktemp("pictures"))


def _is_current(name: str, printed: str) -> bool:
    return bool(RECORD["printed"][name] == pictures.digests({name: printed})[name])


def test_the_finding_is_what_a_check_shows(root: Path) -> None:
    assert _is_current("finding", pictures.print_finding(root)), "run `make pictures`"


def test_the_summary_is_that_of_the_pull_request(root: Path) -> None:
    assert _is_current("summary", pictures.print_summary(root)), "run `make pictures`"


def test_the_pages_are_those_of_the_paper(tmp_path: Path) -> None:
    printed = pictures.first_pages(pictures.print_pages(tmp_path))
    assert len(set(printed.split())) == 3
    assert _is_current("page", printed), "run `make pictures`"


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_the_recorded_one_and_small(name: str) -> None:
    content = (pictures.FOLDER / f"{name}.png").read_bytes()
    assert sha256(content).hexdigest() == RECORD["pictures"][name]
    assert len(content) < pictures.LIMIT


def test_every_picture_is_shown() -> None:
    readme = (pictures.HOME / "README.md").read_text(encoding="utf-8")
    shown = {path.stem for path in pictures.FOLDER.glob("*.png") if f"docs/pictures/{path.name}" in readme}
    assert shown == set(NAMES) == {path.stem for path in pictures.FOLDER.glob("*.png")}
