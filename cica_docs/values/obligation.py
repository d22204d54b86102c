"""An obligation with a day by which it is due."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from cica_docs.values.span import Place

ITEM_ENDED = "item-ended"
UPDATED = "updated"
PERIOD_BEGUN = "period-begun"
UPDATE_ASKED = "update-asked"
CONTRIBUTION_EXPECTED = "contribution-expected"

# Occasions that are derived from works of a kind, beside each single act: `mandate.service-begun`.
DERIVED_OCCASIONS = (
    "service-begun",
    "service-ended",
    "term-extended",
    "first-draft",
    PERIOD_BEGUN,
    ITEM_ENDED,
    UPDATED,
    CONTRIBUTION_EXPECTED,
    UPDATE_ASKED,
)
# Occasions that recur, of no kind of work.
MEETING = "meeting"
RECURRING_OCCASIONS = ("each-year", "each-half-year", "each-chairmanship", "each-year-of-service", MEETING)


class ObligationState(StrEnum):
    """The state of an obligation on a day."""

    OPEN = "open"
    DUE_SOON = "due-soon"
    OVERDUE = "overdue"
    DISCHARGED_LATE = "discharged-late"
    DISCHARGED = "discharged"

    @property
    def is_open(self) -> bool:
        """Whether it is still to be discharged."""
        return self in {ObligationState.OPEN, ObligationState.DUE_SOON, ObligationState.OVERDUE}


class Obligation(NamedTuple):
    """A duty under a provision with its due day, and the day of the act that discharged it.

    It arises from one work. `id` never changes: provision, work and, if a work gives rise to several, a part that
    distinguishes them. `addressee` is the code of a state or the id of a body.
    """

    id: str
    duty: str
    """The name of its entry in the table of the decision."""
    provision: str
    addressee: str
    area: str
    work: str
    place: Place
    arises: date
    due: date
    soon: date
    """The day from which it is due soon."""
    discharged: date | None = None
    occasion: str = ""
    """The word of the table that it arises from: `mandate.service-begun`."""
    item: str = ""
    """The item or work that it concerns, where one work gives rise to several."""
    period: str = ""
    """The year or other period that it recurs in."""
    is_set_by_register: bool = False
    """Whether the due day is a setting of the register, since the clause sets none."""
    is_vacant: bool = False
    """Whether nobody who would owe it is in office, so that the addressee stands in for it."""
    alarms: tuple[int, ...] = ()
    """Days before the due day on which a calendar gives notice."""

    def state(self, as_of: date) -> ObligationState:
        """Return its state on a day; acts of later days do not count."""
        if self.discharged is not None and self.discharged <= as_of:
            return ObligationState.DISCHARGED if self.discharged <= self.due else ObligationState.DISCHARGED_LATE
        if as_of > self.due:
            return ObligationState.OVERDUE
        return ObligationState.DUE_SOON if as_of >= self.soon else ObligationState.OPEN
