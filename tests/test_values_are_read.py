"""A number of a decision that nothing reads is an empty promise.

All are read while the worked example is checked, or else in a case of a rule that the provision of the number names.
"""

from pathlib import Path

import pytest

from body_example import BODIES, begin_example
from case import all_cases
from cica_docs.api.checking.check import does_run
from cica_docs.documents.corpus import Corpus, read_corpus
from cica_docs.documents.kind import Kinds
from cica_docs.documents.recorded import record_reads
from cica_docs.register.obligations.all import obligations
from cica_docs.rules.rule import find_rule, rules
from cica_docs.snapshot.worktree import WorktreeSnapshot
from small_register import DAY, small_register


def unread(corpus: Corpus) -> set[str]:
    """The names of values that neither a rule nor the table of obligations asks for."""
    recorded, trail = record_reads(corpus)
    for rule in rules():
        if does_run(corpus, rule):
            list(rule.check(recorded))
    obligations(recorded)
    read = {value.name for value in trail.values}
    return {
        name
        for provision in corpus.decision.provisions.values()
        for name in provision.values
        if name not in read and name not in read_in_cases({rule.partition(":")[0] for rule in provision.enforced_by})
    }


def read_in_cases(names: set[str]) -> set[str]:
    """The names of values that rules ask for in their cases."""
    read: set[str] = set()
    for case in all_cases():
        rule = find_rule(case.rule)
        if rule is not None and rule.name in names:
            recorded, trail = record_reads(case.corpus)
            list(rule.check(recorded))
            read |= {value.name for value in trail.values}
    return read


def test_every_value_of_the_decision_is_read(example: Corpus) -> None:
    assert any(provision.values for provision in example.decision.provisions.values())
    assert unread(example) == set()


@pytest.mark.parametrize("body", BODIES)
def test_every_value_of_another_decision_is_read(
    body: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shipped_kinds: Kinds
) -> None:
    begin_example(body, tmp_path, monkeypatch)
    assert unread(read_corpus(WorktreeSnapshot(Path("registry"), "registry/"), shipped_kinds, DAY)) == set()


def test_a_value_that_nothing_reads_is_seen() -> None:
    provisions = """\
provisions:
  - id: 3.2/yearly
    force: will
    addressee: soc
    says: {en: Once a year.}
    values: {idle: [{from: 2023-05-13, per_year: 1}]}
"""
    assert unread(small_register({"decision/modalities/provisions.yaml": provisions})) == {"idle"}
