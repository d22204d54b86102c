"""What the Secretariat is given for all Member States it owes to all of them, and nothing else."""

from datetime import date
from pathlib import Path

import pytest

from cica_docs.documents.corpus import read_corpus
from cica_docs.register.obligations.all import obligations
from cica_docs.register.open import packaged_kinds
from cica_docs.snapshot.memory import MemorySnapshot, OverlaySnapshot
from cica_docs.snapshot.worktree import WorktreeSnapshot

CORPUS = Path(__file__).parents[1] / "corpus"
ITEM = "information-item/dry-soils-xb/en.md"
SENT = "  - {on: 2026-10-22, kind: disseminated, by: secretariat, to: all, ref: SWG/1002}\n"


def _owed(*edits: tuple[str, str]) -> list[tuple[str, date, bool]]:
    text = (CORPUS / ITEM).read_text(encoding="utf-8")
    for find, replace in edits:
        assert find in text
        text = text.replace(find, replace)
    snapshot = OverlaySnapshot(WorktreeSnapshot(CORPUS), MemorySnapshot({ITEM: text.encode()}), frozenset())
    corpus = read_corpus(snapshot, packaged_kinds(), date(2026, 12, 1))
    dissemination = (each for each in obligations(corpus) if each.place.path == ITEM)
    return [(each.addressee, each.due, each.discharged is not None) for each in dissemination]


def test_it_is_owed_by_the_day_of_the_settings_and_met_by_sending_it_to_all() -> None:
    assert _owed() == [("secretariat", date(2026, 11, 14), True)]
    assert _owed((SENT, "")) == [("secretariat", date(2026, 11, 14), False)]


@pytest.mark.parametrize(
    ("find", "replace"),
    [
        ("dissemination: all", "dissemination: none"),
        ("handling: open", "handling: restricted"),
        ("by: XB, via: [secretariat], to: [secretariat]", "by: XB, via: [chairmanship], to: all"),
    ],
)
def test_what_is_not_given_to_it_for_all_it_does_not_owe(find: str, replace: str) -> None:
    assert _owed((SENT, ""), (find, replace)) == []
