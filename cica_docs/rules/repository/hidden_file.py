"""A change puts a hidden file into the register.

## Why
Files and folders whose names begin with a dot are neither checked nor printed, and many
programs do not list them. Git publishes them all the same: a text that was not checked, or
that may not be disclosed, would be in the register unseen.

## Example
    registry/concept-paper/tourism-2026/.annex.md

Use instead
    registry/concept-paper/tourism-2026/en.md
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.record.curers import PROPOSER
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.span import Place, Span

PROVISION = "house/in-sight"
CURED_BY = PROPOSER
MESSAGE = "this hidden file is neither checked nor printed"
HELP = "remove it, or keep it outside of the register"


def check(corpus: Corpus) -> Iterator[Violation]:
    prefix = corpus.snapshot.prefix
    for change in corpus.change.paths if corpus.change else ():
        path = change.path.removeprefix(prefix)
        # `repository/git-file-changed` reports files of attributes.
        absolute = f"/{path}".removesuffix("/.gitattributes")
        if change.after and change.path.startswith(prefix) and "/." in absolute:
            yield violation(Place(path, Span.point(1)))
