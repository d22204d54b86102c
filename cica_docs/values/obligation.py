"""An obligation with a day by which it is due."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cica_docs.values.span import Place


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


@dataclass(frozen=True, slots=True)
class Obligation:
    """A duty under a provision with its due day, and the day of the act that discharged it.

    It arises from one work. `id` never changes: provision, work and, if a work gives rise to several, a part that
    distinguishes them. `addressee` is the code of a state or the id of a body.
    """

    id: str
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

    def state(self, as_of: date) -> ObligationState:
        """Return its state on a day; acts of later days do not count."""
        if self.discharged is not None and self.discharged <= as_of:
            return ObligationState.DISCHARGED if self.discharged <= self.due else ObligationState.DISCHARGED_LATE
        if as_of > self.due:
            return ObligationState.OVERDUE
        return ObligationState.DUE_SOON if as_of >= self.soon else ObligationState.OPEN
