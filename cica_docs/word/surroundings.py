"""What is around the text of a Word document: headers, macros, properties, comments in the margin."""

from collections.abc import Iterator

from cica_docs.word.package import Package, W
from cica_docs.word.received import Comment, Unplaced
from cica_docs.word.state import State, clean, day_of, text_in

_SHOWN_PROPERTIES = ("creator", "lastModifiedBy", "Company", "Manager")


def note_surroundings(package: Package, state: State) -> None:
    """Note what is outside the text and has no place in the register."""
    state.paragraph = 0
    for margin in package.margins:
        if text := text_in(margin).strip():
            state.leave_out("margin", text)
    if package.has_macros:
        state.leave_out("macro")
    if package.has_files:
        state.leave_out("object")
    for name in _SHOWN_PROPERTIES:
        if value := package.properties.get(name, ""):
            state.unplaced.append(Unplaced("property", 0, clean(f"{name}: {value}")))


def remarks_of(package: Package, state: State) -> Iterator[Comment]:
    """Yield the comments of a document, each with the paragraph and the words that it is about."""
    comments = package.others.get("comments")
    for entry in () if comments is None else comments.iter(f"{W}comment"):
        id = str(entry.get(f"{W}id", ""))
        yield Comment(
            clean(str(entry.get(f"{W}author", ""))),
            day_of(entry),
            state.anchors.get(id, 0),
            " ".join(text_in(entry).split()),
            clean(" ".join(state.about.get(id, "").split())),
        )
