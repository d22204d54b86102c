"""A file lies where the register has no place for it, or is no ordinary file.

## Why
The path says what a document is: `<kind>/<id>/<language>.md`. A file elsewhere would be
neither checked nor printed, and nobody would be told. Links and files with unusual names
are not read at all, because what they show can differ from one machine to another.

## Example
    registry/concept-papers/tourism.md

Use instead
    registry/concept-paper/tourism/en.md
"""

from collections.abc import Iterator
from difflib import get_close_matches

from cica_docs.documents.corpus import Corpus
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.span import Place, Span

PROVISION = "house/file-names"
MESSAGE = {
    "": "this file has no place in the register",
    "kind": "“{kind}” is no kind of document",
    "link": "this is a link, and links are not read",
    "submodule": "this is another repository, and it is not read",
    "device": "this is no ordinary file",
    "name": "the name has characters that files of the register may not have, or is too long",
    "twice": "two files have this name",
}
HELP = {
    "": "documents lie at <kind>/<id>/en.md, ru.md and kk.md; ids are lower-case letters, digits and hyphens",
    "kind": "kinds are {kinds}{suggestion}",
    "link": "put the file itself here",
    "submodule": "put the files themselves here",
    "device": "remove it",
    "name": "use lower-case letters, digits and hyphens",
    "twice": "remove one of the two",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for path, reason in corpus.snapshot.refused.items():
        yield violation(Place(path, Span.point(1)), variant=reason)
    kinds = sorted(corpus.kinds.kinds)
    for path in corpus.stray:
        kind = path.partition("/")[0]
        place = Place(path, Span.point(1))
        if "/" in path and kind not in kinds and kind != "reference":
            close = get_close_matches(kind, kinds, 1, 0.6)
            yield violation(place, variant="kind", kind=kind, kinds=tuple(kinds), suggestion=tuple(close))
        else:
            yield violation(place)
