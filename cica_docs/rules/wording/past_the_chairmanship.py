"""A text has recommendations, or the Council of Eminent Persons, reached past the Chairmanship.

## Why
Recommendations of the Coordinator and Co-coordinators go through the Chairmanship to the governing body (CICA
decision, clause 1.5), and the Council of Eminent Persons is asked for contributions through the Chairmanship (clause
1.8). A text under the measures cannot have them sent directly. Other advisory bodies may be asked directly, and
remarks on a recommendation may be sent to whomever it says. The words are those of `lexicon.yaml` of each language in
`templates/locales/`; they leave out what is in doubt.

## Example
    Recommendations of the Coordinator are sent directly to the Senior Officials Committee.

Use instead
    Recommendations of the Coordinator are sent through the Chairmanship to the Senior Officials Committee.
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import PAPER_KINDS, wording_uses
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/through-chairmanship"
MESSAGE = "“{words}” passes over the Chairmanship, through which this goes ({basis})"
HELP = "say that it goes through the Chairmanship; quotations go in quotation marks"


def check(corpus: Corpus) -> Iterator[Violation]:
    for use in wording_uses(corpus, "past-chairmanship", *PAPER_KINDS):
        yield violation(use.place, words=use.words)
