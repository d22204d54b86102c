"""What clauses 1.1 and 1.6 leave free: whoever holds no role may begin an activity, and nobody need make a plan."""

from datetime import date

import pytest

from cica_docs.api.checking.check import check
from cica_docs.documents.corpus import Corpus, read_corpus
from cica_docs.documents.kind import Kinds
from cica_docs.i18n.messages import read_catalogue
from cica_docs.register.mandates.service import may_serve
from cica_docs.register.open import packaged_templates
from cica_docs.snapshot.memory import MemorySnapshot, OverlaySnapshot
from cica_docs.values.day import parse_partial_date
from cica_docs.values.language import Language

BYSTANDER = "XE"
PLAN = "action-plan/environment-2026/en.md"
ITEM = "information-item/dry-soils-xb/en.md"
CHANGES = {
    PLAN: [("organizer: XC", f"organizer: {BYSTANDER}")],
    ITEM: [("provided_by: [XB]", f"provided_by: [{BYSTANDER}]"), ("by: XB", f"by: {BYSTANDER}")],
}


@pytest.fixture(scope="module")
def changed(example: Corpus, shipped_kinds: Kinds) -> Corpus:
    """The worked example in which a state without any role holds an activity and gives information."""
    files = {}
    for path, edits in CHANGES.items():
        content = example.snapshot.read(path).decode()
        for find, replace in edits:
            assert find in content, path
            content = content.replace(find, replace)
        files[path] = content.encode()
    return read_corpus(OverlaySnapshot(example.snapshot, MemorySnapshot(files)), shipped_kinds, date(2026, 12, 1))


def test_the_state_has_no_role_anywhere(changed: Corpus) -> None:
    today = parse_partial_date(changed.as_of.isoformat())
    assert today is not None
    assert not any(may_serve(changed, BYSTANDER, area, today) for area in changed.reference.all("area"))


@pytest.mark.parametrize("path", CHANGES)
def test_no_rule_asks_for_a_role(changed: Corpus, path: str) -> None:
    report = check(changed, read_catalogue(packaged_templates(), Language("en")), paths=[path])
    assert [(finding.rule, finding.message) for finding in report.findings if finding.clause == "1.1"] == []
    asking = [finding for finding in report.findings if BYSTANDER in finding.excerpt or "Elsara" in finding.message]
    assert [(finding.rule, finding.message) for finding in asking] == []


def test_no_rule_asks_for_an_action_plan(example: Corpus, shipped_kinds: Kinds) -> None:
    """Clause 1.6: a plan may be prepared; an approved paper without one is never a finding."""
    gone = frozenset(path for path in example.snapshot.paths() if path.startswith("action-plan/"))
    letters = frozenset(path for path in example.snapshot.paths() if path.startswith("note-verbale/"))
    without = OverlaySnapshot(example.snapshot, MemorySnapshot({}), gone | letters)
    corpus = read_corpus(without, shipped_kinds, date(2026, 12, 1))
    report = check(corpus, read_catalogue(packaged_templates(), Language("en")), paths=["concept-paper"])
    assert gone
    assert [(finding.rule, finding.message) for finding in report.findings] == []
