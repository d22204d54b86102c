import json

import pytest

from cica_docs.documents.corpus import Corpus
from cica_docs.rules.enforcement import enforcements
from cica_docs.rules.rule import rules
from cica_docs.views.trace import format_trace, format_trace_json, format_trace_markdown, trace_provisions
from small_register import small_register, words


def test_every_provision_is_traced_in_the_order_of_the_decision_and_then_of_the_house() -> None:
    corpus = small_register()
    assert [row.provision.id for row in trace_provisions(corpus, words()).rows] == list(corpus.decision.provisions)


def test_rules_fields_and_sections_stand_behind_provisions() -> None:
    behind = enforcements(small_register())
    assert [str(one) for one in behind["1.10/tenure"]] == ["mandate/tenure-out-of-bounds"]
    assert "concept-paper {#rationale}" in map(str, behind["2.2/rationale"])
    (field,) = behind["1.10/proposed-tenure"][:1]
    assert (field.by, field.where, field.keyword) == ("schema", "notice", "required")
    assert field.what.endswith("/required/proposed_tenure")


def test_a_section_that_may_be_left_out_does_not_enforce_what_asks_for_it(register: Corpus) -> None:
    rows = {row.provision.id: row for row in trace_provisions(register, words()).rows}
    assert [one.by for one in rows["2.2/guidance"].enforced_by] == ["optional"]
    assert rows["2.2/guidance"].coverage == "unchecked"
    assert rows["2.2/rationale"].coverage == "enforced"


def test_the_counts_add_up() -> None:
    counts = json.loads(format_trace_json(trace_provisions(small_register(), words())))["counts"]
    assert counts == {"provisions": 7, "enforced": 3, "unchecked": 1, "free": 1, "nothing": 2, "open_duties": 1}


def test_json_holds_all_languages_and_says_what_is_behind() -> None:
    found = json.loads(format_trace_json(trace_provisions(small_register(), words("kk"))))
    tenure = next(one for one in found["provisions"] if one["id"] == "1.10/tenure")
    assert found["version"] == 1
    assert tenure["says"]["ru"] == "От двух до четырех лет."
    assert tenure["values"] == {"tenure": [{"from": "2023-05-13", "years": [2, 4]}]}
    assert tenure["behind"] == [{"by": "rule", "where": "mandate/tenure-out-of-bounds", "what": "", "keyword": ""}]


def test_the_table_has_one_provision_a_line() -> None:
    lines = format_trace(trace_provisions(small_register(), words())).splitlines()
    assert lines[0].split() == ["Provision", "Force", "Addressee", "What", "stands", "behind", "it"]
    assert sum(line.startswith("1.10/") for line in lines) == 2
    assert "7 provisions: 3 with something behind them, 1 not checked for a stated reason" in "\n".join(lines)


def test_markdown_has_a_table_for_each_clause_and_no_text_can_break_it() -> None:
    provisions = "provisions:\n  - {id: 1.1/x, force: may, addressee: soc, says: {en: 'a | b <img> `c`'}}\n"
    text = format_trace_markdown(
        trace_provisions(small_register({"decision/modalities/provisions.yaml": provisions}), words())
    )
    assert text.startswith("<!-- Generated: `make docs`")
    assert "\n## Clause 1.1\n\n| Provision | Force |" in text
    assert r"| a \| b \<img\> \`c\` |" in text


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_form_is_in_every_language(language: str) -> None:
    found = trace_provisions(small_register(), words(language))
    assert format_trace(found)
    assert format_trace_markdown(found)


def test_whatever_is_behind_a_provision_of_the_register_cites_one_that_exists(register: Corpus) -> None:
    assert set(enforcements(register)) <= set(register.decision.provisions)
    assert {rule.provision for rule in rules()} <= set(register.decision.provisions)
