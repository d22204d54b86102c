"""`cica new` with its answers as options: valid at once, nothing overwritten."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cica_docs.api.drafting.work_names import find_kind
from cica_docs.cli.new import complete_kinds
from cica_docs.cli.run import run
from cica_docs.documents.corpus import Corpus, read_corpus
from cica_docs.documents.yaml.positioned import parse_yaml
from cica_docs.documents.yaml.scalar import format_scalar
from cica_docs.register.open import packaged_kinds
from cica_docs.snapshot.memory import MemorySnapshot
from cica_docs.snapshot.snapshot import blob_id
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language
from new_works import drafted, questions_of, with_what_it_needs

pytestmark = pytest.mark.series(6)

MANDATE = ["--set", "area=sample-area", "--set", "role=coordinator", "--set", "holder=XA"]
PAPER = [
    *("--set", "area=sample-area", "--set", "prepared_by=xa"),
    *("--set", "applicability_from=2027-01-01", "--set", "applicability_to=2029-12-31"),
]


def _variants() -> Iterator[tuple[str, dict[str, str]]]:
    """Every kind, once for each answer to a question that offers a list of its own."""
    for name, kind in packaged_kinds().kinds.items():
        listed = [
            (question.field, value) for question in kind.questions for value in question.choices if not question.when
        ]
        yield from ((name, {field: value}) for field, value in listed or [("", "")])


@pytest.mark.series(8)
@pytest.mark.parametrize(("name", "first"), list(_variants()), ids=str)
def test_a_new_work_holds_at_once(example: Corpus, name: str, first: dict[str, str]) -> None:
    kind = example.kinds.kinds[name]
    draft = drafted(with_what_it_needs(example, kind), kind, first)
    assert [finding for finding in draft.report.findings if finding.severity.value != "notice"] == []
    assert [output.path.rpartition("/")[2] for output in draft.outputs] == ["en.md", "ru.md", "kk.md"]
    original = blob_id(draft.outputs[0].content)
    assert [f"translates: {original}\n".encode() in output.content for output in draft.outputs] == [False, True, True]
    assert all(output.content.endswith(b"\n") and not output.content.endswith(b"\n\n") for output in draft.outputs)


def test_the_original_may_be_in_another_language(example: Corpus) -> None:
    files = {path: example.snapshot.read(path) for path in example.snapshot.paths() if path.startswith("reference/")}
    settings = files["reference/settings.yaml"]
    files["reference/settings.yaml"] = settings.replace(b"original: en", b"original: ru")
    corpus = read_corpus(MemorySnapshot(files), example.kinds, example.as_of)
    draft = drafted(corpus, example.kinds.kinds["concept-paper"], {})
    assert draft.report.findings == ()
    original, *translations = draft.outputs
    assert original.path.endswith("/ru.md")
    assert b"prepared_by: " in original.content
    assert [b"prepared_by: " in output.content for output in translations] == [False, False]


@pytest.mark.parametrize(
    "title",
    ["It's: a 'test' # {{ 7 * 7 }} {% raw %}", "[a, b]", "- x", "null", "«Туризм» & *co*", '"', "'", "\\n --- x"],
)
def test_a_title_is_read_back_as_it_was_given(example: Corpus, title: str) -> None:
    draft = drafted(example, example.kinds.kinds["mandate"], {}, dict.fromkeys(Language, title))
    for output in draft.outputs:
        front = output.content.decode().split("\n---\n")[0].removeprefix("---\n")
        assert parse_yaml(front).value["title"] == title
    # How the title is written is told to whoever wrote it; nothing else may come of it.
    groups = {finding.rule.partition("/")[0] for finding in draft.report.findings}
    assert groups <= {"letters", "prose"}


def test_an_answer_that_is_free_text_has_the_form_that_its_schema_sets(example: Corpus) -> None:
    questions = questions_of(example, find_kind(example.kinds, "information-item"))
    question = next(question for question in questions.kind.questions if question.source == "text")
    assert questions.answer(question, "0" * 64, {}) == "0" * 64
    with pytest.raises(Failure, match="answer-malformed"):
        questions.answer(question, "it's", {})


@pytest.mark.parametrize("text", ["XA", "tourism-2026", "2026", "true", "null", "1.10", "NO", "a: b", "it's", "[x", ""])
def test_a_scalar_is_read_back_as_it_was_given(text: str) -> None:
    assert parse_yaml(format_scalar(text)).value == text


def test_it_writes_three_languages_and_says_what_is_left(papers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = ["new", "concept-paper", "t-1", *PAPER, "--title", "Tourism", "--title", "ru=Туризм"]
    assert run(given) == 0
    said = capsys.readouterr().out
    assert "registry/concept-paper/t-1/kk.md" in said
    assert "39 texts" in said
    assert "Without a title: kk." in said
    assert "cica check registry/concept-paper/t-1 · cica render concept-paper/t-1" in said
    written = {path.name: path.read_text(encoding="utf-8") for path in (papers / "concept-paper/t-1").iterdir()}
    assert sorted(written) == ["en.md", "kk.md", "ru.md"]
    assert "prepared_by: XA\n" in written["en.md"]
    assert "title: Туризм\n" in written["ru.md"]
    assert 'title: "[ТОЛТЫРУ: атауы]"\n' in written["kk.md"]
    assert run(["check", "--lang", "ru"]) == 0


def test_what_is_there_is_never_touched(papers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "mandate", "m", *MANDATE]) == 0
    before = (papers / "mandate/m/en.md").read_bytes()
    assert run(["new", "mandate", "m", *MANDATE, "--title", "Other"]) == 2
    assert "already exists" in capsys.readouterr().err
    assert (papers / "mandate/m/en.md").read_bytes() == before
    (papers / "notice/empty").mkdir(parents=True)
    assert run(["new", "notice", "empty"]) == 2
    (papers / "decision").rename(papers.parent / "elsewhere")
    (papers / "decision").symlink_to(papers.parent / "elsewhere")
    assert run(["new", "decision", "d", "--set", "body=soc"]) == 2
    assert not (papers.parent / "elsewhere/d").exists()


def test_a_file_that_cannot_be_written_leaves_none(papers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, content: bytes) -> None:
        if path.name == "ru.md":
            raise Failure("not-writable", status=3, path=str(path), reason="full")
        path.write_bytes(content)

    monkeypatch.setattr("cica_docs.cli.new.write_file", full)
    assert run(["new", "mandate", "m", *MANDATE]) == 3
    assert list((papers / "mandate").iterdir()) == []


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["new", "concept-papers", "x"], "did you mean “concept-paper”?"),
        (["new", "Концепция", "x"], "did you mean “concept-paper”?"),
        (["new", "action plan", "x"], "answers are missing"),
        (["new", "poem", "x"], "kinds are action-plan, "),
        (["new", "mandate", "Tourism 2026"], "did you mean “tourism-2026”? use lower-case Latin letters"),
        (["new", "mandate", "../x/yz"], "did you mean"),
        (["new", "mandate", "con"], "cannot be the name of a folder"),
        (["new", "mandate", "m"], "missing for the kind “Mandate”: area, role, holder;"),
        (["new", "notice", "m"], "purpose, state, area (purpose=intention), role (purpose=intention)"),
        (["new", "notice", "m", "--set", "purpose=extension"], ": state, mandate, proposed_end;"),
        (["new", "mandate", "m", "--set", "areas=x"], "did you mean “area”?"),
        (["new", "mandate", "m", "--set", "area"], "write it as --set area=tourism"),
        (["new", "mandate", "m", "--set", "area=sample-aria"], "did you mean “sample-area”?"),
        (["new", "mandate", "m", *MANDATE, "--set", "holder=XB"], "choose from XA"),
        (["new", "mandate", "m", *MANDATE, "--title", "a\x1b[2J"], "not allowed in the register"),
        (["new", "mandate", "m", *MANDATE, "--title", "a\nb: c"], "not allowed in the register"),
        (["new", "mandate", "m", *MANDATE, "--title", "x" * 301], "use at most 300 characters"),
        (
            ["new", "action-plan", "m", "--set", "area=sample-area", "--set", "implements=x"],
            "cica new concept-paper ID",
        ),
        (["new", "concept-paper", "m", *PAPER, "--set", "applicability_to=2026-12-31"], "before the first day"),
        (["new", "concept-paper", "m", *PAPER, "--set", "applicability_to=2027-02-29"], "invalid date"),
    ],
)
def test_a_wrong_answer_is_told_and_nothing_is_written(
    papers: Path, capsys: pytest.CaptureFixture[str], given: list[str], said: str
) -> None:
    assert run(given) == 2
    assert said in capsys.readouterr().err
    assert sorted(path.name for path in papers.iterdir()) == ["decision", "reference"]


def test_names_of_the_readers_language_are_answers(example: Corpus) -> None:
    questions = questions_of(example, find_kind(example.kinds, "mandate"), Language("ru"))
    area, role, holder = questions.kind.questions
    assert questions.answer(role, "Сокоординатор", {}) == "co-coordinator"
    for question in (area, holder):
        for choice in questions.choices(question, {}):
            assert questions.answer(question, choice.name.upper(), {}) in {
                two.value for two in questions.choices(question, {})
            }


def test_measures_are_those_of_the_area(register: Corpus) -> None:
    questions = questions_of(register, find_kind(register.kinds, "information-item"))
    question = next(question for question in questions.kind.questions if question.source == "measure")
    values = {choice.value for choice in questions.choices(question, {"area": "human"})}
    assert values
    assert {register.reference.entry("measure", value)["area"] for value in values} == {"human"}
    assert len(questions.choices(question, {})) == len(register.reference.all("measure"))


def test_only_members_of_the_day_are_offered(register: Corpus) -> None:
    questions = questions_of(register, find_kind(register.kinds, "mandate"))
    holder = questions.kind.questions[2]
    assert [choice.value for choice in questions.choices(holder, {})] == list(
        register.reference.members(register.as_of)
    )


def test_shells_are_offered_the_kinds() -> None:
    assert complete_kinds("no") == ["note-verbale", "notice"]
