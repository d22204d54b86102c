"""A name is nearly that of a State, and is no word that is known.

## Why
A misspelt name is overlooked by the comparison of languages and by every search, and read with
displeasure in the capital that it names.

## Example
    The experts of Avelore took part.

Use instead
    The experts of Avelor took part.
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import prose_faults
from cica_docs.rules.rule import Violation

PROVISION = "house/careful-text"
SCOPE = "work"
MESSAGE = "“{found}” is not the name of a State"
HELP = "if “{meant}” is meant, write that in the form that the sentence asks for"


def check(corpus: Corpus) -> Iterator[Violation]:
    for place, fault in prose_faults(corpus).get("name-misspelt", ()):
        yield Violation(place, "", "", (), fault.details)
