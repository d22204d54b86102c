"""A text claims to prevail over other agreements, or suspends them or rights and obligations under them.

## Why
The measures leave intact other measures, agreements and arrangements to which Member States are
parties, and do not touch the rights and obligations that flow from these (preamble). A text under
the measures can therefore neither override, nor replace, nor suspend them. That
it takes the place of an earlier paper is another matter. The words are those of `lexicon.yaml` of
each language in `templates/locales/`; they leave out what is in doubt.

## Example
    In case of conflict this Concept Paper prevails over other agreements.

Use instead
    This Concept Paper is without prejudice to other agreements.
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import PAPER_KINDS, wording_uses
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/other-agreements"
MESSAGE = "“{words}” places the text above other agreements, which it leaves intact ({basis})"
HELP = "say that other agreements, rights and obligations are not affected; quotations go in quotation marks"


def check(corpus: Corpus) -> Iterator[Violation]:
    for use in wording_uses(corpus, "precedence", *PAPER_KINDS):
        yield violation(use.place, words=use.words)
