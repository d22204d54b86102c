"""What gives rise to an obligation, and the days and parties that the table may name."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from cica_docs.register.events import Event, read_names
from cica_docs.register.works import Work
from cica_docs.values.span import Place

_AUTHOR_FIELDS = ("/prepared_by", "/elaborated_by", "/submitted_by", "/holder", "/state", "/by")


@dataclass(frozen=True, eq=False)
class Occasion:
    """An act, a term, an item or a period that gives rise to one obligation."""

    key: str
    """Its part of the obligation's id."""
    place: Place
    arises: date | None
    """None if the obligation arises on its soon day, as with a meeting that is still to come."""
    judged_on: date
    """The day on which the decision must bind."""
    start: date
    """The day from which a term is counted: the last on which it may have begun."""
    end: date | None
    first: date | None = None
    """The first day of the period that `end` ends, if it is later than the start: that of a service or tenure."""
    work: Work | None = None
    area: str = ""
    role: str = ""
    parties: Mapping[str, str] = field(default_factory=dict)
    """States and bodies by word: `holder`, `author`, `asked`, `chair`."""
    days: Mapping[str, date] = field(default_factory=dict)
    """Further days by word: `outcome`, `application`, `agreed`."""
    acts: tuple[Event, ...] = ()
    """The acts of the work itself that may discharge the obligation."""
    since: date = date.min
    """Acts of other works count from this day on."""
    until: date = date.max
    served_until: date | None = None
    """The last day in office of the State that holds the mandate; None if it arises from no service."""
    is_continued: bool = False
    """Whether the same State goes on in the same office."""
    is_partial: bool = False
    """Whether it is no whole period; the obligation is listed only if it has been discharged."""
    item: str = ""
    period: str = ""

    def day(self, word: str) -> date | None:
        """Return the day that a word of the table names, or None if there is none."""
        match word:
            case "start":
                return self.start
            case "end":
                return self.end
            case "arises":
                return self.arises
            case _:
                return self.days.get(word)

    @property
    def work_name(self) -> str:
        """The name of the work from which it arises, or "" for none."""
        return self.work.name if self.work else ""


def authors_of(work: Work) -> tuple[str, ...]:
    """Return the States or bodies that made a work, as its front matter names them."""
    return next((names for field in _AUTHOR_FIELDS if (names := read_names(work.original.get(field)))), ())


def author_parties(work: Work) -> dict[str, str]:
    """Return the parties of an occasion from a work that States or bodies made: the first of them."""
    return {"author": next(iter(authors_of(work)), "")}


def area_of(work: Work) -> str:
    """Return the area or dimension of a work, or ""."""
    return str(work.original.get("/area") or "")
