"""A remark of the drafter, or a gap to be filled in, is left in the text.

## Why
TBC, three question marks or a dot in brackets say that something was to be asked or added. In a
paper that is sent they say that it was forgotten.

## Example
    The meeting is held on [●] in Almaty (to be confirmed).

Use instead
    The meeting is held on 12 May 2026 in Almaty.
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import prose_faults
from cica_docs.rules.rule import Violation

PROVISION = "house/careful-text"
SCOPE = "work"
MESSAGE = "“{found}” is left in the text"
HELP = "write what is missing, or remove the remark"


def check(corpus: Corpus) -> Iterator[Violation]:
    for place, fault in prose_faults(corpus).get("remark-left", ()):
        yield Violation(place, "", "", (), fault.details)
