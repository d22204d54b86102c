"""Whether a unit of XLIFF 1.2 is done, by its state and by what Trados and memoQ add to it.

Only marks that are there count: a tool that knows no states says nothing of a unit, and its text is taken.
"""

from typing import Any

_SDL = "{http://sdl.com/FileTypes/SdlXliff/1.0}"
_MEMOQ = "{MQXliff}"
_FINAL = {"final", "signed-off"}
_SUGGESTED = {"fuzzy-match", "leveraged-mt", "mt-suggestion", "tm-suggestion"}
"""Qualifiers of texts that nobody has written for this source; they may stay on a target once it is signed off."""
_CONFIRMED = ("ManuallyConfirmed", "Confirmed", "Proofread", "Reviewer")
"""How memoQ begins the names of what a translator or reviewer has confirmed."""


def is_marked_unfinished(unit: Any, target: Any) -> bool:
    """Return whether anything in a `trans-unit` says that its target is not done."""
    state, qualifier = ("", "") if target is None else (target.get("state", ""), target.get("state-qualifier", ""))
    return (
        unit.get("approved") == "no"
        or state == "new"
        or state.startswith("needs-")
        or qualifier.startswith("rejected-")
        or (qualifier in _SUGGESTED and state not in _FINAL)
        or not _is_confirmed(unit.get(f"{_MEMOQ}status", ""))
        or any(_is_draft(segment.get("conf", "")) for segment in unit.iter(f"{_SDL}seg"))
    )


def _is_confirmed(status: str) -> bool:
    """Return whether memoQ calls a unit confirmed, by whoever; true where it says nothing."""
    return not status or status.startswith(_CONFIRMED)


def _is_draft(confirmation: str) -> bool:
    """Return whether Trados calls a segment a draft or rejected."""
    return confirmation in {"Draft", "Unspecified"} or confirmation.startswith("Rejected")
