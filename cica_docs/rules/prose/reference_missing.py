"""A text refers to a paragraph that its document does not have.

## Why
Paragraphs are renumbered while a text is drafted, and references are left as they were. A reference
to another document names it: paragraph 4.7 of the Decision.

## Example
    as set out in paragraph 4.7 of this paper      in a paper that ends at 4.3

Use instead
    as set out in paragraph 4.3 of this paper
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import prose_faults
from cica_docs.rules.rule import Violation

PROVISION = "house/careful-text"
SCOPE = "work"
MESSAGE = "there is no paragraph {number} in this document"
HELP = "write the number that is meant, or name the document that has it"


def check(corpus: Corpus) -> Iterator[Violation]:
    for place, fault in prose_faults(corpus).get("reference-missing", ()):
        yield Violation(place, "", "", (), fault.details)
