"""A text obliges Member States to do something.

## Why
The measures of the Catalogue are recommendations, carried out voluntarily and step by step
(preamble); a concept paper guides their voluntary implementation (CICA decision, clause 2.1), an action plan
proposes practical steps (CICA decision, clause 2.9), and a measure that is proposed for the Catalogue is a
recommendation too. A review, and what is written for it, assesses what was done and lays nothing down. Words
that bind Member States, all of them or one by its name, turn them into something else. What the
Coordinator, the Secretariat, an organizer or those who choose to take part must do is another matter, and so is
what a quotation says. A State that has a role in the area, or that the work itself names, may have duties of its
own. The words are those of `lexicon.yaml` of each language in `templates/locales/`; they leave out what is in doubt.

## Example
    Member States will be obliged to submit a report every year.

Use instead
    Member States are invited to submit a report every year.
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import PAPER_KINDS, wording_uses
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/voluntary-wording"
MESSAGE = "“{words}” lays down an obligation, but measures are voluntary ({basis})"
HELP = "say what Member States may do, wish to do or are invited to do; quotations go in quotation marks"

_PROPOSAL = "catalogue-proposal"


def check(corpus: Corpus) -> Iterator[Violation]:
    for use in wording_uses(corpus, "obligation", *PAPER_KINDS, _PROPOSAL):
        yield violation(use.place, words=use.words)
