"""The cases of how a thing is written and of what it names, taken together: sixty and more mutations of the example."""

import re
from collections.abc import Iterator

import pytest

from case import Case, all_cases
from cica_docs.documents.corpus import Corpus
from cica_docs.rules.rule import Violation, rules

GROUPS = ("form", "reference")
HEAD = re.compile(
    r"(?P<path>\S.*?):(?P<line>[1-9][0-9]*):(?P<column>[1-9][0-9]*): \S+\[(?P<rule>[a-z/-]+)\]: .+\(.+\)(?: · .+)?"
)
_MOST = 1_000_000
KINDS = {"decision", "note-verbale", "mandate", "notice", "concept-paper", "action-plan", "reference"}


def _firing() -> list[Case]:
    return [case for case in all_cases() if case.expected]


def test_there_are_sixty_mutations_and_more_over_every_kind() -> None:
    heads = [HEAD.match(case.expected) for case in _firing()]
    assert len(heads) >= 60
    assert KINDS - {match["path"].partition("/")[0] for match in heads if match} == set()


@pytest.mark.parametrize("case", _firing(), ids=lambda case: case.name)
def test_a_finding_names_file_line_column_rule_and_clause(case: Case) -> None:
    heads = [line for line in case.expected.splitlines() if not line.startswith(" ")]
    matches = [HEAD.fullmatch(head) for head in heads]
    assert all(matches)
    assert {match["rule"] for match in matches if match} == {case.rule}
    assert {match["path"] for match in matches if match} <= set(_paths_of(case.corpus))


def _paths_of(corpus: Corpus) -> Iterator[str]:
    """The paths that a finding may name: in the register, and in its repository what the change touches there."""
    snapshot = corpus.snapshot
    for path in (*snapshot.paths(), *snapshot.refused):
        yield path
        yield snapshot.prefix + path
    if corpus.before is not None:  # what the change takes away
        yield from corpus.before.snapshot.paths()
    if corpus.change is not None:
        yield from (path.path for path in corpus.change.paths)
        yield from corpus.change.clashes
        yield from (folder or "HEAD" for folder in corpus.change.bare)
        yield from (file.path for file in corpus.change.passing(_MOST)) if corpus.change.passing else ()


_UNFOUNDED = {"reference/amendment-unfounded"}
TWO_FAULTS = {
    # A review that was held, of which nothing but a placeholder is written.
    "form/placeholder-left/of-a-review-held": {"form/section-empty", "form/section-missing"},
    # Amendments by a decision that is not on record, which is another fault than the one that the case is about.
    "form/schema/amendment-by-nobody": _UNFOUNDED,
    "form/schema/amendment-of-an-unknown-part": _UNFOUNDED,
    "form/schema/amendment-of-nothing": _UNFOUNDED,
    "form/schema/field-of-a-provision-amended-before": _UNFOUNDED,
    "form/schema/field-of-a-provision-repealed-later": _UNFOUNDED,
    "form/section-missing/asked-for-until-the-day-after-the-approval": _UNFOUNDED,
    "reference/provision-overwritten/said-to-be-new": _UNFOUNDED,
    "reference/provision-overwritten/said-to-be-new-in-kazakh": _UNFOUNDED,
    "reference/provision-overwritten/said-to-be-new-in-russian": _UNFOUNDED,
    # What was taken out is missing, and a decision that changed the provision is not found in it.
    "reference/provision-overwritten/an-amendment-taken-out": {"reference/amendment-missing"},
    # A text that was read has provisions: their list is empty and the field that would allow it is gone.
    "form/schema/provisions-of-a-text-that-was-read": {"reference/provisions-missing"},
    "reference/provisions-missing/emptied": {"form/schema"},
}


@pytest.mark.series(10)
@pytest.mark.parametrize(
    "case", [case for case in _firing() if case.rule.startswith(GROUPS)], ids=lambda case: case.name
)
def test_a_fault_is_told_by_one_rule_alone(case: Case) -> None:
    assert {name for name, _ in _told_by_others(case)} == TWO_FAULTS.get(case.name, set())


def _told_by_others(case: Case) -> Iterator[tuple[str, Violation]]:
    corpus = case.corpus
    for rule in rules():
        if rule.name.startswith(GROUPS) and rule.name != case.rule:
            yield from ((rule.name, violation) for violation in rule.check(corpus))
