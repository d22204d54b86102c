"""Which documents revise, correct or add to another, by their symbols."""

from datetime import date

import pytest

from cica_docs.documents.corpus import Corpus, read_corpus
from cica_docs.register.open import packaged_kinds
from cica_docs.register.papers.forms import form_of, independent_works_of
from cica_docs.register.record.amending import amending_symbols
from cica_docs.register.works import works
from cica_docs.snapshot.memory import MemorySnapshot
from cica_docs.values.revision import Form

PAPER = "SOC/2026-II/INF/3"
ISSUED = "{on: 2026-04-06, kind: issued, by: XA}"
APPROVED = "{on: 2026-06-24, kind: approved, by: soc}"


def _register(*documents: tuple[str, str]) -> Corpus:
    files = {"reference/settings.yaml": b"languages: [en]\noriginal: en\n"}
    for number, (symbol, act) in enumerate(documents):
        text = f"---\ntitle: Paper {number}\nsymbol: {symbol}\narea: tourism\nevents:\n  - {act}\n---\n\nText.\n"
        files[f"concept-paper/paper-{number}/en.md"] = text.encode()
    return read_corpus(MemorySnapshot(files), packaged_kinds(), date(2026, 12, 1))


@pytest.mark.parametrize(
    ("other", "act", "is_amending"),
    [
        (f"{PAPER}/Corr.1", APPROVED, True),
        (f"{PAPER}/Add.2", APPROVED, True),
        (f"{PAPER}/Rev.1", APPROVED, True),
        (f"{PAPER}/Corr.1", ISSUED, False),
        (f"{PAPER}/Rev.1/Corr.1", APPROVED, False),
        ("SOC/2026-II/INF/33/Corr.1", APPROVED, False),
        ("SOC/2026-II/INF/4", APPROVED, False),
    ],
)
def test_a_document_is_changed_by_those_of_its_symbol(other: str, act: str, is_amending: bool) -> None:
    corpus = _register((PAPER, APPROVED), (other, act))
    expected = (other,) if is_amending else ()
    assert amending_symbols(corpus, works(corpus)["concept-paper/paper-0"]) == expected


def test_a_corrigendum_of_a_revision_changes_the_revision() -> None:
    corpus = _register((f"{PAPER}/Rev.1", APPROVED), (f"{PAPER}/Rev.1/Corr.1", APPROVED))
    assert amending_symbols(corpus, works(corpus)["concept-paper/paper-0"]) == (f"{PAPER}/Rev.1/Corr.1",)


@pytest.mark.parametrize(
    ("symbol", "form"),
    [
        (PAPER, None),
        (f"{PAPER}/Rev.1", Form.REVISION),
        (f"{PAPER}/Rev.1/Corr.2", Form.CORRIGENDUM),
        (f"{PAPER}/Add.1", Form.ADDENDUM),
    ],
)
def test_a_symbol_says_what_a_document_is_to_another(symbol: str, form: Form | None) -> None:
    corpus = _register((symbol, APPROVED))
    assert form_of(works(corpus)["concept-paper/paper-0"]) is form
    independent = [] if form in {Form.CORRIGENDUM, Form.ADDENDUM} else ["paper-0"]
    assert [work.id for work in independent_works_of(corpus, "concept-paper")] == independent
