"""A contribution is asked of a body that does not advise.

## Why
In the CICA decision contributions are asked of Member States and of advisory bodies (clause 1.8), such as
the Business Council. Governing and working bodies decide and prepare; they are addressed otherwise. The
kinds of bodies are in reference/bodies.yaml. Whoever passes a request on may be named in the act of sending.

## Example
    to: [summit]

Use instead
    to: [business-council]
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import events_until, read_names
from cica_docs.register.initiatives import first_day_of
from cica_docs.register.works import Work, works_of
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.span import Place

MESSAGE = "the {body} is no advisory body"
HELP = "{if_slip}it remains open whether it can contribute; advisory bodies are {advisory}"

_ADVISORY = "advisory"


def check(corpus: Corpus) -> Iterator[Violation]:
    bodies = corpus.reference.all("body")
    advisory = tuple(id for id, entry in bodies.items() if entry.get("kind") == _ADVISORY)
    passing_on = {corpus.reference.role("forwards"), corpus.reference.role("circulates")}
    for work in works_of(corpus, "contribution-request"):
        day = first_day_of(corpus, work)
        for body, place in _addressees(corpus, work):
            if body in bodies and body not in advisory and body not in passing_on:
                yield violation(place, judged_on=day, body=corpus.reference.names("body", body, day), advisory=advisory)


def _addressees(corpus: Corpus, work: Work) -> Iterator[tuple[str, Place]]:
    """Yield the addressees of a request, and those of its acts that it does not name itself, with their places."""
    named = read_names(work.original.get("/to"))
    for index, name in enumerate(named):
        yield name, work.original.at(f"/to/{index}")
    for act in events_until(corpus, work.original):
        for name in read_names(act.data.get("to")):
            if name not in named:
                yield name, work.original.at(f"{act.pointer}/to")
