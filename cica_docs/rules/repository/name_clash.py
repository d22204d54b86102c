"""A change brings a path that some systems take for another one.

## Why
Windows and macOS do not distinguish upper case from lower case in names, nor two ways to write the
same letter. Of two folders `registry` and `Registry` they make one, in which one file takes
the place of the other: the files checked here are not the files there.

## Example
    Registry/concept-paper/tourism-2026/en.md     # beside registry/

Use instead
    registry/concept-paper/tourism-2026/en.md
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.record.curers import PROPOSER
from cica_docs.rules.rule import Violation, violation
from cica_docs.snapshot.repository_change import fold_name
from cica_docs.values.span import Place, Span

PROVISION = "house/in-sight"
CURED_BY = PROPOSER
ALSO = ("house/plain-repository",)
MESSAGE = {
    "": "on some systems this is the same as {other}",
    "register": "on some systems this is the same as {other}, and files of the register are replaced",
}
HELP = "give it another name"


def check(corpus: Corpus) -> Iterator[Violation]:
    register = _names_in(corpus.snapshot.prefix)
    for path, clashing_path in corpus.change.clashes.items() if corpus.change else ():
        names = _names_in(path)
        shared = min(len(names), len(register))
        is_register = names[:shared] == register[:shared]
        variant, provision = ("register", PROVISION) if is_register else ("", ALSO[0])
        yield violation(Place(f"/{path}", Span.point(1)), variant=variant, provision=provision, other=clashing_path)


def _names_in(path: str) -> list[str]:
    return [fold_name(name) for name in path.strip("/").split("/")] if path.strip("/") else []
