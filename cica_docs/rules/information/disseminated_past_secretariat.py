"""Information is to go to all Member States by another way than through the Secretariat.

## Why
Member States may give information to the Secretariat "for dissemination among all Member
States" (CICA decision, clause 4.1). Nobody owes that, and nobody is held to it; but what
reaches some by one way and others by another is soon held in two versions. The Secretariat's
way is the one on record.

## Example
    dissemination: all

Use instead
    dissemination: all
    via: secretariat
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import events_of
from cica_docs.register.initiatives import first_day_of
from cica_docs.register.restricted.items import information_items
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/dissemination"
MESSAGE = {
    "": "the item is for all Member States and does not go through the {body_circulates} ({basis})",
    "restricted": "the item is for all Member States, and it is restricted or for own use",
}
HELP = {
    "": "let it go through the {body_circulates} (`via: {id_circulates}`), or write `dissemination: none`",
    "restricted": "write `dissemination: none`, or record it as open information that is not for own use",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    circulating = corpus.reference.role("circulates")
    for item in information_items(corpus).values():
        original = item.work.original
        if original.get("/dissemination") != "all":
            continue
        place = original.at("/dissemination")
        if item.is_restricted:
            yield violation(place, judged_on=first_day_of(corpus, item.work), variant="restricted")
        elif circulating not in {"", original.get("/via")} and not any(
            act.kind == "disseminated" for act in events_of(original)
        ):
            yield violation(place, judged_on=first_day_of(corpus, item.work))
