"""An action plan obliges the Member States to do something.

## Why
The measures of the Catalogue are recommendations, carried out voluntarily and step by step
(preamble), and an action plan proposes practical steps (CICA decision, clause 2.9). Words that
bind the Member States turn them into something else. What the Coordinator, the Secretariat or
an organizer must do is another matter, and so is what a quotation says. The words are those of
`lexicon.yaml` of each language in `templates/locales/`; they leave out what is in doubt.

## Example
    Member States shall submit a report every year.

Use instead
    Member States are invited to submit a report every year.
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import binding_wording
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/voluntary-wording"
MESSAGE = "“{words}” obliges the Member States, but measures are voluntary ({basis})"
HELP = "say what they may do, wish to do or are invited to do; quotations go in quotation marks"


def check(corpus: Corpus) -> Iterator[Violation]:
    for wording in binding_wording(corpus, "action-plan"):
        yield violation(wording.place, words=wording.words)
