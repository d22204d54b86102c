"""A contribution is asked of a body that does not advise, or of a state that is no Member State.

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

MESSAGE = {"": "the {body} is no advisory body", "state": "{body} was not a Member State on {day}"}
HELP = {
    "": "{if_slip}it remains open whether it can contribute; advisory bodies are {advisory}",
    "state": "{if_slip}it remains open whether it can contribute; memberships are in reference/states.yaml",
}

_ADVISORY = "advisory"


def check(corpus: Corpus) -> Iterator[Violation]:
    bodies = corpus.reference.all("body")
    advisory = tuple(id for id, entry in bodies.items() if entry.get("kind") == _ADVISORY)
    states = corpus.reference.all("state")
    passing_on = {corpus.reference.role("forwards"), corpus.reference.role("circulates")}
    for work in works_of(corpus, "contribution-request"):
        day = first_day_of(corpus, work)
        for name, place in _addressees(corpus, work):
            if name in bodies and name not in advisory and name not in passing_on:
                body, variant = corpus.reference.names("body", name, day), ""
            elif name in states and not corpus.reference.is_member(name, day):
                body, variant = corpus.reference.names("state", name, day), "state"
            else:
                continue
            yield violation(place, variant=variant, judged_on=day, body=body, advisory=advisory, day=day)


def _addressees(corpus: Corpus, work: Work) -> Iterator[tuple[str, Place]]:
    """Yield the addressees of a request, and those of its acts that it does not name itself, with their places."""
    named = read_names(work.original.get("/to"))
    for index, name in enumerate(named):
        yield name, work.original.at(f"/to/{index}")
    for act in events_until(corpus, work.original):
        for name in read_names(act.data.get("to")):
            if name not in named:
                yield name, work.original.at(f"{act.pointer}/to")
