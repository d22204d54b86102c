"""Draw who held an office when: a row for each office, a bar for each service, a mark for what is known of a day."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from cica_docs.text.escape import escape_print

_LEFT, _WIDTH, _ROW, _TOP = 300, 640, 26, 24
_LONGEST = 40
"""Characters of a label that fit beside the bars."""


class Bar(NamedTuple):
    """A service with its first day, and its last one, None while no end is on record."""

    first: date
    last: date | None
    label: str
    kind: str = "held"
    """`held`, `acting`, `supporting` or `known`."""


class Lane(NamedTuple):
    """The bars of one office."""

    label: str
    bars: tuple[Bar, ...]


def draw_timeline(lanes: Sequence[Lane], as_of: date, title: str) -> Markup:
    """Draw the lanes over whole years, with a line on the day of the register."""
    days = [day for lane in lanes for bar in lane.bars for day in (bar.first, bar.last or as_of)]
    first_year = min((*days, as_of)).year
    last_year = max((*days, as_of)).year + 1
    start, end = date(first_year, 1, 1), date(last_year, 1, 1)
    height = _TOP + _ROW * len(lanes) + 6

    def across(day: date) -> float:
        return round(_LEFT + _WIDTH * (day - start).days / max(1, (end - start).days), 1)

    step = max(1, (last_year - first_year) // 8)
    drawn = [_year(across(date(year, 1, 1)), year, height) for year in range(first_year, last_year + 1, step)]
    for index, lane in enumerate(lanes):
        top = _TOP + _ROW * index
        drawn.append(
            Markup('<text class="lane" x="0" y="{}">{}</text>').format(top + 17, escape_print(_short(lane.label)))
        )
        drawn += [_bar(bar, across(bar.first), across(bar.last or max(as_of, bar.first)), top) for bar in lane.bars]
    drawn.append(
        Markup('<line class="today" x1="{0}" x2="{0}" y1="{1}" y2="{2}"/>').format(across(as_of), _TOP - 6, height)
    )
    return Markup(
        '<svg class="timeline" viewBox="0 0 {0} {1}" width="{0}" height="{1}" role="img" aria-label="{2}">{3}</svg>'
    ).format(_LEFT + _WIDTH + 20, height, escape_print(title), Markup().join(drawn))


def _year(x: float, year: int, height: int) -> Markup:
    return Markup(
        '<line class="year" x1="{0}" x2="{0}" y1="16" y2="{2}"/><text class="year" x="{0}" y="12">{1}</text>'
    ).format(x, year, height)


def _bar(bar: Bar, left: float, right: float, top: int) -> Markup:
    width = max(6.0, round(right - left, 1))
    kind = bar.kind if bar.last or bar.kind == "known" else f"{bar.kind} open"
    return Markup('<rect class="{}" x="{}" y="{}" width="{}" height="18" rx="2"><title>{}</title></rect>').format(
        kind, left, top + 4, width, escape_print(bar.label)
    )


def _short(label: str) -> str:
    return label if len(label) <= _LONGEST else f"{label[: _LONGEST - 1].rstrip()}…"
