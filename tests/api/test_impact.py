"""What would change under amended values."""

import json

import pytest

from cica_docs.api.amendments import read_amendments
from cica_docs.api.impact import Impact, compute_impact
from cica_docs.documents.corpus import Corpus, read_corpus
from cica_docs.documents.kind import Kinds
from cica_docs.i18n.messages import read_catalogue
from cica_docs.register.open import packaged_templates
from cica_docs.snapshot.memory import MemorySnapshot, OverlaySnapshot
from cica_docs.snapshot.worktree import WorktreeSnapshot
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language
from cica_docs.views.decision.impact import conclusion_of, format_impact, format_impact_json, format_impact_markdown
from conftest import DAY, TESTS

THREE_TO_FIVE = "1.10/tenure: {tenure: [{from: 2023-05-13, years: [3, 5]}]}\n"
ONE_MONTH = "2.7/new-coordinator: {proposal: [{from: 2023-05-13, months: 1}]}\n"


def under(corpus: Corpus, text: str, language: Language = Language("en")) -> Impact:
    catalogue = read_catalogue(packaged_templates(), language)
    return compute_impact(corpus, catalogue, read_amendments(corpus, catalogue, text.encode(), "values.yaml"))


def refused(corpus: Corpus, text: str) -> Failure:
    with pytest.raises(Failure) as caught:
        under(corpus, text)
    for language in Language:
        assert read_catalogue(packaged_templates(), language).failure(caught.value) != caught.value.key
    return caught.value


def test_a_verdict_appears_and_its_line_says_where(example: Corpus) -> None:
    impact = under(example, THREE_TO_FIVE)
    assert [(change.sign, change.subject, change.before) for change in impact.changes] == [
        ("appears", "mandate/tenure-out-of-bounds", "")
    ]
    assert impact.changes[0].where == "tests/corpus/notice/environment-xa-2026/en.md:10:1"
    assert "not of 3 to 5 years" in impact.changes[0].after


def test_an_obligation_moves(example: Corpus) -> None:
    (change,) = under(example, ONE_MONTH).changes
    assert (change.sign, change.category, change.subject) == ("changes", "obligation", "2.7/new-coordinator")
    assert "due 2026-05-18, discharged" in change.before
    assert "due 2026-03-18, discharged late" in change.after


def test_four_years_become_five_and_a_verdict_vanishes(shipped_kinds: Kinds) -> None:
    below = WorktreeSnapshot(TESTS / "corpus", "tests/corpus/")
    path = "notice/environment-xb-2026/en.md"
    text = below.read(path).decode().replace("to: 2029-02-28", "to: 2031-02-28")
    snapshot = OverlaySnapshot(below, MemorySnapshot({path: text.encode()}), frozenset())
    corpus = read_corpus(snapshot, shipped_kinds, DAY)
    impact = under(corpus, "1.10/tenure: {tenure: [{from: 2023-05-13, years: [2, 5]}]}\n")
    (change,) = impact.changes
    assert (change.sign, change.subject, change.after) == ("vanishes", "mandate/tenure-out-of-bounds", "")
    assert "vanish: 1" in conclusion_of(impact)


def test_acts_keep_the_values_of_their_own_day(example: Corpus) -> None:
    impact = under(example, THREE_TO_FIVE.replace("2023-05-13", "2027-01-01"))
    assert impact.changes == ()
    assert "No finding and no obligation changes" in conclusion_of(impact)


def test_the_corpus_itself_is_left_alone(example: Corpus) -> None:
    under(example, THREE_TO_FIVE)
    assert len(example.decision.provisions["1.10/tenure"].values["tenure"]) == 1


@pytest.mark.parametrize("language", list(Language))
def test_every_form_has_the_change_and_the_conclusion(language: Language, example: Corpus) -> None:
    impact = under(example, THREE_TO_FIVE + ONE_MONTH, language)
    text, page, data = format_impact(impact), format_impact_markdown(impact), json.loads(format_impact_json(impact))
    assert "+ tests/corpus/notice" in text
    assert "~ tests/corpus/mandate" in text
    assert page.count("\n| ") == 4
    assert data["counts"] == {
        "finding": {"appears": 1, "vanishes": 0, "changes": 0},
        "obligation": {"appears": 0, "vanishes": 0, "changes": 1},
    }
    assert data["conclusion"] == conclusion_of(impact)
    assert "{" not in text


@pytest.mark.parametrize(
    ("text", "key", "place"),
    [
        ("", "values-malformed", "1:1"),
        ("- 1\n", "values-malformed", "1:1"),
        ("1.10/tenur: {tenure: [{from: 2027-01-01, years: [2, 5]}]}", "values-provision-unfit", "1:1"),
        ("1.9/one-coordinator: {tenure: [{from: 2027-01-01, years: [2, 5]}]}", "values-provision-unfit", "1:1"),
        ("1.10/tenure:\n  tenur: [{from: 2027-01-01, years: [2, 5]}]", "values-name-unknown", "2:3"),
        ("1.10/tenure: []", "values-malformed", "1:1"),
        ("1.10/tenure:\n  tenure: []", "values-malformed", "2:3"),
        ("1.10/tenure:\n  tenure: [{years: [2, 5]}]", "values-malformed", "2:12"),
        ("1.10/tenure:\n  tenure: [{from: 2027, years: [2, 5]}]", "values-malformed", "2:12"),
        ("1.10/tenure:\n  tenure: [{from: 2027-01-01, years: [5, 2]}]", "values-malformed", "2:12"),
        ("1.10/tenure:\n  tenure: [{from: 2027-01-01, years: 5}]", "values-malformed", "2:12"),
        ("1.10/tenure:\n  tenure: [{from: 2027-01-01, months: [2, 5]}]", "values-malformed", "2:12"),
        ("1.10/tenure:\n  tenure: [{from: 2027-01-01, years: [2, five]}]", "values-malformed", "2:12"),
        ("1.10/tenure:\n  tenure: [{from: 2027-01-01, years: [2, 5]", "values-unreadable", "2:12"),
        ("1.10/tenure: &a {tenure: *a}", "values-unreadable", "1:14"),
    ],
)
def test_a_file_that_does_not_fit_is_refused_with_its_place(text: str, key: str, place: str, example: Corpus) -> None:
    failure = refused(example, text)
    assert failure.key == key
    assert "{path}:{line}:{column}".format_map(failure.details) == f"values.yaml:{place}"


def test_a_misspelt_provision_is_suggested(example: Corpus) -> None:
    failure = refused(example, "1.10/tenur: {tenure: [{from: 2027-01-01, years: [2, 5]}]}")
    assert failure.details["suggestion"] == ("1.10/tenure",)
