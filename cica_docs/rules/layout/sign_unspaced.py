"""A no-break space follows the sign of a heading or of a list, so that it is printed as text.

## Why
On some keyboards the space bar pressed with another key writes a no-break space, and text from the
web is full of them. It looks like a space, but Markdown does not take it for one after `##`, `-`
or `1.`: the sign is printed, and the heading or list is lost.

## Example
    ## General framework {#framework}, with a no-break space after ##

Use instead
    ## General framework {#framework}, with an ordinary one
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.misread.find import misread
from cica_docs.rules.rule import Violation

PROVISION = "house/prints-as-typed"
SCOPE = "work"
MESSAGE = "a no-break space follows “{sign}”, which is printed as text"
HELP = "put an ordinary space there; `cica fix` can do it"


def check(corpus: Corpus) -> Iterator[Violation]:
    for place, part in misread(corpus).get("no-break-space", ()):
        yield Violation(place, "", "", (), part.details)
