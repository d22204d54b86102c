"""The day of a review: that of the act that records it as held, and until then the day that it announces."""

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import Event
from cica_docs.register.standing import standing_acts
from cica_docs.register.works import Work
from cica_docs.values.day import PartialDate, parse_partial_date


def held_act_of(corpus: Corpus, work: Work) -> Event | None:
    """Return the act that records a review as held, if on record by the corpus' day."""
    return next((act for act in standing_acts(corpus, work) if act.kind == "held"), None)


def day_of_review(corpus: Corpus, work: Work) -> PartialDate | None:
    """Return the date of a review, or None if it has none."""
    held = held_act_of(corpus, work)
    return held.on if held else parse_partial_date(str(work.original.get("/held_on") or ""))
