"""Deadlines: the day on which an obligation is due, and from which it is due soon."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.register.obligations.meetings import first_meeting, last_meeting
from cica_docs.register.obligations.occasion import Occasion
from cica_docs.values.day import add_months, add_years, day_in_year, plus_days

_SHIFTS: Mapping[str, Callable[[date, int], date]] = {"days": plus_days, "months": add_months, "years": add_years}
_START, _DUE = "start", "due"
_CALENDAR_DAY = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")


class Quantity(NamedTuple):
    """A number or word: written out, a value of the decision by name, or a setting of the register."""

    written: int | str | None = None
    """For a setting, its default."""
    value: str = ""
    setting: str = ""


class Deadline(NamedTuple):
    """A day named by a point of the occasion, by a span before or after one, or by the calendar."""

    point: str
    unit: str = ""
    quantity: Quantity | None = None
    is_before: bool = False
    body: str = ""
    """The body whose first or last meeting is meant."""
    calendar_day: Quantity | None = None

    @property
    def is_setting(self) -> bool:
        """Whether its number or day is a setting of the register."""
        return any(quantity is not None and quantity.setting for quantity in (self.quantity, self.calendar_day))


def read_quantity(value: Any) -> Quantity | None:
    """Read a number, the name of a value, or `{setting: …, otherwise: …}`."""
    if isinstance(value, int) and not isinstance(value, bool):
        return Quantity(written=value)
    if isinstance(value, str):
        return Quantity(value=value)
    if isinstance(value, dict) and isinstance(value.get("setting"), str):
        otherwise = value.get("otherwise")
        return Quantity(written=otherwise if isinstance(otherwise, int | str) else None, setting=value["setting"])
    return None


def read_deadline(value: Any, *, is_before: bool) -> Deadline | None:
    """Read a deadline, or None if it has no such form; `is_before` says how a span without a point is counted."""
    if isinstance(value, str):
        return Deadline(value)
    if not isinstance(value, dict):
        return None
    body = str(value.get("of") or "")
    if isinstance(value.get("at"), str):
        return Deadline(value["at"], body=body)
    if "by" in value:
        day = Quantity(written=value["by"]) if isinstance(value["by"], str) else read_quantity(value["by"])
        return Deadline(_START, calendar_day=day) if day else None
    unit = next((unit for unit in _SHIFTS if unit in value), "")
    quantity = read_quantity(value.get(unit))
    if quantity is None:
        return None
    default = _DUE if is_before else _START
    before, after = value.get("before"), value.get("after")
    if after is None and (before is not None or is_before):
        return Deadline(str(before or default), unit, quantity, is_before=True, body=body)
    return Deadline(str(after or default), unit, quantity, body=body)


def read_due(value: Any) -> tuple[Deadline, ...]:
    """Read a deadline, or a list whose first known one counts; leave out those that have no such form."""
    alternatives = value if isinstance(value, list) else [value]
    return tuple(filter(None, (read_deadline(each, is_before=False) for each in alternatives)))


def resolve(corpus: Corpus, quantity: Quantity, unit: str, on: date) -> int | str | None:
    """Return the number or word that is in force on a day, or None if there is none."""
    if quantity.setting:
        setting = _setting(corpus, quantity.setting)
        return setting if type(setting) is type(quantity.written) or quantity.written is None else quantity.written
    if quantity.value:
        return _number(corpus.decision.value(quantity.value, on).get(unit))
    return quantity.written


def _setting(corpus: Corpus, name: str) -> Any:
    """Return the answer to an open question, else a deadline of the register, else a setting of this name, or None."""
    file = corpus.decision.house
    pointers = (f"/open_questions/{name}/value", f"/deadlines/{name}", f"/{name}")
    return next((value for pointer in pointers if file and (value := file.front.get(pointer)) is not None), None)


def _number(value: Any) -> int | None:
    """Return a number, or the greater of two bounds."""
    bound = value[-1] if isinstance(value, list) and value else value
    return bound if isinstance(bound, int) and not isinstance(bound, bool) else None


class Reckoning(NamedTuple):
    """Reckons the deadlines of a duty from one occasion."""

    corpus: Corpus
    occasion: Occasion

    def day(self, deadline: Deadline) -> date | None:
        """Return the day of a deadline that depends on no other, or None if it is unknown."""
        return self._day(deadline, None)

    def due(self, alternatives: tuple[Deadline, ...]) -> tuple[Deadline, date] | None:
        """Return the first deadline whose day is known, with its day, or None if none is."""
        return next(((due, day) for due in alternatives if (day := self.day(due)) is not None), None)

    def soon(self, soon: Deadline, due: Deadline, due_day: date) -> date | None:
        """Return the first day on which it is due soon.

        Months before a due day that is itself counted in months are counted from the same start, so that both fall on
        the same day of the month.
        """
        if soon.unit and soon.point == _DUE and (soon.unit, due.point, due.is_before) == (due.unit, _START, False):
            total, less = self._count(due), self._count(soon)
            if total is None or less is None:
                return None
            return _SHIFTS[due.unit](self.occasion.start, max(total - less, 0))
        return self._day(soon, due_day)

    def _count(self, deadline: Deadline) -> int | None:
        if deadline.quantity is None:
            return None
        on = self.occasion.arises or self.occasion.start
        number = resolve(self.corpus, deadline.quantity, deadline.unit, on)
        return max(number, 0) if isinstance(number, int) else None

    def _day(self, deadline: Deadline, due: date | None) -> date | None:
        if deadline.calendar_day:
            return self._calendar_day(deadline.calendar_day)
        point = self._point(deadline, due)
        if point is None or not deadline.unit:
            return point
        number = self._count(deadline)
        if number is None:
            return None
        return _SHIFTS[deadline.unit](point, -number if deadline.is_before else number)

    def _point(self, deadline: Deadline, due: date | None) -> date | None:
        match deadline.point:
            case "due":
                return due
            case "first-meeting":
                return first_meeting(self.corpus, deadline.body, self.occasion)
            case "last-meeting":
                return last_meeting(self.corpus, deadline.body, self.occasion)
            case _:
                return self.occasion.day(deadline.point)

    def _calendar_day(self, quantity: Quantity) -> date | None:
        """Return the first day from the start on with this month and day; 29 February is the 28th in a common year."""
        match = _CALENDAR_DAY.fullmatch(str(resolve(self.corpus, quantity, "", self.occasion.start)))
        if match is None:
            return None
        start, month, day = self.occasion.start, int(match[1]), int(match[2])
        return next(
            (date for year in (start.year, start.year + 1) if (date := day_in_year(year, month, day)) >= start), None
        )
