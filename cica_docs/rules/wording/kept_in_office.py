"""A text makes the early end of a term depend on somebody's consent, or forbids it.

## Why
A Coordinator or Co-coordinator may end its term voluntarily at any time (CICA decision, clause 1.12); it gives notice
in advance and needs nobody's consent. That the *extension* of a term needs the approval of the Senior Officials
Committee is another matter, and so is a wish to hear the reasons. The words are those of `lexicon.yaml` of each
language in `templates/locales/`; they leave out what is in doubt.

## Example
    The early termination of a term requires the consent of the other Member States.

Use instead
    Early termination is notified to all Member States through the Secretariat sufficiently in advance.
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import PAPER_KINDS, wording_uses
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/free-to-leave"
MESSAGE = "“{words}” keeps a State in a role that it may give up at any time ({basis})"
HELP = "say that notice is given to all Member States in advance; quotations go in quotation marks"


def check(corpus: Corpus) -> Iterator[Violation]:
    for use in wording_uses(corpus, "kept-in-office", *PAPER_KINDS):
        yield violation(use.place, words=use.words)
