"""The material for a review, on a screen and in print."""

from datetime import date

import pytest

from cica_docs.api.review_pack import ReviewPack
from cica_docs.api.review_plan import format_review_plan
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.markdown.blocks import Heading, Table, text_of
from cica_docs.i18n.labels import read_labels
from cica_docs.register.open import packaged_templates
from cica_docs.render.data.reviews import build_review_material
from cica_docs.render.writers import DEFAULT_FORMATS
from cica_docs.text.terminal import WIDTH, cell_width
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("year", [2024, 2026, 2027])
def test_the_plan_fits_the_screen(language: Language, year: int, example: Corpus, register: Corpus) -> None:
    for corpus in (example, register):
        lines = format_review_plan(corpus, read_labels(packaged_templates(), language), year).splitlines()
        assert max(map(cell_width, lines)) <= WIDTH
        assert not any("{" in line or "None" in line for line in lines)


def test_the_plan_says_who_contributed(example: Corpus) -> None:
    text = format_review_plan(example, read_labels(packaged_templates(), Language("en")), 2026)
    assert "XA        XB\n  Environment Protection  received  received" in text
    assert "held: 1, planned: 4, cancelled: 1, proposed: 1" in text


@pytest.mark.parametrize(
    ("year", "focus", "is_listed"),
    [(2027, (), True), (2027, ("environmental",), True), (2027, ("human",), False), (2026, (), False)],
    ids=["all", "in-focus", "out-of-focus", "put-forward-later"],
)
def test_open_proposals_on_the_catalogue_are_for_the_next_review(
    year: int, focus: tuple[str, ...], is_listed: bool, example: Corpus
) -> None:
    material = build_review_material(example, read_labels(packaged_templates(), Language("en")), year, focus)
    assert [line.partition(":")[2] for line in material.proposals] == (
        [" proposed on 26 November 2026; Environment Protection; proposed by Avelor, Belmara"] if is_listed else []
    )


def test_an_unknown_focus_is_a_failure_with_a_suggestion(example: Corpus) -> None:
    with pytest.raises(Failure) as caught:
        build_review_material(example, read_labels(packaged_templates(), Language("en")), 2026, ("enviromental",))
    assert caught.value.details["suggestion"] == ("environmental",)


def test_the_editions_have_the_same_parts_in_each_language(example: Corpus) -> None:
    pack = ReviewPack(example, packaged_templates(), 2026, ())
    shapes = []
    for language in Language:
        edition = pack.edition(language)
        assert edition.marks, "the worked example is marked as one"
        shapes.append(
            [(type(block).__name__, block.id if isinstance(block, Heading) else "") for block in edition.unmarked]
        )
    assert shapes[0] == shapes[1] == shapes[2]


def test_the_pack_of_the_register_bears_no_mark_of_an_example(register: Corpus) -> None:
    edition = ReviewPack(register, packaged_templates(), 2024, ()).edition(Language("ru"))
    assert edition.marks == ()
    tables = [block for block in edition.unmarked if isinstance(block, Table) and block.role == "items"]
    assert [len(table.head) for table in tables] == [4, 3], "five states in two tables of about the same width"
    assert "Узбекистан" in text_of(tables[0].head[1].blocks)


def test_the_files_are_those_asked_for(example: Corpus) -> None:
    pack = ReviewPack(example, packaged_templates(), 2026, ())
    paths = [job.path for job in pack.jobs(DEFAULT_FORMATS, tuple(Language), parallel=True)]
    assert sorted(paths) == sorted(
        [
            *(f"review-pack/2026/{name}.{form}" for name in ("en", "ru", "kk", "parallel") for form in ("pdf", "docx")),
            "review-pack/2026/index.html",
        ]
    )
    jobs = list(pack.jobs(("pdf",), (Language("kk"),), parallel=True))
    assert [job.path for job in jobs] == ["review-pack/2026/kk.pdf"]
    outputs = pack.write(jobs, lambda *_: None, lambda *_: None)
    assert outputs[0].content.startswith(b"%PDF")
    assert outputs[0].pages >= 2


def test_a_day_without_a_review_is_told_as_such(example: Corpus) -> None:
    material = build_review_material(example, read_labels(packaged_templates(), Language("en")), 2030)
    assert material.scope[0] == ("Day of the review", ("not on record",))
    assert date(2030, 1, 1).year == material.year
