"""Files that come back after original or translation have changed: each text that still fits is taken."""

from collections.abc import Callable, Mapping
from pathlib import Path
from shutil import copytree
from typing import NamedTuple

import pygit2
import pytest

from cica_docs.cli.run import run

CORPUS = Path(__file__).parent.parent / "corpus"
PAPER = "concept-paper/environment-2026"
OLD, NEW = "Воздух и вода не знают границ", "Воздух, почва и вода не знают границ"
Telling = Callable[..., tuple[int, str]]
ENGLISH, RUSSIAN = f"{PAPER}/en.md", f"{PAPER}/ru.md"
IMPORTED = f"{RUSSIAN}: 1 text changed"
OUTDATED = (
    "the original has changed there since the file was exported, left unchanged: {texts} ({ids}); export these again"
)
CONTESTED = (
    "changed in the register too since the file was exported, left unchanged: {texts} ({ids}); compare both wordings"
)


class Case(NamedTuple):
    """What is edited after the export, by file; what the command says; and whether the new text is taken."""

    edits: Mapping[str, tuple[str, str]]
    says: str = ""
    is_taken: bool = True


CASES = {
    "another paragraph of the original": Case(
        {ENGLISH: ("The order of these directions", "The sequence of these directions")},
        OUTDATED.format(texts="1 text", ids="p2.2"),
    ),
    "the same paragraph of the original": Case(
        {ENGLISH: ("Air and water know", "Air, soil and water know")},
        OUTDATED.format(texts="1 text", ids="p3.1"),
        False,
    ),
    "numbers of the original": Case({ENGLISH: ("\n3.1 ", "\n3.1 It rains.\n\n3.2 ")}),
    "another paragraph of the translation": Case({RUSSIAN: ("2.2 Порядок", "2.2 Очередность")}),
    "the same paragraph of the translation": Case(
        {RUSSIAN: ("Воздух и вода", "Вода и воздух")}, CONTESTED.format(texts="1 text", ids="p3.1"), False
    ),
    "the same paragraph in the same way": Case({RUSSIAN: (OLD, NEW)}),
}


@pytest.fixture
def said(capfdbinary: pytest.CaptureFixture[bytes]) -> Telling:
    """The exit status and the words of a command."""

    def tell(*arguments: object) -> tuple[int, str]:
        status = run([str(argument) for argument in arguments])
        return status, capfdbinary.readouterr().out.decode()

    return tell


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A repository with the worked example in one commit."""
    folder = tmp_path / "register"
    copytree(CORPUS, folder)
    repository = pygit2.init_repository(folder)
    repository.index.add_all()
    author = pygit2.Signature("A", "a@example.org")
    repository.create_commit("HEAD", author, author, "one", repository.index.write_tree(), [])
    repository.index.write()
    return folder


def edit(register: Path, old: str, new: str, path: str) -> None:
    file = register / path
    text = file.read_text("utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize("case", CASES)
def test_each_text_is_taken_whose_source_is_the_same(case: str, register: Path, tmp_path: Path, said: Telling) -> None:
    back = tmp_path / "back.po"
    said("translate", "export", PAPER, "--languages", "ru", "--format", "po", "-o", back, "--register", register)
    back.write_text(back.read_text("utf-8").replace(OLD, NEW), "utf-8")
    for path, words in CASES[case].edits.items():
        edit(register, *words, path)
    edited = (register / RUSSIAN).read_text("utf-8")
    status, told = said("translate", "import", back, "--register", register, "--lang", "en")
    assert (CASES[case].says in told, status) == (True, int(bool(CASES[case].says)))
    after = (register / RUSSIAN).read_text("utf-8")
    assert after == (edited.replace(OLD, NEW) if CASES[case].is_taken else edited)


def test_a_file_of_a_translation_that_is_nowhere_is_not_taken(register: Path, tmp_path: Path, said: Telling) -> None:
    edit(register, "2.2 Порядок", "2.2 Очередность", RUSSIAN)
    back = tmp_path / "back.po"
    said("translate", "export", PAPER, "--languages", "ru", "--format", "po", "-o", back, "--register", register)
    edit(register, "2.2 Очередность", "2.2 Порядок", RUSSIAN)
    assert run(["translate", "import", str(back), "--register", str(register)]) == 2
