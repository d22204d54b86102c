"""The footnotes of a file after its text was edited: reworded, added or gone, and written at their places."""

from collections.abc import Sequence

from cica_docs.api.importing.units import notes_in
from cica_docs.documents.document import Document
from cica_docs.documents.markdown.blocks import Footnote, text_of
from cica_docs.documents.markdown.writer import BodyWriter


def settle_notes(text: str, document: Document, notes: Sequence[Footnote]) -> str:
    """Return a file whose footnotes are these; those that are the same keep their lines."""
    present = {note.label: note for note in notes}
    lines = text.split("\n")
    for former in dict.fromkeys(note for block in document.body.blocks for note in notes_in(block)):
        later = present.pop(former.label, None)
        if later is not None and _words(later) == _words(former):
            continue
        place = _lines_of(former.label, lines)
        if place is not None:
            lines[slice(*place)] = [] if later is None else _written(later)
    added = [line for note in present.values() for line in ("", *_written(note))]
    if not added:
        return "\n".join(lines)
    return "\n".join([*"\n".join(lines).rstrip("\n").split("\n"), *added, ""])


def _written(note: Footnote) -> list[str]:
    writer = BodyWriter()
    writer.notes[note] = note.label
    return writer.write_notes().split("\n")


def _lines_of(label: str, lines: Sequence[str]) -> tuple[int, int] | None:
    """Return the lines of a footnote: the first one, and those that are indented below it."""
    start = next((at for at, line in enumerate(lines) if line.startswith(f"[^{label}]:")), None)
    if start is None:
        return None
    end = start + 1
    while end < len(lines) and (lines[end].startswith("    ") or _goes_on(lines, end)):
        end += 1
    return start, end


def _goes_on(lines: Sequence[str], at: int) -> bool:
    if lines[at]:
        return bool(lines[at - 1]) and not lines[at].startswith("[^")
    return at + 1 < len(lines) and lines[at + 1].startswith("    ")


def _words(note: Footnote) -> str:
    return "".join(text_of(note.blocks).split())
