"""A request was sent to a body directly that is reached only through the Chairmanship.

## Why
Advisory bodies are asked directly, the Council of Eminent Persons "through the CICA
Chairmanship" (CICA decision, clause 1.8). How a body is reached is recorded in
reference/bodies.yaml. What the request says of itself the schema checks; this is about the act
of sending.

## Example
    to: [council-eminent-persons]
    events:
      - {on: 2026-05-04, kind: sent, by: XA, via: [secretariat]}

Use instead
    events:
      - {on: 2026-05-04, kind: sent, by: XA, via: [chairmanship]}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import events_of, read_names
from cica_docs.register.works import works_of
from cica_docs.rules.rule import Violation, violation

MESSAGE = "the {body} was not reached through the {body_forwards}"
HELP = "{if_slip}the request must still be sent through the {body_forwards}; other advisory bodies are asked directly"


def check(corpus: Corpus) -> Iterator[Violation]:
    forwarding = corpus.reference.role("forwards")
    for work in works_of(corpus, "contribution-request"):
        for sent in events_of(work.original):
            if sent.kind != "sent":
                continue
            via = read_names(sent.data.get("via") or work.original.get("/via"))
            for body in read_names(sent.data.get("to") or work.original.get("/to")):
                entry = corpus.reference.entry("body", body)
                guarded = entry.get("kind") == "advisory" and entry.get("route") == forwarding
                if guarded and forwarding not in via:
                    body_names = corpus.reference.names("body", body, sent.on.first)
                    yield violation(sent.document.at(f"{sent.pointer}/via"), judged_on=sent.on.first, body=body_names)
