"""The Chairmanship was consulted after the expert meeting had been convened.

## Why
Expert meetings are convened "in consultation with the CICA Chairmanship" (CICA decision,
clause 1.7), which comes before the invitation. Where the consultation is not recorded at all,
the schema tells.

## Example
    chairmanship_consulted_on: 2026-04-10
    events:
      - {on: 2026-04-02, kind: convened, by: XA, to: all}

Use instead
    chairmanship_consulted_on: 2026-03-30
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import events_of
from cica_docs.register.works import works_of
from cica_docs.rules.rule import RelatedPlace, Violation, violation
from cica_docs.values.day import parse_partial_date

MESSAGE = "the {body_forwards} was consulted on {consulted}, after the meeting was convened on {convened}"
HELP = "{if_slip}it stays so on record; before the next meeting, consult the {body_forwards} first"
RELATED = {"": "the meeting is convened here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for work in works_of(corpus, "expert-meeting"):
        consulted = parse_partial_date(str(work.original.get("/chairmanship_consulted_on") or ""))
        convened = next((event for event in events_of(work.original) if event.kind == "convened"), None)
        if consulted and convened and consulted.first > convened.on.last:
            place = work.original.at("/chairmanship_consulted_on")
            related_place = RelatedPlace(convened.place, "")
            yield violation(
                place, judged_on=convened.on.first, related=(related_place,), consulted=consulted, convened=convened.on
            )
