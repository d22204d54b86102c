"""The redline of a paper in each language, accepted and rejected: by the words of the standard, and by LibreOffice."""

from pathlib import Path

import pytest

from cica_docs.cli.run import run
from cica_docs.values.language import Language
from office import running, why_missing
from proposal import PAPER, begin, change, commit, git
from word import DELETED, INSERTED, comments_of, faults_of, lines_of, parts_of, resolved

WORK = PAPER.removeprefix("registry/")
LANGUAGES = [str(language) for language in Language]
CORRECTED = (
    "  - {on: 2026-11-25, kind: corrected, by: secretariat, was: {prepared_by: XB}, reason: "
    "{en: The author was confused., ru: Автор был указан неверно., kk: Авторы қате көрсетілген.}}\n"
)
EDITS = {
    "en": (
        ("mode: meeting}\n", f"mode: meeting}}\n{CORRECTED}"),
        ("training of specialists", "training of experts"),
        ("- joint programmes and pilot projects on problems that concern several Member States;\n", ""),
        ("## Main directions", "A paragraph that is new.\n\n## Main directions"),
        ("says so when it provides them", "says so in writing"),
        ("| Quality of air and water | Both measures |", "| Quality of air | Both measures |"),
        ("### Environmental awareness", "### Awareness of the environment"),
    ),
    "ru": (
        ("## Основные направления", "Новый абзац.\n\n## Основные направления"),
        ("сначала запрашивается его согласие.", "запрашивается его согласие."),
        ("\n9.3 Замечания", "\n9.4 Замечания"),
        ("| Опыт экологической политики | Обмен информацией о передовой практике | Сборник передовой практики |\n", ""),
    ),
    "kk": (
        ("## Ынтымақтастықтың негізгі бағыттары {", "Жаңа абзац.\n\n## Ынтымақтастықтың негізгі бағыттары {"),
        ("| Ауа мен судың сапасы | Екі шара да |", "| Ауа сапасы | Екі шара да |"),
        ("1. Ақпарат салыстыруға келгенде ғана пайдалы. Бұған", "1. Жаңа тармақ.\n2. Бұған"),
    ),
}


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The branch with another text in each language, printed as it is, as it was, and as a redline."""
    root = begin(tmp_path_factory.mktemp("redline"))
    for language, edits in EDITS.items():
        for find, replace in edits:
            change(root / PAPER / f"{language}.md", find, replace)
    commit(root)
    printing = ["render", WORK, "--to", "docx", "--as-of", "2026-12-01"]
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        assert run([*printing, "-o", "later"]) == 0
        assert run(["compare", WORK, "--base", "main", "--to", "docx", "-o", "out"]) == 0
        git(root, "checkout", "-q", "main")
        assert run([*printing, "-o", "former"]) == 0
    return root


def redline_of(repository: Path, language: str) -> Path:
    return repository / f"out/redline/{WORK}/{language}.docx"


def printed(repository: Path, folder: str, language: str) -> Path:
    return repository / folder / WORK / f"{language}.docx"


def test_both_texts_come_back_in_each_language(repository: Path) -> None:
    for language in LANGUAGES:
        redline = redline_of(repository, language).read_bytes()
        parts = parts_of(redline)
        for kept, folder in ((INSERTED, "later"), (DELETED, "former")):
            text = parts_of(printed(repository, folder, language).read_bytes())
            assert lines_of(resolved(parts, kept)) == lines_of(text)
        assert faults_of(redline) == []


def test_comments_name_the_act_that_was_recorded_since(repository: Path) -> None:
    said = {language: comments_of(redline_of(repository, language).read_bytes()) for language in LANGUAGES}
    assert [len(comments) for comments in said.values()] == [2, 2, 2]
    assert said["en"][0].startswith("What changed since main")
    assert said["en"][1] == (
        "25 November 2026: Correction of the record · CICA Secretariat\nReason: The author was confused."
    )
    assert "Автор был указан неверно." in said["ru"][1]
    assert "Авторы қате көрсетілген." in said["kk"][1]


@pytest.mark.skipif(bool(why_missing()), reason=why_missing())
def test_libreoffice_gives_both_texts_back_and_keeps_the_comments(repository: Path, tmp_path: Path) -> None:
    saved = tmp_path / "saved.docx"
    with running(tmp_path) as office:
        for language in LANGUAGES:
            redline = redline_of(repository, language)
            later, former = (
                read(office.save(printed(repository, folder, language), saved)) for folder in ("later", "former")
            )
            assert read(office.accept(redline, saved)) == later
            assert comments_of(saved.read_bytes()) == comments_of(redline.read_bytes())
            assert read(office.reject(redline, saved)) == former


def read(path: Path) -> list[tuple[str, ...]]:
    return lines_of(parts_of(path.read_bytes()))
