"""A value of a provision that is no number is a finding, and no fault of whatever counts by it."""

import re
from pathlib import Path

import pytest

from cica_docs.api.checking.check import check
from cica_docs.documents.corpus import Corpus, read_corpus
from cica_docs.i18n.messages import read_catalogue
from cica_docs.register.obligations.all import obligations
from cica_docs.register.open import packaged_kinds, packaged_templates
from cica_docs.snapshot.memory import MemorySnapshot, OverlaySnapshot
from cica_docs.snapshot.worktree import WorktreeSnapshot
from cica_docs.values.language import Language
from conftest import DAY

CORPUS = Path(__file__).parent.parent / "corpus"
PROVISIONS = "decision/cbm-modalities/provisions.yaml"
TEXT = (CORPUS / PROVISIONS).read_text(encoding="utf-8")
VALUES = re.findall(r"(?:months|years|per_year): (?:\[[^\]]*\]|[0-9]+)", TEXT)
ODD = ["abc", "null", "[]", "[1]", "[1, 2, 3]", "{a: 1}", "true", "1.5", '"2"', "-5", "9" * 12, "9" * 400, "[a, b]"]
FAR = ["[true, false]", "[4, 2]", "[null, 4]", f"[0, {'9' * 30}]"]


def _corpus(value: str, odd: str) -> Corpus:
    changed = TEXT.replace(value, f"{value.partition(':')[0]}: {odd}")
    above = MemorySnapshot({PROVISIONS: changed.encode()})
    return read_corpus(OverlaySnapshot(WorktreeSnapshot(CORPUS), above), packaged_kinds(), DAY)


def test_there_are_values_to_change() -> None:
    assert {value.partition(":")[0] for value in VALUES} >= {"months", "years"}


@pytest.mark.series(5)
@pytest.mark.parametrize("odd", [*ODD, *FAR])
@pytest.mark.parametrize("value", sorted(set(VALUES)))
def test_it_is_found_and_all_else_goes_on(value: str, odd: str) -> None:
    corpus = _corpus(value, odd)
    assert all(obligation.due for obligation in obligations(corpus))
    found = ["form/schema", "form/unreadable", "reference/unknown-name"]
    select = [*found, "mandate/tenure-out-of-bounds", "concept-paper/period-out-of-bounds"]
    report = check(corpus, read_catalogue(packaged_templates(), Language("en")), select=select)
    assert {finding.path for finding in report.findings if finding.rule.startswith("form/")} <= {PROVISIONS}
    is_fit = re.fullmatch(r"[1-9][0-9]{0,11}" if "[" not in value else r"\[4, 2\]", odd)
    if not is_fit:
        # A span of an obligation may also name a value, so a word there is a name that does not exist.
        assert {finding.rule for finding in report.findings} & set(found)
