"""A letter and its enclosures, bound and packed."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from canary import DAY
from cica_docs.cli.run import run
from proposal import change

LETTER = "note-verbale/swg-1001"
RENDER = ["render", LETTER, "--bundle", "--to", "pdf", "--languages", "ru", "--as-of", DAY, "-o", "out"]


def test_a_letter_is_bound_with_its_enclosures_and_packed(repository: Path) -> None:
    assert run(RENDER) == 0
    folder = repository / "out" / LETTER
    bound = (folder / "ru-bundle.pdf").read_bytes()
    read = PdfReader(BytesIO(bound))
    parts = [LETTER, "concept-paper/environment-2026", "action-plan/environment-2026"]
    pages = [len(PdfReader(repository / "out" / part / "ru.pdf").pages) for part in parts]
    assert len(read.pages) == sum(pages)
    titles = [item["/Title"] for item in read.outline if isinstance(item, dict)]
    assert titles[1] == "Концепция сотрудничества государств-членов СВМДА в сфере охраны окружающей среды"
    assert len(titles) == 3
    assert read.page_labels[0] == "1"
    assert read.page_labels[pages[0]] == "1-1"
    with zipfile.ZipFile(folder / "ru-bundle.zip") as archive:
        assert archive.namelist()[0] == "00-note-verbale-swg-1001-ru.pdf"
        assert archive.read("00-note-verbale-swg-1001-ru.pdf") == (folder / "ru.pdf").read_bytes()
        assert "Концепция сотрудничества" in archive.read("contents.txt").decode("utf-8-sig")
    packed = (folder / "ru-bundle.zip").read_bytes()
    assert run([*RENDER[:-1], "again"]) == 0
    again = repository / "again" / LETTER
    assert ((again / "ru-bundle.pdf").read_bytes(), (again / "ru-bundle.zip").read_bytes()) == (bound, packed)


@pytest.mark.parametrize(
    ("enclosed", "said"),
    [
        ("{title: {en: A map}}", "enclosure 2 cannot be bound: the register does not hold it"),
        ("work: information-item/air-observation-2026", "air-observation-2026 cannot be bound: it is restricted"),
    ],
)
def test_a_letter_whose_enclosure_cannot_be_shown_is_not_bundled(
    repository: Path, capsys: pytest.CaptureFixture[str], enclosed: str, said: str
) -> None:
    original = repository / "registry" / LETTER / "en.md"
    change(original, "  - work: action-plan/environment-2026\n", f"  - {enclosed}\n")
    assert run(RENDER) == 3
    assert said in capsys.readouterr().err.replace("\n", " ")
    assert not (repository / "out" / LETTER / "ru-bundle.pdf").exists()
    assert (repository / "out" / LETTER / "ru.pdf").exists()


def test_only_pdfs_are_bound(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["render", LETTER, "--bundle", "--to", "html", "-o", str(repository / "out")]) == 2
    assert "add pdf to --to" in capsys.readouterr().err
