"""`cica remind`: a note verbale in three languages to whoever owes, ready to print, with nothing overwritten."""

import json
import shutil
from pathlib import Path

import pytest

from cica_docs.cli.run import run

pytestmark = pytest.mark.series(6)

CORPUS = Path(__file__).parents[1] / "corpus"
ITEM = "2.9/update:action-plan/environment-2026:item-2"
YEARLY = "3.2/yearly:2027"
FORMAL = ["--number", "SWG/1202", "--date", "2027-07-20"]
NUMBER = [*FORMAL, "--informally"]


@pytest.fixture
def example_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the worked example, and the folder that commands run in."""
    shutil.copytree(CORPUS, tmp_path / "registry")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return tmp_path / "registry"


@pytest.fixture
def adopted_copy(example_copy: Path) -> Path:
    """The same, with the decision adopted."""
    act = "  - {on: 2024-12-02, kind: adopted, by: ministerial-council}"
    original = example_copy / "decision/cbm-modalities/en.md"
    _change(original, "\n---\n\n## Preamble", f"\n{act}\n---\n\n## Preamble")
    return example_copy


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def _texts(register: Path, note: str) -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in (register / "note-verbale" / note).iterdir()}


def test_the_note_names_the_state_the_clause_and_the_day_in_each_language(
    adopted_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["remind", ITEM, *FORMAL]) == 0
    said = capsys.readouterr().out
    assert "note-verbale/swg-1202 is created, as a draft:" in said
    assert "6 texts" in said
    texts = _texts(adopted_copy, "swg-1202")
    assert sorted(texts) == ["en", "kk", "ru"]
    assert "number: SWG/1202\ndate: 2027-07-20\nplace: astana\nfrom: secretariat\nto: [XA]\n" in texts["en"]
    assert "example: true\n" in texts["en"]
    assert "compliments to the Ministry of Foreign Affairs of the Republic of Avelor and has" in texts["en"]
    assert "fell due on 30 June 2027: outcome of an item of the action plan: Compendium" in texts["en"]
    assert "The clause itself sets no day" in texts["en"]
    assert "истек 30\u00a0июня 2027 года: итог мероприятия плана действий: Сборник передовой практики." in texts["ru"]
    assert "мерзімі 2027\u00a0жылғы 30\u00a0маусымда аяқталды: " in texts["kk"]
    assert "2027\u00a0жылғы 20\u00a0шілдедегі жағдай бойынша" in texts["kk"]


def test_under_a_draft_nobody_is_reminded(example_copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(path.name for path in (example_copy / "note-verbale").iterdir())
    for language, said in (("en", "nobody owes anything under it yet"), ("ru", "обязательств по нему пока нет")):
        assert run(["remind", ITEM, *FORMAL, "--lang", language]) == 2
        assert said in capsys.readouterr().err
    assert sorted(path.name for path in (example_copy / "note-verbale").iterdir()) == before


def test_an_informal_note_says_in_each_language_that_nothing_is_due_yet(example_copy: Path) -> None:
    assert run(["remind", ITEM, *NUMBER]) == 0
    texts = _texts(example_copy, "swg-1202")
    assert "nothing is due under it yet, and this note is sent informally. If it were in force, in the" in texts["en"]
    assert "would have fallen due on 30 June 2027: outcome of an item" in texts["en"]
    assert "обязательств по нему пока нет, настоящая нота носит неофициальный характер" in texts["ru"]
    assert "срок исполнения приходился бы на 30 июня 2027 года: итог" in texts["ru"]
    assert "ол бойынша әзірге міндеттеме жоқ, бұл нота бейресми түрде жіберіледі" in texts["kk"]
    assert "орындалу мерзімі 2027 жылғы 30 маусым болар еді: " in texts["kk"]
    assert all(mark in texts[language] for language, mark in (("en", "(draft decision)"), ("kk", "(шешім жобасы)")))


def test_an_informal_note_is_formal_once_the_decision_is_adopted(adopted_copy: Path) -> None:
    assert run(["remind", ITEM, *NUMBER]) == 0
    assert "fell due on 30 June 2027" in _texts(adopted_copy, "swg-1202")["en"]
    assert "informal" not in _texts(adopted_copy, "swg-1202")["en"]


def test_where_nobody_is_in_office_the_body_that_approves_is_written_to(example_copy: Path) -> None:
    for mandate in (example_copy / "mandate").iterdir():
        for path in mandate.iterdir():
            path.unlink()
        mandate.rmdir()
    assert run(["remind", ITEM, *NUMBER]) == 0
    texts = _texts(example_copy, "swg-1202")
    assert "\nto: soc\n" in texts["en"]
    assert "Avelor" not in texts["en"]
    assert "No State is on record in the office concerned; this note is therefore addressed to the CICA" in texts["en"]
    assert "поэтому настоящая нота направляется Комитету старших должностных лиц СВМДА." in texts["ru"]
    assert "сондықтан бұл нота Азия Кеңесінің Аға лауазымды тұлғалар комитетіне жіберіледі." in texts["kk"]


def test_of_what_is_only_publicly_known_nobody_is_reminded(
    example_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = example_copy / "action-plan/environment-2026/en.md"
    _change(plan, "example: true\n", "example: true\nknown: {as_of: 2026-12-01}\n")
    assert run(["remind", ITEM, *NUMBER]) == 2
    assert "it cannot be said that it was not met" in capsys.readouterr().err


@pytest.mark.parametrize("obligation", [ITEM, YEARLY, "2.6/extended-on-time:concept-paper/environment-2026:2029-06-30"])
def test_the_note_holds_at_once(example_copy: Path, capsys: pytest.CaptureFixture[str], obligation: str) -> None:
    assert run(["remind", obligation, *NUMBER]) == 0
    capsys.readouterr()
    checked = ["check", str(example_copy / "note-verbale/swg-1202"), "--as-of", "2027-07-20", "--format", "json"]
    assert run(checked) == 0
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert [finding["rule"] for finding in findings] == ["form/placeholder-left"] * 6


def test_the_addressee_is_printed_in_capitals_in_each_language(example_copy: Path) -> None:
    assert run(["remind", ITEM, *NUMBER]) == 0
    out = example_copy.parent / "build"
    assert run(["render", "note-verbale/swg-1202", "--to", "html", "-o", str(out)]) == 0
    page = (out / "note-verbale/swg-1202/index.html").read_text(encoding="utf-8")
    assert all(f">{name}<" in page for name in ("AVELOR", "АВЕЛОР"))


def test_a_body_is_addressed_by_its_own_name(example_copy: Path) -> None:
    assert run(["remind", YEARLY, *NUMBER]) == 0
    texts = _texts(example_copy, "swg-1202")
    assert "\nto: soc\n" in texts["en"]
    assert "If it were in force, the following would fall due on 31 December 2027: yearly review, 2027." in texts["en"]
    assert "уважение Комитету старших должностных лиц СВМДА и имеет честь" in texts["ru"]
    assert "Аға лауазымды тұлғалар комитетіне өзінің зор ілтипатын" in texts["kk"]


def test_nothing_is_overwritten(example_copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["remind", ITEM, *NUMBER]) == 0
    before = _texts(example_copy, "swg-1202")
    assert run(["remind", YEARLY, *NUMBER]) == 2
    assert "is already used by note-verbale/swg-1202" in capsys.readouterr().err
    assert _texts(example_copy, "swg-1202") == before
    (example_copy / "note-verbale/swg-1203").mkdir()
    assert run(["remind", YEARLY, "--informally", "--number", "SWG/1203", "--date", "2027-07-20"]) == 2
    assert "already exists" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([ITEM.replace("item-2", "item-22"), *NUMBER], "did you mean “2.9/update:action-plan/environment-2026:item-2”"),
        (["1.3/report:mandate/environment-xc", *NUMBER], "is discharged, so there is nothing to remind anyone of"),
        ([ITEM, "--informally", "--number", "569"], "write it as SWG/1002"),
        ([ITEM, "--informally", "--number", "SWG/1\nto: all"], "write it as SWG/1002"),
        ([ITEM, "--informally", "--number", "SWG/1001"], "is already used by note-verbale/swg-1001"),
        ([ITEM, "--informally", "--number", "SWG/1202", "--date", "2027-02-30"], "invalid date"),
    ],
)
def test_what_cannot_be_reminded_of_is_told_and_nothing_is_written(
    example_copy: Path, capsys: pytest.CaptureFixture[str], given: list[str], said: str
) -> None:
    assert run(["remind", *given]) == 2
    assert said in capsys.readouterr().err
    assert [path.name for path in (example_copy / "note-verbale").iterdir()] == ["swg-1001"]


def test_an_addressee_that_is_nobody_gets_no_note(example_copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _change(example_copy / "mandate/environment-xa/en.md", "holder: XA", "holder: ZZ")
    assert run(["remind", ITEM, *NUMBER]) == 2
    assert "“ZZ”, is not a state or body" in capsys.readouterr().err
