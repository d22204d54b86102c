"""A language that the tool has never seen: a folder put into it, and a register in that language and English."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

HERE = Path(__file__).parent
HOME = HERE.parents[1]
WORK = "concept-paper/water-2026"


@pytest.fixture(scope="module")
def tool(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tool with one more locale."""
    folder = tmp_path_factory.mktemp("tool")
    for name in ("cica_docs", "fonts", "schemas", "templates"):
        shutil.copytree(HOME / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(HERE / "uz", folder / "templates" / "locales" / "uz")
    return folder


@pytest.fixture
def register(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HERE / "register", tmp_path / "register"))


def _run(tool: Path, register: Path, command: str, *options: str) -> subprocess.CompletedProcess[str]:
    place = ("--register", str(register), "--as-of", "2026-09-01")
    return subprocess.run(
        [sys.executable, "-m", "cica_docs", command, *place, *options],
        env={**os.environ, "PYTHONPATH": str(tool), "LC_ALL": "C.UTF-8"},
        cwd=register,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_a_register_in_it_is_checked(tool: Path, register: Path) -> None:
    result = _run(tool, register, "check")
    assert result.returncode == 0, result.stdout + result.stderr
    assert "no findings" in result.stdout
    assert result.stderr == ""


def test_english_stands_in_for_messages_and_it_is_said_once(tool: Path, register: Path) -> None:
    result = _run(tool, register, "check", "--lang", "uz")
    assert "no findings" in result.stdout
    assert result.stderr == "cica: Oʻzbekcha: English is used for what is not translated\n"


@pytest.mark.series(6)
@pytest.mark.parametrize(
    ("written", "changed", "rule"),
    [
        ("24-iyunda", "25-iyunda", "languages/date-differs"),
        ("ikki uchrashuv", "uch uchrashuv", "languages/number-differs"),
        ("oʻzgartirilishi mumkin", "oʻzgartirilishi shart", "languages/force-differs"),
        ("Avelor tomonidan", "Toʻrn tomonidan", "languages/state-differs"),
        ("Avelor, Toʻrn va Gʻozlon", "Avelor, Gʻozlon va Toʻrn", "terms/states-out-of-order"),
        ("Asoslash", "Asoslаsh", "letters/mixed-script"),
        ("daryolar", "«daryolar»", "letters/quotation-marks"),
        ("daryolar", "[TOʻLDIRING: daryolar]", "form/placeholder-left"),
        ("- koʻllar\n", "", "languages/items-differ"),
    ],
)
def test_its_texts_are_read_and_compared(tool: Path, register: Path, written: str, changed: str, rule: str) -> None:
    page = register / WORK / "uz.md"
    text = page.read_text(encoding="utf-8")
    assert written in text
    page.write_text(text.replace(written, changed), encoding="utf-8")
    result = _run(tool, register, "check", "--format", "json")
    assert f'"{rule}"' in result.stdout


def test_texts_are_required_in_the_languages_of_the_register(tool: Path, register: Path) -> None:
    areas = register / "reference" / "areas.yaml"
    areas.write_text(areas.read_text(encoding="utf-8").replace(", uz: Suv", ""), encoding="utf-8")
    assert "areas.names.uz" in _run(tool, register, "check").stdout


def test_a_register_may_have_it_alone(tool: Path, register: Path, tmp_path: Path) -> None:
    settings = register / "reference" / "settings.yaml"
    text = settings.read_text(encoding="utf-8").replace("languages: [en, uz]", "languages: [uz]")
    settings.write_text(text.replace("original: en", "original: uz"), encoding="utf-8")
    for data in (*register.glob("reference/*.yaml"), *register.glob("decision/*/*.yaml")):
        data.write_text(re.sub(r"\ben: [^,}]*, ", "", data.read_text(encoding="utf-8")), encoding="utf-8")
    for original in register.glob("*/*/en.md"):
        page = original.with_name("uz.md")
        written, translated = (each.read_text(encoding="utf-8").split("---\n", 2) for each in (original, page))
        page.write_text("---\n".join(("", written[1], translated[2])), encoding="utf-8")
        original.unlink()
    result = _run(tool, register, "check")
    assert result.returncode == 0, result.stdout + result.stderr
    assert "no findings" in result.stdout
    out = tmp_path / "out"
    assert _run(tool, register, "render", WORK, "--to", "txt", "-o", str(out)).returncode == 0
    assert [path.name for path in (out / WORK).iterdir()] == ["uz.txt"]


def test_it_is_printed_in_every_format(tool: Path, register: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = _run(tool, register, "render", WORK, "--to", "pdf,docx,html,txt", "-o", str(out))
    assert result.returncode == 0, result.stdout + result.stderr
    assert result.stderr.count("English is used") == 1
    text = (out / WORK / "uz.txt").read_text(encoding="utf-8")
    with ZipFile(out / WORK / "uz.docx") as file:
        parts = [file.read(name).decode() for name in file.namelist() if name.endswith(".xml")]
    pages = PdfReader(out / WORK / "uz.pdf").pages
    printed = {
        "txt": text,
        "docx": "".join(parts),
        "html": (out / WORK / "index.html").read_text(encoding="utf-8"),
        "pdf": "".join(page.extract_text() for page in pages),
    }
    for name, content in printed.items():
        assert "Suv toʻgʻrisidagi konsepsiya" in content, name
        assert "LOYIHA" in content, name
        assert "2026-yil 24-iyunda tarqatilgan" in content, name
    assert 'w:val="uz-UZ"' in printed["docx"]
    assert 'lang="uz"' in printed["html"]
    assert {path.name.partition(".")[0] for path in (out / WORK).iterdir()} == {"en", "uz", "parallel", "index"}


@pytest.mark.parametrize(
    ("line", "field", "language", "words"),
    [
        ("dash:", "dash", "en", "locales/uz/profile.yaml lacks or does not know the field dash"),
        ("year_dash:", "year_dash", "ru", "в файле locales/uz/profile.yaml нет поля year_dash или оно неизвестно"),
        ("region:", "region", "kk", "locales/uz/profile.yaml файлында region өрісі жоқ немесе ол белгісіз"),
        (
            "quotation_marks:",
            "quotation_marks",
            "uz",
            "locales/uz/profile.yaml lacks or does not know the field quotation_marks",
        ),
    ],
)
def test_an_incomplete_profile_is_a_failure(
    tool: Path, register: Path, line: str, field: str, language: str, words: str
) -> None:
    profile = tool / "templates" / "locales" / "uz" / "profile.yaml"
    whole = profile.read_text(encoding="utf-8")
    try:
        profile.write_text("".join(each for each in whole.splitlines(True) if not each.startswith(line)), "utf-8")
        result = _run(tool, register, "check", "--lang", language)
    finally:
        profile.write_text(whole, encoding="utf-8")
    assert result.returncode not in (0, 1)
    assert field in words
    assert result.stderr == f"cica: {words}\n"
    assert "Traceback" not in result.stderr
