"""Notices: what a state announces about its role, when it was sent, and the mandate concerned."""

from datetime import date
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.events import Event, events_of
from cica_docs.register.mandates.appointments import end_before, proposed_end
from cica_docs.register.mandates.mandates import Mandate, mandates
from cica_docs.register.works import Work, works_of


class Notice(NamedTuple):
    """A notice of `intention`, `extension` or `early-termination`, and the acts by which it was sent."""

    work: Work
    purpose: str
    sendings: tuple[Event, ...]
    mandate: Mandate | None

    @property
    def sent(self) -> Event | None:
        """The first act by which it was sent, or None while it is a draft."""
        return self.sendings[0] if self.sendings else None

    @property
    def due(self) -> date | None:
        """The day before which it must be sent: the end of the tenure to be extended, or of the duties."""
        if self.purpose == "early-termination":
            return proposed_end(self.work)
        if self.purpose == "extension" and self.mandate and self.sent:
            return end_before(self.mandate, self.sent.on.first)
        return None


@cached_query
def notices(corpus: Corpus) -> tuple[Notice, ...]:
    """List all readable notices, by id."""
    by_id = {mandate.work.id: mandate for mandate in mandates(corpus)}
    return tuple(
        Notice(
            work,
            str(work.original.get("/purpose") or ""),
            tuple(event for event in events_of(work.original) if event.kind == "sent"),
            by_id.get(str(work.original.get("/mandate") or "")),
        )
        for work in works_of(corpus, "notice")
    )


def sent_notices(corpus: Corpus) -> tuple[tuple[Notice, Event], ...]:
    """List the notices sent, each with the act of sending."""
    return tuple((notice, notice.sent) for notice in notices(corpus) if notice.sent)


def channels_of(corpus: Corpus, notice: Work) -> tuple[str, ...]:
    """Return the bodies through which a notice goes: a notice of intention through two, any other through one."""
    is_offer = notice.original.get("/purpose") == "intention"
    bodies = map(corpus.reference.role, ("forwards", "circulates") if is_offer else ("circulates",))
    return tuple(body for body in bodies if body)
