"""Registers of other bodies: begun from data alone, and citing only the clauses of their own decision."""

import json
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from body_example import BODIES, answer_of, begin_example
from cica_docs.cli.run import run
from cica_docs.values.language import Language
from cica_docs.views.provisions import BINDING

pytestmark = pytest.mark.series(6)

ROOT = Path(__file__).parents[1]

AS_OF = "2026-11-30"
DUE = {
    "guam": {
        "1.5/final-report:mandate/transport-xa": ("2027-11-18", "open"),
        "1.5/meetings:mandate/transport-xa:2026": ("2026-12-31", "discharged"),
        "1.5/plan:mandate/transport-xa": ("2026-03-12", "discharged"),
        "2.2/ministers:ministers-2025-12-10": ("2025-11-10", "discharged"),
        "2.2/ministers:ministers-2026-12-16": ("2026-11-16", "overdue"),
        "2.5/proposals:ministers-2025-12-10": ("2025-12-05", "discharged"),
        "2.5/proposals:ministers-2026-12-16": ("2026-12-11", "due-soon"),
    },
    "bsec": {
        "1.1/plan:mandate/transport-xa": ("2026-03-10", "discharged"),
        "1.2/outline:mandate/transport-xa:2026-01-01": ("2026-01-31", "discharged-late"),
        "1.2/outline:mandate/transport-xa:2026-07-01": ("2026-07-31", "overdue"),
        "1.3/meeting:mandate/transport-xa:2026": ("2026-12-31", "discharged"),
        "2.3/evaluation:mandate/transport-xa": ("2027-12-31", "open"),
        "2.4/january-report:mandate/transport-xa:2026": ("2026-01-15", "discharged"),
    },
}


@pytest.fixture
def register(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Start the worked example of a body in the current folder and return the body."""
    return begin_example(str(request.param), tmp_path, monkeypatch)


def _clauses(capsys: pytest.CaptureFixture[str]) -> set[str]:
    return {
        provision["clause"] for provision in json.loads(answer_of(capsys, "trace", "--format", "json"))["provisions"]
    }


@pytest.mark.parametrize("options", [[], ["--name", "Conference of X"]], ids=["own", "named"])
@pytest.mark.parametrize("body", [*BODIES, "cica"])
def test_a_register_without_works_has_no_findings(
    body: str, options: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["init", "papers", "--body", body, *options]) == 0
    assert answer_of(capsys, "check", "--register", "papers", "--as-of", AS_OF).startswith("no findings")


@pytest.mark.parametrize("register", BODIES, indirect=True)
def test_its_example_has_no_findings(register: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert answer_of(capsys, "check", "--as-of", AS_OF).startswith("no findings"), register


@pytest.mark.parametrize("register", BODIES, indirect=True)
def test_who_owes_what_by_when(register: str, capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(answer_of(capsys, "due", "--all", "--as-of", AS_OF, "--format", "json"))["obligations"]
    assert {row["id"]: (row["due"], row["state"]) for row in rows} == DUE[register]


@pytest.mark.parametrize("register", BODIES, indirect=True)
def test_findings_cite_only_its_own_clauses(register: str, capsys: pytest.CaptureFixture[str]) -> None:
    for path in Path("registry/mandate/transport-xa").glob("*.md"):
        path.write_text(
            path.read_text(encoding="utf-8").replace(" by: ministers,", "").replace("to: 2027-12-31", "to: 2026-12-31"),
            encoding="utf-8",
        )
    plan = Path("registry/action-plan/transport-2026/en.md")
    plan.write_text(plan.read_text(encoding="utf-8").replace("[XA]", "[XB]"), encoding="utf-8")
    findings = json.loads(answer_of(capsys, "check", "--as-of", AS_OF, "--format", "json"))["findings"]
    cited = {finding["clause"] for finding in findings if finding["clause"]}
    assert cited <= _clauses(capsys)
    own = {finding["provision"] for finding in findings if not finding["provision"].startswith("house/")}
    assert own == {"bsec": {"1.1/term", "1.1/plan"}, "guam": {"1.1/appointment", "1.1/term", "1.5/plan"}}[register]


def _names(folder: Path) -> set[str]:
    """The names of the bodies of a register in all its languages."""
    bodies = YAML(typ="safe").load((folder / "bodies.yaml").read_text(encoding="utf-8"))["bodies"]
    return {text for body in bodies for name in body["names"] for key, text in name.items() if key in Language}


SUPPORTING = {"en": "Co-coordinator", "ru": "сокоординатор", "kk": "қосалқы үйлестіруші"}
"""A role that neither GUAM nor the BSEC has."""
FALSE_ACTS = (
    ("mandate/transport-xa", "by: ministers", "by: secretariat"),
    ("mandate/transport-xa", "by: ministers,", ""),
    ("mandate/transport-xa", "by: ministers", "by: ministers, via: [nobody]"),
    ("action-plan/transport-2026", "to: all", "to: [XB]"),
    ("action-plan/transport-2026", "to: all", "to: all, via: 42"),
    ("action-plan/transport-2026", "elaborated_by: [XA]", "elaborated_by: [XB]"),
    ("action-plan/transport-2026", "kind: issued, by: XA", "kind: approved, by: XA"),
)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize("register", BODIES, indirect=True)
def test_no_finding_names_a_body_or_role_of_another(
    register: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    own = _names(Path("registry/reference"))
    foreign = {name for name in _names(ROOT / "registry" / "reference") if not any(name in each for each in own)}
    said = ""
    for work, was, becomes in FALSE_ACTS:
        original = Path("registry") / work / "en.md"
        text = original.read_text(encoding="utf-8")
        original.write_text(text.replace(was, becomes), encoding="utf-8")
        said += answer_of(capsys, "check", "--as-of", AS_OF, "--lang", language)
        original.write_text(text, encoding="utf-8")
    assert said.count("[form/schema]") > 2, register
    assert {name for name in {*foreign, "CICA", "СВМДА", "Азия Кеңесі", SUPPORTING[language]} if name in said} == set()


@pytest.mark.parametrize("register", BODIES, indirect=True)
def test_every_provision_is_explained_with_its_source(register: str, capsys: pytest.CaptureFixture[str]) -> None:
    trace = json.loads(answer_of(capsys, "trace", "--format", "json"))
    open_duties = {
        provision["id"]: provision["not_yet"]["en"]
        for provision in trace["provisions"]
        if provision["standing"] == "nothing" and provision["force"] in BINDING
    }
    assert trace["counts"]["open_duties"] == len(open_duties)
    assert all(open_duties.values())
    for clause in _clauses(capsys) - {"house"}:
        page = answer_of(capsys, "explain", clause)
        assert f"source: {register}-" in page
        assert "· certain" in page
        assert "Not read for this restatement:" in page


@pytest.mark.parametrize("register", BODIES, indirect=True)
def test_a_mandate_is_begun_and_printed(register: str, capsys: pytest.CaptureFixture[str]) -> None:
    answers = ("area=transport", "role=coordinator", "holder=XB")
    assert run(["new", "mandate", "transport-xb", *(option for answer in answers for option in ("--set", answer))]) == 0
    assert "error" not in answer_of(capsys, "check", "--as-of", AS_OF)
    assert run(["render", "mandate/transport-xa", "--to", "html", "-o", "out"]) == 0
    (page,) = Path("out/mandate/transport-xa").glob("*.html")
    text = page.read_text(encoding="utf-8")
    assert "The Council of Ministers of Foreign Affairs appointed Avelor" in text, register
    assert "CICA" not in text


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize("body", BODIES)
def test_its_readme_takes_examples_that_it_has(
    body: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["init", "papers", "--body", body, "--lang", language]) == 0
    text = Path("papers/README.md").read_text(encoding="utf-8")
    assert "`cica new action-plan sample-2027`" in text
    assert "concept-paper" not in text
    assert "draft_decision" not in text
    clause = text.partition("`cica explain ")[2].partition("`")[0]
    assert run(["explain", clause, "--register", "papers"]) == 0


@pytest.mark.parametrize("register", BODIES, indirect=True)
def test_a_plan_is_begun_without_a_concept_paper(register: str, capsys: pytest.CaptureFixture[str]) -> None:
    answers = ("area=transport", "elaborated_by=XA", "period_from=2028-01-01", "period_to=2029-12-31")
    options = (option for answer in answers for option in ("--set", answer))
    assert run(["new", "action-plan", "transport-2028", *options]) == 0, register
    assert "implements" not in Path("registry/action-plan/transport-2028/en.md").read_text(encoding="utf-8")
    findings = json.loads(answer_of(capsys, "check", "--as-of", AS_OF, "--format", "json"))["findings"]
    assert {finding["rule"] for finding in findings} == {"form/placeholder-left"}


@pytest.mark.parametrize("register", BODIES, indirect=True)
def test_letters_name_its_own_bodies(register: str) -> None:
    owed = {"guam": "2.2/ministers:ministers-2026-12-16", "bsec": "1.2/outline:mandate/transport-xa:2026-07-01"}
    number = ["--number", "SEC/11", "--date", AS_OF]
    assert run(["remind", owed[register], *number]) == 0
    assert run(["new", "note-verbale", "blank"]) == 0
    folders = [Path("registry/note-verbale") / id for id in ("sec-11", "blank")]
    texts = [path.read_text(encoding="utf-8") for folder in folders for path in sorted(folder.glob("*.md"))]
    abbreviations = {"guam": ("GUAM", "ГУАМ", "ГУАМ"), "bsec": ("BSEC", "ҚТЭЫ", "ОЧЭС")}[register]
    assert [name for name, text in zip(abbreviations * 2, texts, strict=True) if name not in text] == []
    assert run(["render", "note-verbale/sec-11", "decision/country-coordinators", "--to", "html", "-o", "out"]) == 0
    texts += [path.read_text(encoding="utf-8") for path in Path("out").rglob("*.html")]
    foreign = ("CICA", "СВМДА", "Азия Кеңес", "ASIA", "Astana", "Астана")
    assert [word for word in foreign if any(word in text.replace("CICA-docs", "") for text in texts)] == []
    assert any("SECRETARIAT" in text for text in texts)


def test_an_unknown_body_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["init", "papers", "--body", "guma"]) == 2
    said = capsys.readouterr().err
    assert "did you mean “guam”?" in said
    assert "bsec, cica, guam" in said
    assert not Path("papers").exists()


def test_cica_is_the_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for folder, options in (("one", []), ("other", ["--body", "cica"])):
        assert run(["init", folder, *options]) == 0
    files = [
        {path.relative_to(folder).as_posix(): path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()}
        for folder in ("one", "other")
    ]
    assert files[0] == files[1]
