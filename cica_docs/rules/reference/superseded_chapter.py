"""A text relies on Chapter 3 of the Catalogue, which the decision has superseded.

## Why
With its adoption the decision takes the place of Chapter 3 of the Catalogue (CICA decision,
clause 5.1). A paper of a later day rests on the decision. It may say what the chapter said: as
of a day, formerly, until it was superseded. While the decision is a draft nothing is
superseded and nothing is reported.

## Example
    1.2 Cooperation follows the modalities of Chapter 3 of the Catalogue.

Use instead
    1.2 Cooperation follows the decision on modalities for the implementation of the CBMs.
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import find_uses, lexicons
from cica_docs.register.initiatives import first_day_of
from cica_docs.register.open_questions import applies_from
from cica_docs.register.works import works
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/current-authority"
MESSAGE = "“{words}” is superseded by the decision since {day} ({basis})"
HELP = "cite the decision instead, or say that the chapter is described as it was"


def check(corpus: Corpus) -> Iterator[Violation]:
    if corpus.decision.is_draft:
        return
    adopted = corpus.decision.standing.adopted_on or applies_from(corpus)
    for work in works(corpus).values():
        if work.kind.name == "decision" or work.is_known_only or first_day_of(corpus, work) < adopted:
            continue
        for document in work.documents.values():
            history = lexicons(corpus)[document.language].phrases("history")
            for use in find_uses(corpus, document, "superseded-chapter"):
                if not history.search(use.sentence):
                    yield violation(use.place, words=use.words, day=adopted)
