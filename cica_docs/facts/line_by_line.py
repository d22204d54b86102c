"""Whether a translation runs line for line with its original and counts alike: then no parsing is needed to say so."""

import re

from cica_docs.documents.document import Document
from cica_docs.facts.countable import Listener
from cica_docs.facts.counterpart import compared, heard_in

_BEGINNING = re.compile(
    r"(?:[ >]|[-*+] )*(?:(#{1,6}) .*?(\{#[^}]*\})?[ \t]*$|[0-9]+(?:\.[0-9]+)*[.)]? |\[\^[^\]]+\]: |\S)?"
)
_MARK = re.compile(r"\]\(([^)\s]*)|(\[\^)|(\[)|(\|)")


def runs_alike(original: Document, edition: Document, listeners: tuple[Listener, Listener]) -> bool:
    """Whether each line has its counterpart; where not, the texts may still be alike and are to be parsed."""
    left, right = original.text.split("\n"), edition.text.split("\n")
    if len(left) != len(right) or list(map(_shape, left)) != list(map(_shape, right)):
        return False
    return all(_alike(*texts, listeners) for texts in (titles(original, edition), *zip(left, right, strict=True)))


def titles(original: Document, edition: Document) -> tuple[str, str]:
    """Both titles; empty where one of them is missing, which is said elsewhere."""
    found = original.get("/title"), edition.get("/title")
    return (found[0], found[1]) if isinstance(found[0], str) and isinstance(found[1], str) else ("", "")


def _shape(line: str) -> tuple[object, ...]:
    """How a line begins and which signs it holds, in their order; words do not count."""
    if not line:
        return ()
    begins = _BEGINNING.match(line)
    start = begins[0] if begins else ""
    if begins and begins[1]:
        start = f"{begins[1]} {begins[2]}"
    elif start[-1:].isalpha() or start[-1:] in "«“\"'":
        start = start[:-1]
    return (start, *_MARK.findall(line)) if "[" in line or "|" in line else (start,)


def _alike(one: str, other: str, listeners: tuple[Listener, Listener]) -> bool:
    if not one and not other:
        return True
    heard = heard_in(listeners[0], one, ()), heard_in(listeners[1], other, ())
    return not any(compared((one, other), heard, listeners))
