"""A text lets information be passed on without the consent of those who provided it.

## Why
A Member State that receives information for its own use does not disclose, publish or transfer it without the consent
of those who provided it (CICA decision, clause 4.2). A text under the measures can arrange for information to be shared
by all, as clause 4.1 has it, but cannot do away with the consent. What is public already, and what a State says of
itself, is another matter. The words are those of `lexicon.yaml` of each language in `templates/locales/`; they leave
out what is in doubt.

## Example
    Information received may be passed on to international organizations without consulting the providing State.

Use instead
    Information received may be passed on to international organizations with the consent of the providing State.
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import PAPER_KINDS, wording_uses
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/consent-of-providers"
MESSAGE = "“{words}” does without the consent of those who provided the information ({basis})"
HELP = "say that it is passed on with their consent; quotations go in quotation marks"


def check(corpus: Corpus) -> Iterator[Violation]:
    for use in wording_uses(corpus, "disclosure", *PAPER_KINDS):
        yield violation(use.place, words=use.words)
