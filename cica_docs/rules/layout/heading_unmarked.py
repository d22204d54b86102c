"""A line that has the title of a section is no heading.

## Why
What looks like a heading in a word processor, by capitals, bold letters or a number, is a paragraph
here. The section is then missing: nothing can refer to it, and its text belongs to the one before.

## Example
    **RATIONALE**

Use instead
    ## Rationale {#rationale}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.misread.find import misread
from cica_docs.rules.rule import Violation

PROVISION = "house/prints-as-typed"
SCOPE = "work"
MESSAGE = "“{title}” is the title of a section, and this line is no heading"
HELP = "begin it with ## and end it with the id of the section: ## Rationale {{#rationale}}; `cica fix` can do it"


def check(corpus: Corpus) -> Iterator[Violation]:
    for place, part in misread(corpus).get("heading", ()):
        yield Violation(place, "", "", (), part.details)
