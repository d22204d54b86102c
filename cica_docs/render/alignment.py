"""Which paragraphs of several languages belong together."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cica_docs.documents.blocks import Block, Group, Heading, Paragraph, Table
from cica_docs.render.edition import Edition

_OPEN_ROLES = frozenset({"", "title", "body", "items", "annex", "parallel"})
"""Groups whose blocks are compared one by one; any other group is compared whole."""
_SECTION = 2


@dataclass(frozen=True)
class Unit:
    """The smallest thing that is set beside its counterparts: a block and the role of the group it lies in."""

    block: Block
    role: str = ""

    @property
    def section(self) -> str:
        """The section that a heading opens."""
        return self.block.id if isinstance(self.block, Heading) and self.block.level <= _SECTION else ""

    @property
    def is_anchor(self) -> bool:
        """Whether it holds the languages together; an enclosure does not, as Kazakh letters name it further down."""
        match self.block:
            case Heading(id=name):
                return bool(name)
            case Paragraph(number=number):
                return bool(number)
            case Group(role=role):
                return role != "enclosure"
        return False

    @property
    def shape(self) -> tuple[object, ...]:
        """What counterparts have in common."""
        match self.block:
            case Heading(level=level, id=name):
                return ("heading", level, name)
            case Paragraph(number=number):
                return ("paragraph", number)
            case Table(rows=rows):
                return ("table", len(rows))
            case Group(role=role):
                return ("group", role)
        return (type(self.block).__name__,)


@dataclass(frozen=True)
class Row:
    """What stands side by side: for each language the units, one where the languages agree in shape, else many."""

    cells: tuple[tuple[Unit, ...], ...]

    @property
    def is_title(self) -> bool:
        """Whether it is the title in every language."""
        return all(
            len(cell) == 1 and isinstance(cell[0].block, Heading) and cell[0].block.level == 1 for cell in self.cells
        )

    @property
    def is_page_break(self) -> bool:
        """Whether it is nothing but the wish for a new page."""
        return all(len(cell) == 1 and cell[0].block == Group("page-break", ()) for cell in self.cells)

    @property
    def role(self) -> str:
        """The role that all its units share, or none."""
        roles = {unit.role for cell in self.cells for unit in cell}
        return roles.pop() if len(roles) == 1 else ""


def aligned(editions: Sequence[Edition]) -> tuple[Row, ...]:
    """The rows of a page: paragraph by paragraph where the languages run alike, section by section where not."""
    columns = [list(_sections(list(_units(edition.blocks, "")))) for edition in editions]
    if len({tuple(name for name, _ in column) for column in columns}) != 1:
        return (Row(tuple(tuple(unit for _, units in column for unit in units) for column in columns)),)
    return tuple(row for sections in zip(*columns, strict=True) for row in _rows([units for _, units in sections]))


def _rows(columns: Sequence[Sequence[Unit]]) -> Iterator[Row]:
    """Rows between what stands once in every language, such as a numbered paragraph or a part of the page."""
    done = [0] * len(columns)
    known = [_places(column) for column in columns]
    for unit in columns[0]:
        places = [places.get(unit.shape, -1) for places in known]
        if unit.is_anchor and all(place >= start for place, start in zip(places, done, strict=True)):
            yield from _matched(
                [column[start:place] for column, start, place in zip(columns, done, places, strict=True)]
            )
            done = places
    yield from _matched([column[start:] for column, start in zip(columns, done, strict=True)])


def _places(column: Sequence[Unit]) -> dict[tuple[object, ...], int]:
    """Where each shape stands that a column has but once."""
    often = Counter(unit.shape for unit in column)
    return {unit.shape: at for at, unit in enumerate(column) if often[unit.shape] == 1}


def _matched(columns: Sequence[Sequence[Unit]]) -> Iterator[Row]:
    """Unit beside unit from the top and from the bottom as far as the shapes agree; what is between as a whole."""
    least = min(map(len, columns))
    above = next((at for at in range(least) if _differ(columns, at)), least)
    below = next((at for at in range(least - above) if _differ(columns, -1 - at)), least - above)
    yield from _beside(column[:above] for column in columns)
    between = tuple(tuple(column[above : len(column) - below]) for column in columns)
    if any(between):
        yield Row(between)
    yield from _beside(column[len(column) - below :] for column in columns)


def _differ(columns: Sequence[Sequence[Unit]], at: int) -> bool:
    return len({column[at].shape for column in columns}) > 1


def _beside(columns: Iterable[Sequence[Unit]]) -> Iterator[Row]:
    return (Row(tuple((unit,) for unit in units)) for units in zip(*columns, strict=True))


def _units(blocks: Sequence[Block], role: str) -> Iterator[Unit]:
    for block in blocks:
        if isinstance(block, Group) and block.role in _OPEN_ROLES and block.language is None:
            yield from _units(block.blocks, block.role)
        else:
            yield Unit(block, role)


def _sections(units: Sequence[Unit]) -> Iterator[tuple[str, list[Unit]]]:
    """The units parted before each heading that opens a section, with the section's id."""
    name = ""
    run: list[Unit] = []
    for unit in units:
        if unit.section:
            yield name, run
            name, run = unit.section, []
        run.append(unit)
    yield name, run
