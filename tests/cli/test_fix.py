"""`cica fix`: what it changes, what it leaves alone, and that nothing else differs afterwards."""

import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cica_docs.api.fix import Repair, list_fixable_rules, plan_repairs
from cica_docs.cli.run import run
from cica_docs.documents.corpus import Corpus, read_corpus
from cica_docs.documents.equivalence import fold_text
from cica_docs.documents.source import decode
from cica_docs.register.open import open_corpus, packaged_kinds
from cica_docs.snapshot.memory import MemorySnapshot, OverlaySnapshot
from cica_docs.snapshot.snapshot import blob_id
from cica_docs.snapshot.worktree import WorktreeSnapshot

pytestmark = pytest.mark.series(6)

CORPUS = Path(__file__).parents[1] / "corpus"
PAPER = "concept-paper/environment-2026"
NOTE = "note-verbale/swg-1001"
BASE = WorktreeSnapshot(CORPUS)
FILES = MemorySnapshot({path: BASE.read(path) for path in BASE.paths()})
KINDS = packaged_kinds()


def _corpus(files: dict[str, bytes]) -> Corpus:
    return read_corpus(OverlaySnapshot(FILES, MemorySnapshot(files), frozenset()), KINDS, date(2026, 12, 1))


def _edited(path: str, *edits: tuple[str, str]) -> dict[str, bytes]:
    text = FILES.read(path).decode()
    for find, replacement in edits:
        assert text.count(find) == 1, find
        text = text.replace(find, replacement)
    return {path: text.encode()}


def _mended(files: dict[str, bytes], *select: str) -> dict[str, bytes]:
    repairs = plan_repairs(_corpus(files), select=select)
    assert not any(repair.refused for repair in repairs)
    return {**files, **{repair.path: repair.after for repair in repairs}}


@pytest.mark.parametrize(
    ("path", "edit"),
    [
        (f"{PAPER}/en.md", ("the CICA Catalogue", "the CICA Сatalogue")),
        (f"{PAPER}/ru.md", ("2.2 Порядок", "2.2 Порядoк")),
        (f"{PAPER}/ru.md", ("title: Концепция", "title: Kонцепция")),
        (f"{PAPER}/kk.md", ("өзара іс-қимыл", "өзара iс-қимыл")),
        (f"{PAPER}/kk.md", ("өзара іс-қимыл", "өзара ic-қимыл")),
        (f"{PAPER}/kk.md", ("2.2 Бағыттардың аталу", "2.2 Бағыттардың  аталу")),
        (f"{PAPER}/en.md", ("Rationale {#rationale}\n", "Rationale {#rationale}\n \n")),
        ("reference/states.yaml", ("ru: Феннора", "ru: Фeннора")),
    ],
)
def test_what_was_typed_wrong_is_as_it_was_before(path: str, edit: tuple[str, str]) -> None:
    mended = _mended(_edited(path, edit))[path]
    assert mended.replace(b"\n\n\n", b"\n\n") == FILES.read(path)


def test_line_ends_and_form_are_those_of_the_register() -> None:
    text = FILES.read(f"{NOTE}/kk.md").decode()
    files = {f"{NOTE}/kk.md": unicodedata.normalize("NFD", text).replace("\n", "\r\n").encode()}
    assert _mended(files)[f"{NOTE}/kk.md"] == text.encode()


def test_quotation_marks_and_dashes_become_those_of_the_language() -> None:
    mended = _mended(_edited(f"{PAPER}/ru.md", ("2.2 Порядок", '2.2 "Порядок" - это порядок')))
    assert "2.2 «Порядок» — это порядок" in mended[f"{PAPER}/ru.md"].decode()


@pytest.mark.parametrize(
    "edit",
    [
        ("2.2 Порядок", '2.2 "Порядок'),
        ("2.2 Порядок", "2.2 CBMы, порядок"),
        ("2.2 Порядок", "2.2 Порядок ўчета"),
        ("2.2 Порядок", "2.2 По № 5 от 2026 г. порядок"),
        ("2.2 Порядок перечисления", "2.2 Порядок  \nперечисления"),
        ("2.2 Порядок", "| Раздел   | Срок |\n| -------- | ---- |\n| Общий    | год  |\n\n2.2 Порядок"),
    ],
)
def test_what_takes_judgement_is_left_alone(edit: tuple[str, str]) -> None:
    files = _edited(f"{PAPER}/ru.md", edit)
    assert _mended(files) == files


def test_a_letter_that_may_be_meant_for_two_is_left_alone() -> None:
    files = _edited(f"{PAPER}/kk.md", ("3.1 Ауа мен су", "3.1 Ауа мен сyзу"))
    assert _mended(files) == files


def test_what_the_register_leaves_open_is_done_when_asked_for() -> None:
    files = _edited(f"{PAPER}/ru.md", ("2.2 Порядок", "2.2 По № 5 порядок"))
    mended = _mended(files, "letters/no-break-space")
    assert "№\u00a05" in mended[f"{PAPER}/ru.md"].decode()


def test_yaml_keeps_its_order_and_style() -> None:
    edits = [("example: true\n", 'example:   true # а c\nnote: {ru: \'Мeра\', kk: "Шара", en: "A \\u0430 m\\u0435"}\n')]
    path = f"{PAPER}/en.md"
    files = _edited(path, *edits)
    assert _mended(files)[path].decode() == files[path].decode().replace("Мeра", "Мера")


def test_translations_go_on_naming_their_original() -> None:
    path = f"{PAPER}/en.md"
    files = _edited(path, ("the CICA Catalogue", "the CICA Сatalogue"))
    old, new = (blob_id(content).encode() for content in (FILES.read(path), files[path]))
    files |= {f"{PAPER}/{code}.md": FILES.read(f"{PAPER}/{code}.md").replace(old, new) for code in ("ru", "kk")}
    mended = _mended(files)
    assert [mended[f"{PAPER}/{code}.md"] for code in ("en", "ru", "kk")] == [
        FILES.read(f"{PAPER}/{code}.md") for code in ("en", "ru", "kk")
    ]


def test_a_text_that_is_held_by_its_checksum_is_left_alone() -> None:
    path = "concept-paper/environment-2026/ru.md"
    files = _edited(path, ("title: Концепция", "sha256: '00'\ntitle: Kонцепция"))
    assert _mended(files) == files


@given(st.text(alphabet='абвcoeірсkyxAВC "“«»-–—.,[]()*_#>|`\n 12:{}&!', max_size=80))
def test_nothing_but_look_alikes_signs_and_spaces_ever_differs(noise: str) -> None:
    path = f"{NOTE}/ru.md"
    text = FILES.read(path).decode() + "\n" + noise + "\n"
    corpus = _corpus({path: text.encode()})
    for repair in plan_repairs(corpus, paths=[path]):
        assert repair.refused or fold_text(repair.after.decode()) == fold_text(decode(text.encode()).text)
        if not repair.refused:
            again = plan_repairs(_corpus({path: repair.after}), paths=[path])
            assert [two.after.decode() for two in again if not two.refused] == []


def test_what_is_safe_is_put_right_where_another_correction_is_not() -> None:
    path = f"{PAPER}/en.md"
    left = b'\n1 . A line that would become a list, and "marks"  here .\n'
    (repair,) = plan_repairs(_corpus({path: FILES.read(path) + left}))
    assert not repair.refused
    assert repair.after.decode().endswith("\n1 . A line that would become a list, and “marks” here.\n")


def test_all_fixable_rules_exist_and_one_is_never_applied() -> None:
    assert "letters/mixed-script" in list_fixable_rules()
    assert "letters/foreign-letter" not in list_fixable_rules()


def test_a_diff_cannot_steer_a_terminal() -> None:
    assert "\x1b" not in "".join(Repair("a", b"a\n\x1b[2J", b"b\n\x1b[2J").diff("a"))


def test_the_command_shows_first_and_writes_when_told(papers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = papers / "decision/cbm-modalities/ru.md"
    right = page.read_bytes()
    page.write_bytes(right.replace("Государства-члены".encode(), "Гoсударства-члены".encode(), 1))
    wrong = page.read_bytes()
    assert run(["fix", "--register", str(papers)]) == 1
    shown = capsys.readouterr().out
    assert "+++ b/" in shown
    assert shown.endswith("--apply writes them.\n")
    assert page.read_bytes() == wrong
    assert run(["fix", str(page), "--register", str(papers), "--apply", "--lang", "ru"]) == 0
    assert capsys.readouterr().out.endswith("Изменено файлов: 1.\n")
    assert page.read_bytes() == right
    assert run(["fix", "--register", str(papers)]) == 0
    assert capsys.readouterr().out == "Nothing to correct.\n"


def test_the_registers_of_the_house_need_no_fix() -> None:
    for folder in (CORPUS, CORPUS.parent.parent / "registry"):
        assert plan_repairs(open_corpus(WorktreeSnapshot(folder), date(2026, 12, 1))) == ()


def test_invisible_signs_are_taken_out_and_line_ends_are_one_line() -> None:
    files = _edited(f"{PAPER}/en.md", ("the CICA Catalogue", "the CI\u00adCA\u200b Catalogue"))
    path, content = next(iter(files.items()))
    mended = _mended(files)
    assert mended[path] == FILES.read(path)
    windows = content.replace(b"\n", b"\r\n")
    (repair,) = [repair for repair in plan_repairs(_corpus({path: windows})) if repair.path == path]
    assert repair.line_ends == windows.count(b"\r\n")
    assert sum(line[:1] in {"+", "-"} for line in repair.diff(path)) == 4
