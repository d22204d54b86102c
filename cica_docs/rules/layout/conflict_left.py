"""Marks of an unresolved merge are left in the file.

## Why
Where two people changed the same lines, Git writes both versions into the file, between lines of
seven signs. Somebody has to choose. If the marks stay, both versions and the marks are printed.

## Example
    <<<<<<< HEAD
    The Coordinator shall report every year.
    =======
    The Coordinator shall report every second year.
    >>>>>>> proposal

Use instead
    The Coordinator shall report every year.
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.misread.find import misread
from cica_docs.rules.rule import Violation

PROVISION = "house/readable"
SCOPE = "work"
MESSAGE = "an unresolved merge of two versions was left in the file"
HELP = "keep one version of what is between the marks, and remove the lines with <<<<<<<, ||||||| , ======= and >>>>>>>"


def check(corpus: Corpus) -> Iterator[Violation]:
    for place, part in misread(corpus).get("conflict", ()):
        yield Violation(place, "", "", (), part.details)
