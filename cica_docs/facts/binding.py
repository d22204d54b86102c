"""Which acts the decision speaks of: those since the day from which its values count, unless the setting says all."""

from datetime import date

from cica_docs.documents.corpus import Corpus
from cica_docs.facts.fact import fact
from cica_docs.values.day import partial_date


@fact
def binding_since(corpus: Corpus) -> date:
    """The first day whose acts are judged: that of the earliest dated value; the beginning of time where all are."""
    questions = corpus.reference.settings.get("open_questions")
    entry = questions.get("retroactivity") if isinstance(questions, dict) else None
    if isinstance(entry, dict) and entry.get("value") == "all":
        return date.min
    days = [
        when.first
        for provision in corpus.decision.provisions.values()
        for dated in provision.values.values()
        for value in dated
        if (when := partial_date(str(value.get("from") or "")))
    ]
    return min(days, default=date.min)


def is_bound(corpus: Corpus, on: date) -> bool:
    """Whether an act of a day is judged."""
    return on >= binding_since(corpus)
