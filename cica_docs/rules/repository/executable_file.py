"""A change makes a file of the register executable.

## Why
A document is read and never run. A file that may be run does, on some systems, at a double
click, and nobody expects that of a paper.

## Example
    mode 100755  registry/concept-paper/tourism-2026/en.md

Use instead
    mode 100644  registry/concept-paper/tourism-2026/en.md
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.record.curers import PROPOSER
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.span import Place, Span

PROVISION = "house/plain-repository"
CURED_BY = PROPOSER
MESSAGE = "this file is marked as a program"
HELP = "take the mark off: git update-index --chmod=-x {path}"
_EXECUTABLE = 0o100755


def check(corpus: Corpus) -> Iterator[Violation]:
    prefix = corpus.snapshot.prefix
    for change in corpus.change.paths if corpus.change else ():
        if change.after == _EXECUTABLE != change.before and change.path.startswith(prefix):
            yield violation(Place(change.path.removeprefix(prefix), Span.point(1)), path=change.path)
