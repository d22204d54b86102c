"""A concept paper says that it goes beyond the agreed measures, or makes a new one.

## Why
A concept paper may suggest new spheres, forms and types of activity, but within the measures
already agreed (CICA decision, clause 2.2). Member States approve new measures by consensus
(clause 3.1), and the review examines whether the Catalogue is to take them in (clause 3.4). A
paper may recommend that. The words are those of `lexicon.yaml` of each language in
`templates/locales/`; they leave out what is in doubt.

## Example
    10.2 Cooperation in this sphere goes beyond the measures of the Catalogue.

Use instead
    10.2 Cooperation in this sphere is suggested within the measure “Exchange of information”.
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import wording_uses
from cica_docs.rules.rule import Violation, violation

MESSAGE = "“{words}” leaves the measures already agreed"
HELP = "say within which agreed measure this is suggested, or recommend that a measure be added"


def check(corpus: Corpus) -> Iterator[Violation]:
    for use in wording_uses(corpus, "beyond-agreed-measures", "concept-paper"):
        yield violation(use.place, words=use.words)
