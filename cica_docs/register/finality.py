"""The day on which a work became final, for which its facts are judged."""

from cica_docs.documents.corpus import Corpus
from cica_docs.register.lifecycle import lifecycles
from cica_docs.register.standing import standing_acts
from cica_docs.register.works import Work
from cica_docs.values.day import PartialDate, parse_partial_date

_FINAL = "approved"


def day_of_finality(corpus: Corpus, work: Work) -> PartialDate | None:
    """Return the day of the act that made a work final, that of its last act if it ended otherwise, else today."""
    acts = standing_acts(corpus, work)
    final = next((act for act in acts if work.kind.stages.get(act.kind) == _FINAL), None)
    if final:
        return final.on
    is_open = lifecycles(corpus)[work.name].is_draft
    return acts[-1].on if acts and not is_open else parse_partial_date(corpus.as_of.isoformat())
