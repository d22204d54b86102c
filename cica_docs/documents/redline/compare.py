"""Compare two texts: the later one, with what was inserted and deleted since the earlier one marked in it.

Whatever is marked, accepting all gives the later text and rejecting all the earlier one: parts whose marks would not
resolve so are deleted and inserted whole.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from functools import lru_cache

from cica_docs.documents.markdown.blocks import (
    DELETED,
    INSERTED,
    Block,
    Cell,
    Footnote,
    Group,
    Heading,
    Inline,
    Items,
    Marked,
    Paragraph,
    Quote,
    Table,
    text_of,
)
from cica_docs.documents.redline.alignment import Words, align, overlap
from cica_docs.documents.redline.atoms import Atom, atoms_of, content_of
from cica_docs.documents.redline.matching import find_matches
from cica_docs.documents.redline.resolve import accept, plain, reject

_ALIKE = 0.45
"""The share of words in common from which two blocks are one that was changed."""
_ROWS_ALIKE = 0.3
_MOST_ATOMS = 20_000
_Item = tuple[Block, ...]
_Row = tuple[Cell, ...]
_Atoms = tuple[Atom, ...]


def compare(old: Sequence[Block], new: Sequence[Block]) -> tuple[Block, ...]:
    """Return the later blocks with all changes since the earlier ones marked."""
    marked: list[Block] = []
    for former, later in align(old, new, lambda block: plain((block,)), _likeness):
        marked += _changed(former, later)
    return tuple(marked)


def _changed(former: Block | None, later: Block | None) -> tuple[Block, ...]:
    if former is None or later is None:
        return _wrapped(former, DELETED) + _wrapped(later, INSERTED)
    if plain((former,)) == plain((later,)):
        return (later,)
    merged = _merged(former, later)
    if merged is not None and _resolves(merged, former, later):
        return (merged,)
    return _wrapped(former, DELETED) + _wrapped(later, INSERTED)


def _wrapped(block: Block | None, kind: str) -> tuple[Block, ...]:
    return () if block is None else (Group(kind, (block,)),)


def _resolves(merged: Block, former: Block, later: Block) -> bool:
    return plain(accept((merged,))) == plain((later,)) and plain(reject((merged,))) == plain((former,))


def _merged(former: Block, later: Block) -> Block | None:
    """Return two blocks of one kind as one with marks; None if they cannot be one."""
    match former, later:
        case Heading(), Heading() if former.level == later.level:
            return Heading(later.level, compare_content(former.content, later.content), later.id)
        case Paragraph(), Paragraph() if bool(former.number) == bool(later.number):
            number = "" if former.number == later.number else former.number
            return Paragraph(compare_content(former.content, later.content), later.number, former=number)
        case Items(), Items() if (former.start is None) == (later.start is None):
            return Items(tuple(_items(former.items, later.items)), later.start)
        case Quote(), Quote():
            return Quote(compare(former.blocks, later.blocks))
        case Group(), Group() if (former.role, former.language) == (later.role, later.language):
            return Group(later.role, compare(former.blocks, later.blocks), later.language)
        case Table(), Table() if len(former.head) == len(later.head):
            rows = tuple(_rows(former.rows, later.rows))
            head = _cells(former.head, later.head)
            return Table(head, rows, later.aligns, later.role, later.widths, later.caption)
    return None


def _items(old: Sequence[_Item], new: Sequence[_Item]) -> Iterator[_Item]:
    for former, later in align(old, new, plain, lambda item, other: _share(item, other, _ALIKE)):
        if former is not None and later is not None:
            yield compare(former, later)
        else:
            yield tuple(part for block in former or () for part in _wrapped(block, DELETED)) + tuple(
                part for block in later or () for part in _wrapped(block, INSERTED)
            )


def _rows(old: Sequence[_Row], new: Sequence[_Row]) -> Iterator[_Row]:
    for former, later in align(old, new, _row_key, _rows_likeness):
        if former is not None and later is not None:
            yield _cells(former, later)
        else:
            kind = DELETED if later is None else INSERTED
            yield tuple(
                Cell(tuple(part for block in cell.blocks for part in _wrapped(block, kind)), cell.language)
                for cell in former or later or ()
            )


def _row_key(row: _Row) -> Hashable:
    return tuple((cell.language, plain(cell.blocks)) for cell in row)


def _cells(old: _Row, new: _Row) -> _Row:
    if len(old) != len(new):
        return new
    return tuple(
        Cell(compare(former.blocks, later.blocks), later.language) for former, later in zip(old, new, strict=True)
    )


def _likeness(former: Block, later: Block) -> float:
    if type(former) is not type(later):
        return 0.0
    if isinstance(former, Group) and isinstance(later, Group) and former.role != later.role:
        return 0.0
    if isinstance(former, Heading) and isinstance(later, Heading) and former.id and former.id == later.id:
        return 1.0
    return _share((former,), (later,), _ROWS_ALIKE if isinstance(former, Table | Group) else _ALIKE)


def _rows_likeness(former: _Row, later: _Row) -> float:
    if len(former) != len(later):
        return 0.0
    return _share(_blocks_of(former), _blocks_of(later), _ROWS_ALIKE)


def _blocks_of(row: _Row) -> tuple[Block, ...]:
    return tuple(block for cell in row for block in cell.blocks)


def _share(former: tuple[Block, ...], later: tuple[Block, ...], least: float) -> float:
    share = overlap(_words_of(former), _words_of(later))
    return share if share >= least else 0.0


@lru_cache(maxsize=4_096)
def _words_of(blocks: tuple[Block, ...]) -> Words:
    return Counter(text_of(blocks).split())


def compare_content(old: Sequence[Inline], new: Sequence[Inline]) -> tuple[Inline, ...]:
    """Return the later running text with the words marked that differ; changes over one blank are joined."""
    former, later = _with_merged_notes(tuple(atoms_of(old)), tuple(atoms_of(new)))
    if len(former) + len(later) > _MOST_ATOMS:
        return _marked(former, DELETED) + _marked(later, INSERTED)
    content: tuple[Inline, ...] = ()
    for deleted, inserted, same in _segments(former, later):
        content += _marked(deleted, DELETED) + _marked(inserted, INSERTED) + content_of(same)
    return content


def _with_merged_notes(former: _Atoms, later: _Atoms) -> tuple[_Atoms, _Atoms]:
    """Put one footnote with the changes marked in it in the place of two that are one and the same but for these."""
    old, new = ([atom.leaf for atom in atoms if isinstance(atom.leaf, Footnote)] for atoms in (former, later))
    merged: dict[Footnote, Footnote] = {}
    for note, present in align(old, new, lambda note: plain(note.blocks), _notes_likeness):
        if note is not None and present is not None and plain(note.blocks) != plain(present.blocks):
            merged[note] = merged[present] = Footnote(present.label, compare(note.blocks, present.blocks))
    return _with_notes(former, merged), _with_notes(later, merged)


def _notes_likeness(former: Footnote, later: Footnote) -> float:
    return _share(former.blocks, later.blocks, _ALIKE)


def _with_notes(atoms: _Atoms, notes: Mapping[Footnote, Footnote]) -> _Atoms:
    if not notes:
        return atoms
    return tuple(
        atom._replace(leaf=notes.get(atom.leaf, atom.leaf)) if isinstance(atom.leaf, Footnote) else atom
        for atom in atoms
    )


def _marked(atoms: Sequence[Atom], kind: str) -> tuple[Inline, ...]:
    return (Marked(kind, content_of(atoms)),) if atoms else ()


def _segments(old: Sequence[Atom], new: Sequence[Atom]) -> Iterator[tuple[list[Atom], list[Atom], list[Atom]]]:
    """Yield what is deleted, what is inserted in its place, and what then stays."""
    deleted: list[Atom] = []
    inserted: list[Atom] = []
    first = start = 0
    for last, end, size in find_matches([_key(atom) for atom in old], [_key(atom) for atom in new]):
        deleted += old[first:last]
        inserted += new[start:end]
        first, start = last + size, end + size
        same = new[end:start]
        is_between = last + end > 0 and (first, start) != (len(old), len(new))
        if is_between and all(atom.is_blank for atom in same):
            deleted += old[last:first]
            inserted += same
            continue
        yield deleted, inserted, list(same)
        deleted, inserted = [], []


def _key(atom: Atom) -> Hashable:
    """Return what tells atoms apart: a footnote by what it says, not by its label."""
    return (atom.text, atom.marks, type(atom.leaf), plain(getattr(atom.leaf, "blocks", ())))
