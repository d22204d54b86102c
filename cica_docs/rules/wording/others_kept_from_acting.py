"""A text forbids Member States to act on their own or with other states, or asks for somebody's consent to it.

## Why
The right of the other Member States to carry out or start activities under the Catalogue is not
affected by there being a Coordinator (CICA decision, clause 1.1), and the measures do not prevent them from adopting
others, among themselves or with other states (preamble). A text under the measures may ask
them to inform the Coordinator or to consult with it. Expert meetings are left out, since
clause 1.7 of the CICA decision says who calls them. The words are those of `lexicon.yaml` of each language in
`templates/locales/`; they leave out what is in doubt.

## Example
    No other Member State may organize activities in this area without the consent of the Coordinator.

Use instead
    Member States are invited to inform the Coordinator of activities that they organize in this area.
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import PAPER_KINDS, wording_uses
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/initiative-of-others"
MESSAGE = "“{words}” keeps Member States from activities that each is free to carry out or start ({basis})"
HELP = "invite them to inform or consult the Coordinator instead; quotations go in quotation marks"


def check(corpus: Corpus) -> Iterator[Violation]:
    for use in wording_uses(corpus, "exclusion", *PAPER_KINDS):
        yield violation(use.place, words=use.words)
