"""A change brings a folder that Git takes for a repository of its own.

## Why
A folder with `HEAD`, `objects` and `refs` is a repository to Git, and its configuration may
name programs. Whoever then enters the folder and asks Git anything, or whose prompt does,
runs the programs of a stranger.

## Example
    annexes/HEAD
    annexes/objects/…
    annexes/refs/…

Use instead
    annexes/en.md
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.record.curers import PROPOSER
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.span import Place, Span

PROVISION = "house/in-sight"
CURED_BY = PROPOSER
MESSAGE = "Git takes this folder for a repository and would run what its configuration names"
HELP = "remove HEAD, objects and refs from it"


def check(corpus: Corpus) -> Iterator[Violation]:
    for folder in corpus.change.bare if corpus.change else ():
        yield violation(Place(f"/{folder or 'HEAD'}", Span.point(1)))
