"""A text has measures approved, amended or modified by a vote.

## Why
Measures are modified, amended and approved by consensus (CICA decision, clause 3.1). What else may be decided by
a majority, such as the election of a rapporteur, is another matter. The words are those of
`lexicon.yaml` of each language in `templates/locales/`; they leave out what is in doubt.

## Example
    New measures shall be approved by a majority of votes.

Use instead
    New measures will be approved by consensus.
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import wording_uses
from cica_docs.rules.rule import Violation, violation

MESSAGE = "“{words}” has measures decided upon by a vote"
HELP = "say that measures are approved, amended and modified by consensus; quotations go in quotation marks"


def check(corpus: Corpus) -> Iterator[Violation]:
    for use in wording_uses(corpus, "majority-vote", "concept-paper", "action-plan", "recommendation", "review"):
        yield violation(use.place, words=use.words)
