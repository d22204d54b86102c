"""A recommendation is addressed to a body that does not govern.

## Why
Recommendations go "to the relevant CICA governing body" (CICA decision, clause 1.5): the
Senior Officials Committee, the Ministerial Council or the Summit. Whether the Special Working
Group may be addressed is a setting of the register, `recommendation-to-swg`.

## Example
    addressee: business-council

Use instead
    addressee: soc
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.governing import governing_bodies
from cica_docs.register.initiatives import first_day_of
from cica_docs.register.open_questions import setting
from cica_docs.register.works import works_of
from cica_docs.rules.rule import Violation, violation

ALSO = ("house/working-group-addressee",)
MESSAGE = {
    "": "the {body} is no governing body",
    "prepares": "the {body} is a working body, not a governing one",
}
HELP = "governing bodies are {governing}"


def check(corpus: Corpus) -> Iterator[Violation]:
    bodies = corpus.reference.all("body")
    governing = governing_bodies(corpus)
    policy = setting(corpus, "recommendation-to-swg")
    for work in works_of(corpus, "recommendation"):
        body = work.original.get("/addressee")
        if body in governing or body not in bodies:
            continue
        group = body == corpus.reference.role("prepares") and policy != "refused"
        if group and policy == "accepted":
            continue
        yield violation(
            work.original.at("/addressee"),
            judged_on=first_day_of(corpus, work),
            variant="prepares" if group else "",
            provision=ALSO[0] if group else "",
            body=corpus.reference.names("body", str(body), first_day_of(corpus, work)),
            governing=governing,
        )
