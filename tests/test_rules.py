"""The laws of rules: a manual page, a provision that exists, and the same words in three languages."""

from collections.abc import Mapping
from dataclasses import replace
from string import Formatter

import pytest

from case import Case, all_cases
from cica_docs.api.checking.check import check
from cica_docs.api.checking.scheduler import split_works
from cica_docs.api.drafting.bodies import Bodies
from cica_docs.documents.corpus import Corpus, read_corpus
from cica_docs.documents.kind import Kinds
from cica_docs.i18n.messages import Catalogue, read_catalogue
from cica_docs.register.open import packaged_templates
from cica_docs.rules.enforcement import enforcements
from cica_docs.rules.rule import Rule, find_rule, rules
from cica_docs.snapshot.packaged import packaged
from cica_docs.values.language import Language

BODIES = Bodies(packaged_templates(), packaged("registry"), packaged("example"), packaged("examples"))
OF_OTHER_BODIES = {
    "action-plan/period-out-of-bounds": "bsec",
    "mandate/appointed-by-another": "guam",
    "mandate/same-state-again": "guam",
    "mandate/shared-unequally": "guam",
    "mandate/term-out-of-bounds": "guam",
}
"""Rules that the shipped decision does not name, each with a body whose decision does."""
TRANSLATIONS = [read_catalogue(packaged_templates(), language) for language in (Language("ru"), Language("kk"))]


def _variants(words: object) -> Mapping[str, str]:
    """A rule's words by variant; one sentence is the variant without a name."""
    if isinstance(words, Mapping):
        return {str(variant): str(pattern) for variant, pattern in words.items()}
    return {"": str(words)} if words else {}


def _fields(pattern: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(pattern) if name}


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_a_rule_has_a_manual_page(rule: Rule) -> None:
    assert rule.statement.endswith("."), "the first line of the docstring is one sentence"
    assert [part for part in ("\n## Why\n", "\n## Example\n", "\nUse instead\n") if part not in rule.manual] == []


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_a_rule_enforces_a_provision_that_exists(rule: Rule, register: Corpus, shipped_kinds: Kinds) -> None:
    body = OF_OTHER_BODIES.get(rule.name)
    decision = (
        read_corpus(BODIES.body(body).register, shipped_kinds, register.as_of).decision if body else register.decision
    )
    grounds = {rule.provision_under(decision, ground) for ground in rule.grounds}
    assert grounds <= set(decision.provisions)


@pytest.mark.parametrize("rule", OF_OTHER_BODIES)
def test_the_shipped_decision_does_not_name_a_rule_of_other_bodies(rule: str, register: Corpus) -> None:
    assert rule not in register.decision.bindings


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_only_house_rules_are_named_by_rules(rule: Rule) -> None:
    assert [id for id in (rule.provision, *rule.also) if id and not id.startswith("house/")] == []


def test_a_rule_that_no_provision_names_does_not_run(register: Corpus) -> None:
    unbound = replace(register, decision=replace(register.decision, file=None))
    bound = {rule.name for rule in rules() if not rule.provision or rule.needs_basis}
    noted = {note.id for note in check(unbound, read_catalogue(packaged_templates(), Language("en"))).rules}
    assert noted == {rule.name for rule in rules()} - bound


@pytest.mark.parametrize("catalogue", TRANSLATIONS, ids=lambda catalogue: catalogue.language.value)
@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_a_rule_says_the_same_in_every_language(rule: Rule, catalogue: Catalogue) -> None:
    translated = catalogue.part("rules").get(rule.name, {})
    for part, english in (("message", rule.message), ("help", rule.help), ("related", rule.related)):
        patterns, translations = _variants(english), _variants(translated.get(part, {}))
        assert patterns.keys() == translations.keys(), f"{part} in templates/locales/{catalogue.language}/messages.yaml"
        for variant, pattern in patterns.items():
            assert _fields(translations[variant]) == _fields(pattern), f"{part} {variant}"


@pytest.mark.parametrize("catalogue", TRANSLATIONS, ids=lambda catalogue: catalogue.language.value)
def test_no_words_are_left_of_a_rule_that_is_gone(catalogue: Catalogue) -> None:
    assert set(catalogue.part("rules")) <= {rule.name for rule in rules()}


@pytest.mark.series(24)
@pytest.mark.parametrize(
    "case",
    [case for case in all_cases() if find_rule(case.rule).scope == "work"],
    ids=lambda case: case.name,
)
def test_a_rule_of_the_scope_work_finds_the_same_in_parts_of_a_register(case: Case) -> None:
    check, corpus = find_rule(case.rule).check, case.corpus
    expected = list(map(repr, check(corpus)))
    for first in (0.2, 0.6):
        parts = split_works(corpus, [first, 1 - first])
        assert [repr(violation) for part in parts for violation in check(part)] == expected


@pytest.mark.parametrize("rule", [rule for rule in rules() if rule.scope == "change"], ids=lambda rule: rule.name)
def test_a_rule_of_the_scope_change_finds_nothing_in_a_register_by_itself(rule: Rule) -> None:
    faulty = [case for case in all_cases() if case.rule == rule.name and case.expected]
    assert faulty, "no case in which it finds anything"
    assert [violation for case in faulty for violation in rule.check(replace(case.corpus, before=None))] == []


def test_nothing_that_is_asked_is_without_what_enforces_it_or_a_reason(register: Corpus) -> None:
    by_provision = enforcements(register)
    unexplained = [
        provision.id
        for provision in register.decision.provisions.values()
        if provision.force not in {"may", "states"}
        and not any(enforcement.finds_absence for enforcement in by_provision.get(provision.id, ()))
        and not any((*provision.unchecked.values(), *provision.not_yet.values()))
    ]
    assert unexplained == []
