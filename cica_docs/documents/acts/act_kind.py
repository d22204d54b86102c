"""Acts of a kind of document as data: what their fields agree with, and which acts come before and after them."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from cica_docs.values.role import EVERYBODY

_SETTLED = ("text", "facts")
_SETTLING = frozenset({"approved", "superseded", "withdrawn", "ended"})
"""The stages with which text and facts are settled, unless a kind says otherwise."""


class Agreement(NamedTuple):
    """What a field of an act agrees with.

    `sources` are pointers to fields of the document, `/state`, or of a document that a field names, `/mandate/holder`;
    fields of other acts, `objected.by`; roles of the settings, `circulates`; `leads` and `serves`, the States in office
    in the area on the day of the act.
    """

    field: str
    relation: str
    """`among`: nothing but what the sources have; `covers`: all that they have; `within`: a day of theirs."""
    sources: tuple[str, ...]


class ActKind(NamedTuple):
    """A kind of act: the stage that follows from it, its agreements, and its place among the other acts."""

    stage: str
    agreements: tuple[Agreement, ...] = ()
    after: tuple[str, ...] = ()
    """Acts of which the first, if on record, comes no later."""
    needs: tuple[str, ...] = ()
    """Acts of which one is on record."""
    not_after: tuple[str, ...] = ()
    """Acts after which it cannot be done, unless the work was begun again."""
    until: str = ""
    """The field with the last day on which it can be done."""
    renews: bool = False
    """Whether it begins again a work that had been withdrawn or cancelled."""
    lengthens: str = ""
    """The field of the act with a last day later than the one before."""
    shortens: str = ""
    """The field of the act with a last day no later than the one before."""
    reaches_all: bool = False
    """Whether it is done towards all Member States."""
    settles: tuple[str, ...] = ()
    """What is settled with it: `text`, the words of all editions, and `facts`, the other fields."""
    amends: bool = False
    """Whether a settled document may be changed with it."""
    is_approval: bool = False
    """Whether a body approves the document with it, so that settings can ask for a signed record."""
    corrected_by: tuple[str, ...] = ()
    """Who may correct it: roles of the settings, or `doer`, who did it."""


def read_act_kind(entry: Any, corrected_by: tuple[str, ...] = ()) -> ActKind:
    """Read the entry of an act under `events` of a kind; `corrected_by` holds where it does not say that itself."""
    data: Mapping[str, Any] = entry if isinstance(entry, dict) else {}
    agrees = data.get("agrees") or {}
    return ActKind(
        stage=str(data.get("stage") or ""),
        agreements=tuple(
            Agreement(field, relation, tuple(sources))
            for field, relations in agrees.items()
            for relation, sources in relations.items()
        ),
        after=tuple(data.get("after") or ()),
        needs=tuple(data.get("needs") or ()),
        not_after=tuple(data.get("not_after") or ()),
        until=str(data.get("until") or ""),
        renews=bool(data.get("renews")),
        lengthens=str(data.get("lengthens") or ""),
        shortens=str(data.get("shortens") or ""),
        reaches_all=data.get("reaches") == EVERYBODY,
        settles=tuple(data["settles"] if "settles" in data else _SETTLED if data.get("stage") in _SETTLING else ()),
        amends=bool(data.get("amends")),
        is_approval=bool(data.get("approval")),
        corrected_by=tuple(data.get("corrected_by") or corrected_by),
    )
