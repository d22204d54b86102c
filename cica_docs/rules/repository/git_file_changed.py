"""A change alters what Git does with the files of the register.

## Why
By `.gitattributes` Git writes another text on the disk than the commit holds, or shows
reviewers nothing of a change. `.gitmodules` puts other repositories into this one, and
`.mailmap` changes under which names its authors are shown. None of it is seen in a document.

## Example
    registry/** -diff linguist-generated     # .gitattributes

Use instead
    *.md text=auto
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.record.curers import PROPOSER
from cica_docs.rules.rule import Violation, violation
from cica_docs.snapshot.repository_change import PathChange
from cica_docs.values.span import Place, Span

PROVISION = "house/in-sight"
CURED_BY = PROPOSER
ALSO = ("house/plain-repository",)
MESSAGE = {
    "": "the change alters what Git does with files of the register",
    "hides": "the change gives {number} files of the register, such as {example}, the attribute {name}",
    "modules": "the change alters which other repositories are part of this one",
    "names": "the change alters under which names authors are shown",
}
HELP = {
    "": "see to it that no file of the register is hidden or altered by it",
    "hides": "take the attribute off the register: it hides what a file holds or how it changes",
    "modules": "make sure that none of them is in the register",
    "names": "make sure that no acts are attributed to another person",
}
_ATTRIBUTES = ".gitattributes"
_OTHERS = {".gitmodules": "modules", ".mailmap": "names"}


def check(corpus: Corpus) -> Iterator[Violation]:
    change = corpus.change
    if change is None:
        return
    places = [Place(f"/{path.path}", Span.point(1)) for path in change.paths if _concerns(corpus, path)]
    for attribute in change.attributes:
        yield violation(
            places[0] if places else Place(f"/{_ATTRIBUTES}", Span.point(1)),
            variant="hides",
            name=attribute.name,
            example=attribute.example,
            number=attribute.number,
        )
    for place in () if change.attributes else places:
        yield violation(place, provision=ALSO[0])
    for path in change.paths:
        if variant := _OTHERS.get(path.path.casefold()):
            yield violation(Place(f"/{path.path}", Span.point(1)), variant=variant, provision=ALSO[0])


def _concerns(corpus: Corpus, change: PathChange) -> bool:
    """Whether it is a file of attributes for a part of the register."""
    folder, _, name = change.path.rpartition("/")
    above = f"{folder}/" if folder else ""
    prefix = corpus.snapshot.prefix
    return name.casefold() == _ATTRIBUTES and (prefix.startswith(above) or above.startswith(prefix))
