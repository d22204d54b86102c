import pytest

from cica_docs.rules.manual import manual_passages
from cica_docs.rules.rule import rules
from cica_docs.text.terminal import WIDTH, cell_width
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language
from cica_docs.values.provision import Provision
from cica_docs.views.explain import clauses_of, explain, format_overview, list_explainable, provisions_of
from cica_docs.views.handbook import format_handbook
from cica_docs.views.trace import format_trace, format_trace_markdown, trace_provisions
from small_register import small_register, words

RULE = "mandate/tenure-out-of-bounds"


def test_a_rule_is_explained_with_its_manual_page_its_provision_and_its_weight() -> None:
    text = explain(small_register(), words(), RULE)
    assert text.startswith(f"{RULE}\nA proposed tenure is shorter or longer than the decision allows.\n")
    assert "\nWhy\n  A candidate indicates" in text
    assert "\nUse instead\n      proposed_tenure:" in text
    assert "  – tenure {first} to {last} is not of {low} to {high} years\n" in text
    assert (
        "  1.10/tenure  should · candidate\n    Two to four years.\n    value: tenure: years 2–4, from 2023-05-13\n"
        in text
    )
    assert "as a draft: warning · circulated: warning" in text
    assert "is a draft; errors under it fail the check." in text


def test_a_house_rule_weighs_from_the_stage_on_that_it_binds_and_says_nothing_of_the_decision() -> None:
    text = explain(small_register(), words(), "form/placeholder-left")
    assert "as a draft: notice · circulated: error · once final: error" in text
    assert "(modalities)" not in text


def test_the_rule_of_fields_names_the_provisions_that_its_findings_cite() -> None:
    assert "It also cites: 1.10/to-all" in explain(small_register(), words(), "form/schema")


def test_a_clause_shows_each_provision_in_the_readers_language_and_what_is_behind_it() -> None:
    text = explain(small_register(), words("ru"), "1.10")
    assert text.startswith("Пункт 1.10\n")
    assert "От двух до четырех лет." in text
    assert f"✓ правило {RULE}" in text
    assert "✓ поле notice#" in text
    assert "Что требуется от Вас\n  кандидат: следует × 1, надлежит × 1\n" in text


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("1.2", "not checked: leading is not on paper"),
        ("9.9/nothing", "nothing stands behind it yet"),
        ("preamble", "asks nothing that could be breached"),
    ],
)
def test_where_nothing_is_behind_a_provision_it_says_why(name: str, said: str) -> None:
    assert said in explain(small_register(), words(), name)


def test_a_statement_asks_nothing_of_anybody() -> None:
    assert "What it asks of you" not in explain(small_register(), words(), "preamble")


def test_a_chapter_is_all_its_clauses_and_a_clause_is_no_other_that_begins_alike() -> None:
    corpus = small_register()
    assert [provision.id for provision in provisions_of(corpus, "1")] == [
        "1.2/leading-role",
        "1.10/tenure",
        "1.10/to-all",
    ]
    assert provisions_of(corpus, "1.1") == ()
    assert clauses_of(corpus) == ("preamble", "1.2", "1.10", "9.8", "9.9", "house")


def test_a_group_lists_its_rules() -> None:
    text = explain(small_register(), words(), "mandate")
    assert RULE in text
    assert "form/schema" not in text


@pytest.mark.parametrize(("name", "meant"), [("1.10/tenur", "1.10/tenure"), ("mandate/tenure-out-of-bound", RULE)])
def test_what_is_unknown_is_a_failure_with_what_was_meant(name: str, meant: str) -> None:
    with pytest.raises(Failure) as caught:
        explain(small_register(), words(), name)
    assert caught.value.key == "explain-unknown"
    assert f"did you mean “{meant}”?" in words().failure(caught.value)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_everything_that_can_be_explained_is_in_every_language(language: str) -> None:
    corpus, catalogue = small_register(), words(language)
    for name in list_explainable(corpus):
        assert explain(corpus, catalogue, name)


def test_the_overview_holds_all_rules_and_clauses_within_the_width() -> None:
    text = format_overview(small_register(), words())
    assert all(rule.name in text for rule in rules())
    assert "  1.10      2 provisions  Two to four years." in text
    assert max(map(cell_width, text.splitlines())) <= WIDTH


def test_the_handbook_holds_every_manual_page_with_examples_that_markdown_takes_for_code() -> None:
    text = format_handbook(small_register(), words())
    assert text.startswith("<!-- Generated: `make docs`")
    assert all(f"\n### {rule.name}\n" in text for rule in rules())
    assert "\n#### Use instead\n\n    proposed_tenure:" in text


def test_a_manual_page_is_read_by_its_headings() -> None:
    manual = "Fault.\n\n## Why\nBecause\nof it.\n\n## Example\n    a: 1\n\nUse instead\n    a: 2\n"
    found = manual_passages(manual)
    assert [one.heading for one in found] == ["Why", "Example", "Use instead"]
    assert list(found[0].blocks()) == [(False, ("Because", "of it."))]
    assert list(found[2].blocks()) == [(True, ("    a: 2",))]


def test_nothing_of_a_register_steers_the_terminal_or_the_page() -> None:
    bad = "a\x1b[2J\u202e\nb"
    corpus = small_register()
    says = dict.fromkeys(Language, bad)
    hostile = Provision("1.1/" + bad, bad, bad, says, unchecked=says, values={bad: ({"from": bad, bad: [bad]},)})
    corpus.decision.__dict__["provisions"] = {hostile.id: hostile}
    found = trace_provisions(corpus, words())
    texts = (
        explain(corpus, words(), "1.1"),
        format_overview(corpus, words()),
        format_trace(found),
        format_trace_markdown(found),
    )
    assert all(one == "\n" or one.isprintable() for text in texts for one in text)
    assert not [line for text in texts for line in text.splitlines() if line.startswith("b")]
