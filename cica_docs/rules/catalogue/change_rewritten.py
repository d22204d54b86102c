"""A change alters or removes an act on a measure or priority area that was on record before it.

## Why
When a measure was introduced, by whom and how that was decided is on record for all (CICA decision,
clause 3.1), and papers of earlier days rest on it. What was recorded wrongly is put right in the entry,
and `corrected` keeps what stood there, with the day, the body and the reason.

## Example
    introduced: {on: 2021-02-15, by: soc, decided: silence}      # 2021-01-15 before this change

Use instead
    introduced: {on: 2021-02-15, by: soc, decided: silence}
    corrected:
      - on: 2026-09-01
        by: secretariat
        was: {introduced: {on: 2021-01-15, by: soc, decided: silence}}
        reason: {en: …, ru: …, kk: …}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.yaml.scalar import write_flow
from cica_docs.register.record.catalogue_acts import rewritten_catalogue_acts
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/lasting-record"
SCOPE = "change"
MESSAGE = {
    "": "`{change}` of {name} was on record before this change as {was}",
    "gone": "{name} was on record before this change with acts of its own and is there no more",
}
HELP = {
    "": "put it back; if it was recorded wrongly, add to the entry: corrected: [{correction}]",
    "gone": "put it back; a measure or area is taken out of the Catalogue by an act (`withdrawn`)",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for act in rewritten_catalogue_acts(corpus):
        keeper = corpus.reference.role("circulates")
        reason = dict.fromkeys(corpus.languages, "…")
        yield violation(
            act.place,
            variant="" if act.change else "gone",
            change=act.change,
            name=act.name,
            was=write_flow(act.was),
            correction=write_flow(
                {"on": corpus.as_of.isoformat(), "by": keeper or "…", "was": {act.change: "{…}"}, "reason": reason}
            ),
        )
