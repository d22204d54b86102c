"""The name of a body is written in small letters.

## Why
In small letters a special working group is any group that works on something special. With its
capitals the name means the body, and is found by whoever looks for it.

## Example
    The draft was considered by the special working group.

Use instead
    The draft was considered by the Special Working Group.
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import prose_faults
from cica_docs.rules.rule import Violation

PROVISION = "house/careful-text"
SCOPE = "work"
MESSAGE = "“{found}” is the name of a body in small letters"
HELP = "write it as “{name}”, in the form that the sentence asks for"


def check(corpus: Corpus) -> Iterator[Violation]:
    for place, fault in prose_faults(corpus).get("name-in-small", ()):
        yield Violation(place, "", "", (), fault.details)
