"""Questions that the decision leaves open, and this register's answers."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from cica_docs.documents.corpus import Corpus
from cica_docs.values.day import parse_day
from cica_docs.values.language import SOURCE_LANGUAGE

# Defaults for registers that do not set them; docs/reference/open-questions.md gives the reasons.
ANSWERS: Mapping[str, Any] = {
    "annual-review": "calendar",
    "paper-extension": "",
    "notice-lead-days": 0,
    "completion-report-days": 0,
    "acting-duties": [],
    "recommendation-to-swg": "warned",
    "appointed-tenure": "noted",
    "third-party": "others",
    "issuance": "circulation",
    "withdrawn-draft": "stops",
    "silence-procedure": "accepted",
    "dimension-mandates": "whole",
    "retroactivity": "",
    "authentic-languages": [SOURCE_LANGUAGE.value],
    "handover-days": 1,
}


def setting(corpus: Corpus, question: str) -> Any:
    """Return the register's setting if its type matches the default's, else the default."""
    default = ANSWERS[question]
    settings = corpus.decision.house
    value = settings.front.get(f"/open_questions/{question}/value") if settings else None
    return value if type(value) is type(default) else default


def is_noted(corpus: Corpus) -> bool:
    """Whether a tenure decided otherwise than it was asked for is reported."""
    return bool(setting(corpus, "appointed-tenure") == ANSWERS["appointed-tenure"])


def is_answered(corpus: Corpus, question: str, answers: tuple[str, ...]) -> bool:
    """Whether the answer to an open question is one of these, or a list that holds one; no other question is."""
    answer = setting(corpus, question) if question in ANSWERS else ()
    return bool({str(each) for each in (answer if isinstance(answer, list | tuple) else (answer,))} & set(answers))


def days_setting(corpus: Corpus, question: str) -> int:
    """Return a setting that is a number of days, at least 0."""
    return max(int(setting(corpus, question)), 0)


def applies_from(corpus: Corpus, provision: str = "") -> date:
    """Return the first day whose acts are judged by the text of a provision: once it is adopted, no day before that.

    Without a provision it is the decision. The setting is about the decision alone.
    """
    adopted = corpus.decision.standing_of(provision).adopted_on or date.min
    if corpus.decision.further_text(provision):
        return adopted
    return max(parse_day(str(setting(corpus, "retroactivity"))) or date.min, adopted)


def is_bound(corpus: Corpus, on: date, provision: str = "") -> bool:
    """Whether an act of a day is judged by the text of a provision, by default the decision; none is retroactive."""
    return on >= applies_from(corpus, provision)
