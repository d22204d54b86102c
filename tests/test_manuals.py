"""The manual pages of rules are there in every language, and render the English pages as they are now."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from cica_docs.rules.manual import Manual, manual_of
from cica_docs.rules.rule import Rule, rules
from cica_docs.rules.translated_manual import digest_of, paragraphs_of, read_manuals, remarks_of, translated_manual
from cica_docs.values.language import SOURCE_LANGUAGE, Language

OTHERS = [language for language in Language if language != SOURCE_LANGUAGE]
_CODE = re.compile(r"`[^`]+`")


def _faults(rule: Rule, language: Language) -> Iterator[str]:
    """Yield what is wrong with the translation of a manual page."""
    english = manual_of(rule.manual)
    group, _, name = rule.name.partition("/")
    page = read_manuals(language, group).get(name)
    if page is None:
        yield "is not translated"
        return
    if page["translates"] != digest_of(english):
        yield f'renders an earlier page: bring it in step, then write translates: "{digest_of(english)}"'
    if len(page["paragraphs"]) != len(paragraphs_of(english)):
        yield "has other paragraphs"
    if missing := set(remarks_of(english)) - set(page.get("remarks", {})):
        yield f"lacks the remarks {sorted(missing)}"
    yield from (
        f"has the remark “{remark}” of no example" for remark in page.get("remarks", {}) if remark not in rule.manual
    )
    if lost := _codes(english) - _codes(translated_manual(rule, language)):
        yield f"lacks {sorted(lost)}"


def _codes(manual: Manual) -> set[str]:
    return {code for text in (manual.statement, *paragraphs_of(manual)) for code in _CODE.findall(text)}


@pytest.mark.parametrize("language", OTHERS)
def test_each_page_is_translated_from_the_page_as_it_is(language: Language) -> None:
    begun = [rule for rule in rules() if read_manuals(language, rule.name.partition("/")[0])]
    assert [f"{rule.name} {fault}" for rule in begun for fault in _faults(rule, language)] == []


@pytest.mark.parametrize("language", OTHERS)
def test_no_page_is_left_of_a_rule_that_is_gone(language: Language) -> None:
    groups = {rule.name.partition("/")[0] for rule in rules()}
    pages = {f"{group}/{name}" for group in groups for name in read_manuals(language, group)}
    assert sorted(pages - {rule.name for rule in rules()}) == []


def test_a_translation_of_an_earlier_page_is_not_shown() -> None:
    rule = next(rule for rule in rules() if rule.name == "approval/act-missing")
    changed = replace(rule, manual=rule.manual.replace("proves an act", "proves nothing"))
    language = OTHERS[0]
    assert translated_manual(rule, language).statement != rule.statement
    assert translated_manual(changed, language) == manual_of(changed.manual)


def test_examples_stay_and_their_remarks_are_translated() -> None:
    rule = next(rule for rule in rules() if rule.name == "approval/act-missing")
    for language in OTHERS:
        example = next(
            passage for passage in translated_manual(rule, language).passages if passage.heading == "example"
        )
        code, _, remark = example.lines[0].partition(" # ")
        assert code.strip() == "registry/concept-paper/tourism-2027/approved-2027-06-24.txt"
        assert remark
        assert remark not in rule.manual
