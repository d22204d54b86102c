"""Comply or explain: a waived finding is counted and does not fail a check, and the page says what is departed from."""

from datetime import date

import pytest

from cica_docs.api.checking.check import check
from cica_docs.api.printing.departures import departures_of
from cica_docs.documents.corpus import Corpus, read_corpus
from cica_docs.documents.kind import Kinds
from cica_docs.i18n.messages import read_catalogue
from cica_docs.register.open import packaged_templates
from cica_docs.register.works import works
from cica_docs.snapshot.memory import MemorySnapshot, OverlaySnapshot
from cica_docs.values.language import Language

PAPER = "concept-paper/environment-2026"
SHORT = """applicability: {from: 2026-07-01, to: 2027-06-30}
waivers:
  - rule: 2.6/period
    reason: {en: A trial period, ru: Пробный период, kk: Сынақ кезеңі}
    by: XA
    until: 2026-12-31
"""


def _corpus(example: Corpus, kinds: Kinds, on: date) -> Corpus:
    text = example.snapshot.read(f"{PAPER}/en.md").decode()
    changed = text.replace("applicability: {from: 2026-07-01, to: 2029-06-30}\n", SHORT)
    assert changed != text
    above = MemorySnapshot({f"{PAPER}/en.md": changed.encode()})
    return read_corpus(OverlaySnapshot(example.snapshot, above), kinds, on)


@pytest.mark.parametrize(
    ("language", "reason"),
    [(Language("en"), "A trial period"), (Language("ru"), "Пробный период"), (Language("kk"), "Сынақ кезеңі")],
)
def test_the_reason_is_given_in_the_readers_language(
    example: Corpus, shipped_kinds: Kinds, language: Language, reason: str
) -> None:
    corpus = _corpus(example, shipped_kinds, date(2026, 12, 1))
    report = check(corpus, read_catalogue(packaged_templates(), language), select=["concept-paper"])
    assert [(finding.rule, finding.waived) for finding in report.findings] == [
        ("concept-paper/period-out-of-bounds", reason)
    ]
    assert (report.waived, report.status) == (1, 0)
    (printed,) = departures_of(corpus, works(corpus)[PAPER], language)
    assert (printed.clause, printed.reason, printed.by, printed.until) == ("2.6", reason, "XA", "2026-12-31")


def test_a_waiver_that_has_run_out_counts_no_more_and_is_not_printed(example: Corpus, shipped_kinds: Kinds) -> None:
    corpus = _corpus(example, shipped_kinds, date(2027, 1, 1))
    report = check(
        corpus, read_catalogue(packaged_templates(), Language("en")), select=["concept-paper/period-out-of-bounds"]
    )
    assert [finding.waived for finding in report.findings] == [""]
    assert departures_of(corpus, works(corpus)[PAPER], Language("en")) == ()
