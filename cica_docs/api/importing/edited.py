"""A printed edition that was edited in Word and came back: what differs, block by block, and the file that follows."""

from collections import Counter
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from cica_docs.api.importing.footnotes import settle_notes
from cica_docs.api.importing.printed import printed_origin
from cica_docs.api.importing.units import Unit, file_units, folded, notes_in, received_units, relabelled
from cica_docs.api.negotiation.views import notices_of
from cica_docs.api.printing.composer import EditionComposer
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.markdown.blocks import Block, Footnote, Heading, Table, text_of
from cica_docs.documents.markdown.writer import BodyWriter
from cica_docs.documents.redline.alignment import align, overlap
from cica_docs.i18n.labels import read_labels
from cica_docs.register.works import works
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language
from cica_docs.word.received import Part, Received

_ALIKE = 0.45
_CERTAIN = 2.0
"""The likeness of two blocks that bear the same bookmark."""


class Difference(NamedTuple):
    """A block of the file and the block of the document in its place; None where there is none."""

    former: Unit | None
    later: Unit | None


class Comparison(NamedTuple):
    """What a document says that came back, held against the file that it was printed from."""

    document: Document
    differences: tuple[Difference, ...]
    """All blocks in order; those that are the same have equal keys."""
    altered: tuple[Part, ...]
    """Lines around the text that were changed: title and facts, which are fields of the register."""

    @property
    def notes(self) -> tuple[Footnote, ...]:
        """The footnotes of the document, with the labels of the file."""
        units = (later for _, later in self.differences if later is not None)
        return tuple(dict.fromkeys(note for unit in units for note in notes_in(unit.block)))

    @property
    def changes(self) -> tuple[Difference, ...]:
        """The blocks that differ."""
        return tuple(each for each in self.differences if not is_same(each))


def compare_received(
    corpus: Corpus, templates: Snapshot, document: Document, received: Received, *, file: str
) -> Comparison:
    """Compare a document with the file that it was printed from; `file` is its name.

    Raise `Failure` if it says that it was printed from another file, or from another issue of this one.
    """
    origin = printed_origin(received)
    if origin is not None and (origin.work, origin.language) != (document.work, document.language.value):
        raise Failure("word-other-work", path=file, work=f"{origin.work}/{origin.language}", wanted=document.path)
    if origin is not None and origin.blob != document.blob:
        raise Failure("word-other-issue", path=file, work=document.path, issue=origin.blob[:12], now=document.blob[:12])
    labels = {language: read_labels(templates, language) for language in Language}
    composer = EditionComposer(corpus, {path: templates.read(path) for path in templates.paths()}, labels)
    edition = composer.edition(works(corpus)[document.work], document.language, {})
    units, around = file_units(edition.unmarked)
    around.update(folded(block) for block in notices_of(labels[document.language]))
    later, altered = received_units(relabelled(received.parts, units), around)
    pairs = align(units, later, lambda unit: unit.key, _likeness)
    return Comparison(document, tuple(Difference(*pair) for pair in pairs), altered)


def _likeness(former: Unit, later: Unit) -> float:
    if former.line and former.line == later.line:
        return _CERTAIN
    if later.line or type(former.block) is not type(later.block):
        return 0.0
    share = overlap(_words(former.block), _words(later.block))
    return share if share >= _ALIKE else 0.0


@lru_cache(maxsize=4_096)
def _words(block: Block) -> Counter[str]:
    return Counter(text_of(block).split())


def is_same(difference: Difference) -> bool:
    """Whether the document says what the file says."""
    former, later = difference
    return former is not None and later is not None and former.key == later.key


def edited_text(comparison: Comparison) -> str:
    """Return the text of the file with all changes of the document; blocks that are the same keep their bytes."""
    document = comparison.document
    lines = document.source.text.split("\n")
    writer = BodyWriter()
    text = lines[: document.body_line - 1]
    following = document.body_line
    for difference in comparison.differences:
        former, later = difference
        if former is None or former.span is None:
            assert later is not None
            text += [*([""] if text[-1] else []), *writer.write((as_in_file(former, later),)).split("\n")]
            continue
        gap, block = lines[following - 1 : former.span.line - 1], lines[former.span.line - 1 : former.span.end_line]
        following = former.span.end_line + 1
        if later is None:
            text += gap if any(gap) else []
        else:
            text += gap
            text += block if is_same(difference) else writer.write((as_in_file(former, later),)).split("\n")
    return settle_notes("\n".join([*text, *lines[following - 1 :]]), document, comparison.notes)


def as_in_file(former: Unit | None, later: Unit) -> Block:
    """Return a block with what a document does not show: the id of a heading, the alignment of columns."""
    block = later.block
    if former is not None and isinstance(block, Heading) and isinstance(former.block, Heading):
        return replace(block, id=former.block.id, level=former.block.level)
    if former is not None and isinstance(block, Table) and isinstance(former.block, Table):
        return replace(block, aligns=former.block.aligns)
    return block
