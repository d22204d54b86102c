"""A statement names as its enforcement only rules that cite it: a case of each shows its clause and its force."""

import pytest

from case import all_cases
from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.messages import read_catalogue
from cica_docs.register.open import packaged_templates
from cica_docs.rules.rule import find_rule
from cica_docs.values.language import Language
from cica_docs.values.provision import Provision
from cica_docs.views.provisions import Clauses


@pytest.fixture(scope="module")
def found() -> dict[str, str]:
    """What each rule finds in all of its cases."""
    by_rule: dict[str, str] = {}
    for case in all_cases():
        by_rule[case.rule] = by_rule.get(case.rule, "") + case.expected
    return by_rule


def uncited(corpus: Corpus, provisions: list[Provision], found: dict[str, str]) -> list[tuple[str, str]]:
    """The provisions, and the rules named there, of which no case cites the clause with its force."""
    clauses = Clauses(corpus, read_catalogue(packaged_templates(), Language("en")))
    return [
        (provision.id, rule)
        for provision in provisions
        for rule in (name.partition(":")[0] for name in provision.enforced_by)
        if find_rule(rule)
        and f"({clauses.clause_name_of(provision.clause)}, {clauses.force_of(provision)})" not in found[rule]
    ]


def test_every_rule_cites_the_statements_that_name_it(register: Corpus, found: dict[str, str]) -> None:
    provisions = [provision for provision in register.decision.provisions.values() if not provision.is_house_rule]
    assert sum(len(provision.enforced_by) for provision in provisions) > 100
    assert uncited(register, provisions, found) == []


def test_a_rule_that_cites_another_clause_is_seen(register: Corpus, found: dict[str, str]) -> None:
    foreign = Provision("1.6/action-plan", "may", "coordinator", {}, enforced_by=("mandate/tenure-out-of-bounds",))
    assert uncited(register, [foreign], found) == [("1.6/action-plan", "mandate/tenure-out-of-bounds")]
