"""Addressees: who owes an obligation, by the words of the table and the offices on record on a day."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.register.mandates.offices import leading_state, serving_states
from cica_docs.register.obligations.occasion import Occasion
from cica_docs.register.obligations.table import Duty

# Parties that follow from who is in office on a day; any other word is a party of the occasion itself.
_IN_OFFICE: Mapping[str, Callable[[Corpus, Occasion, date], str]] = {
    "leader": lambda corpus, occasion, on: leading_state(corpus, occasion.area, on),
    "serving": lambda corpus, occasion, on: next(iter(serving_states(corpus, occasion.area, on)), ""),
    "asked": lambda corpus, occasion, on: (
        occasion.parties.get("asked", "")
        if occasion.parties.get("asked") in serving_states(corpus, occasion.area, on)
        else ""
    ),
}


class Addressee(NamedTuple):
    """A State or body that owes an obligation; `is_vacant` if it is addressed because nobody is in office."""

    party: str
    is_vacant: bool = False


def addressee_of(corpus: Corpus, duty: Duty, occasion: Occasion, on: date) -> Addressee:
    """Return the first party that the table names and that is in office on a day, else the body for a vacancy."""
    if duty.body is not None:
        return Addressee(duty.body.named_in(corpus))
    for word in duty.owed_by:
        of_office = _IN_OFFICE.get(word)
        party = of_office(corpus, occasion, on) if of_office else occasion.parties.get(word, "")
        if party:
            return Addressee(party)
    return Addressee(duty.vacant.named_in(corpus) if duty.vacant else "", is_vacant=True)
