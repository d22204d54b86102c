"""Questions that the decision leaves open, and how this register answers them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from cica_docs.documents.corpus import Corpus
from cica_docs.values.day import parse_day

# What holds where a register does not say; docs/reference/open-questions.md lists them with their reasons.
ANSWERS: Mapping[str, Any] = {
    "annual-review": "calendar",
    "paper-extension": "soc",
    "notice-lead-days": 30,
    "completion-report-days": 90,
    "acting-duties": [],
    "recommendation-to-swg": "warned",
    "appointed-tenure": "noted",
    "third-party": "others",
    "issuance": "circulation",
    "withdrawn-draft": "stops",
    "silence-procedure": "accepted",
    "dimension-mandates": "whole",
    "retroactivity": "2023-05-13",
    "authentic-languages": ["en"],
    "handover-days": 1,
}


def setting(corpus: Corpus, question: str) -> Any:
    """How an open question is answered: by the settings in a form like that of our own answer, else by ours."""
    ours = ANSWERS[question]
    house = corpus.decision.house
    found = house.front.get(f"/open_questions/{question}/value") if house else None
    return found if type(found) is type(ours) else ours


def days_setting(corpus: Corpus, question: str) -> int:
    """An answer that is a number of days, not below zero."""
    return max(int(setting(corpus, question)), 0)


def applies_from(corpus: Corpus) -> date:
    """The first day whose acts are judged by the decision."""
    return parse_day(str(setting(corpus, "retroactivity"))) or date.min


def is_bound(corpus: Corpus, on: date) -> bool:
    """Whether an act of a day is judged by the decision; it does not reach back."""
    return on >= applies_from(corpus)


def owes_when_acting(corpus: Corpus, clause: str) -> bool:
    """Whether an acting Coordinator owes what a clause asks of a Coordinator."""
    return clause in setting(corpus, "acting-duties")
