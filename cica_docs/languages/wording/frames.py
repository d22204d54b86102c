"""Frames: what words of several classes say together in a clause, in whatever order a language puts them.

A frame names classes of words: who, with what force, which act. Which words are of a class is for the lexicon of each
language to say; no frame knows a language.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from cica_docs.languages.wording.sought import Sought


class Frame(NamedTuple):
    """Classes of words that together have a wording."""

    parts: tuple[tuple[str, ...], ...]
    """Each must be there; those of one part are side by side."""
    unless: tuple[str, ...] = ()
    """Classes of which none may be near, besides those of any frame."""
    most: int = 16
    """The most words from the first to the last."""

    @property
    def classes(self) -> tuple[str, ...]:
        """The classes of all parts."""
        return tuple(name for part in self.parts for name in part)


EXCUSES = ("denial", "choice", "asked")
"""Classes that excuse in any frame: what is denied, left to those who wish, or only asked or discussed."""

_UNCHOSEN = frozenset({"majority-vote", "tenure-extension", "paper-approval", "appointment", "modalities-amendment"})
"""Wordings of what nobody may choose, so that the choice excuses nothing."""

_QUALIFYING = "qualifying"
"""Words that deny something of what is spoken of, not what is said of it: events not listed in a plan."""

DENYING = frozenset(
    {
        "absent-states",
        "barred",
        "by-itself",
        "compulsory",
        "consent-left-out",
        "counted-in",
        "forbidden",
        "made-lesser",
        "measure-outside",
        "needless",
        "no-consent",
        "not-covered",
        "outvoting",
        "past-chair",
        "recipient-decides",
        "solely",
        "standing-in",
        "staying-away",
        "unasked",
        "unconfined",
        "until",
        "vetoing",
        "without-leave",
    }
)
"""Classes whose words deny something themselves; a denial in words of other classes excuses."""

_ACTING_UNLESS = ("meeting", "housekeeping")

FRAMES: Mapping[str, tuple[Frame, ...]] = {
    "obligation": (
        Frame((("taking-part",), ("compulsory",)), unless=("other-bearers",), most=14),
        Frame((("staying-away",), ("forbidden",)), unless=("other-bearers",), most=14),
        Frame((("staying-away",), ("answered-for",)), unless=("other-bearers",), most=14),
        Frame((("compulsory", "upon-states"),)),
        Frame((("burden", "burdened-states"),)),
        Frame((("binding", "states-bound"),)),
        Frame((("states",), ("as-duty",)), unless=("other-bearers", "office-holder")),
        Frame((("states",), ("without-fail",)), unless=("guests", "office-holder"), most=12),
        Frame((("states",), ("barred", "leaving")), unless=("approver",), most=14),
        Frame((("absent-states",), ("must",)), unless=("office-holder",), most=12),
        Frame((("counted-in",), ("unasked",)), unless=("approver", "office-holder", "procedure"), most=20),
    ),
    "exclusion": (
        Frame((("solely", "office-holder"), ("acting",)), unless=_ACTING_UNLESS, most=14),
        Frame((("solely", "office-holder"), ("own-activity",)), unless=_ACTING_UNLESS, most=12),
        Frame((("own-activity",), ("needing", "agreeing", "office-holder")), unless=_ACTING_UNLESS, most=26),
        Frame((("own-activity",), ("leave-needed", "office-holder")), unless=_ACTING_UNLESS, most=26),
        Frame((("barred",), ("until", "agreeing", "office-holder"), ("own-activity",)), unless=_ACTING_UNLESS, most=20),
        Frame((("barred",), ("until", "office-holder", "agreeing"), ("own-activity",)), unless=_ACTING_UNLESS, most=20),
        Frame((("barred",), ("without-leave", "office-holder"), ("own-activity",)), unless=_ACTING_UNLESS, most=20),
        Frame(
            (("vetoing", "office-holder"), ("own-activity", "of-others")),
            unless=(*_ACTING_UNLESS, "agreeing", "requested"),
        ),
        Frame((("states",), ("refraining", "acting")), unless=("meeting",), most=14),
        Frame((("states",), ("forbidden",), ("acting-alone",)), unless=("meeting",)),
        Frame((("other-accords",), ("forbidden",)), most=14),
        Frame((("accords",), ("elsewhere",), ("forbidden",))),
    ),
    "precedence": (
        Frame((("conflict",), ("treaty",), ("applying", "paper")), most=24),
        Frame((("paper-prevails",), ("conflict",)), most=14),
        Frame((("accords",), ("made-lesser",)), most=18),
        Frame((("accords",), ("fitted", "to-paper")), most=18),
        Frame((("accords",), ("conflict",), ("to-paper",), ("not-applied",)), most=18),
        Frame((("paper",), ("superior", "lesser-accords"))),
        Frame((("conflict",), ("between-paper",), ("treaty",), ("former-applies",)), most=24),
        Frame((("conflict",), ("treaty",), ("and-paper",), ("latter-applies",)), most=24),
    ),
    "beyond-agreed-measures": (
        Frame((("measure-outside",), ("establishing",)), unless=("proposed",)),
        Frame((("further-measure",), ("establishing",), ("agreed-measures",)), unless=("proposed",)),
        Frame((("cooperation",), ("unconfined", "agreed-measures"))),
        Frame((("cooperation",), ("extends",), ("not-covered", "agreed-measures")), unless=("proposed",)),
    ),
    "majority-vote": (
        Frame((("measures",), ("settled",), ("votes",)), unless=("other-votes",)),
        Frame((("measures",), ("counted-adopted",), ("votes",)), unless=("procedure",), most=20),
        Frame((("measures",), ("settled",), ("outvoting",)), most=20),
        Frame((("measures",), ("put-to-vote",)), unless=("other-votes",)),
    ),
    "tenure-extension": (
        Frame((("tenure",), ("prolonged",), ("by-itself",)), unless=("approver",)),
        Frame((("tenure",), ("prolonged", "by-others")), unless=("approver", "proposed"), most=12),
        Frame((("tenure",), ("prolonged",), ("needless", "approval-of-approver"))),
        Frame((("tenure",), ("prolonging",), ("in-others-hands",)), unless=("approver", "proposed")),
    ),
    "paper-approval": (
        Frame((("paper-text",), ("prolonged",), ("by-itself",)), unless=("approver",)),
        Frame((("paper-text",), ("put-in-force",), ("by-itself",)), unless=("approver", "proposed")),
        Frame((("paper-text",), ("put-in-force", "by-others")), unless=("approver", "proposed"), most=12),
        Frame((("paper-text",), ("put-in-force", "others-acting")), unless=("approver", "proposed"), most=12),
        Frame((("paper-text",), ("in-force",), ("others", "agreeing")), unless=("approver", "proposed")),
        Frame((("paper-text",), ("in-force",), ("others", "notifying")), unless=("approver", "proposed")),
        Frame((("changes", "paper-text"), ("made", "by-others")), unless=("approver", "proposed")),
        Frame((("changes", "paper-text"), ("made", "others-acting")), unless=("approver", "proposed")),
        Frame((("paper-text",), ("needless", "approval-of-approver")), most=22),
        Frame((("paper-text",), ("approving",), ("in-others-hands",)), unless=("approver", "proposed")),
    ),
    "appointment": (
        Frame((("office", "appointed", "by-others"),), unless=("approver", "proposed")),
        Frame((("office", "appointed", "others-acting"),), unless=("approver", "proposed")),
        Frame((("office", "others-appoint"),), unless=("approver", "proposed")),
        Frame((("standing-in",), ("chosen-by-others",)), unless=("approver", "proposed")),
        Frame((("office",), ("appointing",), ("in-others-hands",)), unless=("approver", "proposed")),
    ),
    "past-chairmanship": (
        Frame((("chaired",), ("past-chair",))),
        Frame((("chaired",), ("to-body",)), unless=("through-chair",)),
        Frame((("eminent",), ("approached",), ("straight",)), unless=("through-chair",)),
    ),
    "kept-in-office": (
        Frame((("leaving-office",), ("needing", "agreeing")), unless=("prolonging", "prolonged", "requested")),
        Frame((("leaving-office",), ("leave-needed",)), unless=("prolonging", "prolonged", "requested")),
        Frame((("leaving-office",), ("forbidden",)), unless=("prolonging", "prolonged")),
        Frame((("office", "barred", "leaving-office"),), unless=("prolonging", "prolonged")),
    ),
    "modalities-amendment": (
        Frame((("modalities",), ("amended", "by-others")), unless=("approver", "proposed")),
        Frame((("modalities",), ("amended",), ("others-acting",)), unless=("approver", "proposed"), most=12),
        Frame((("modalities",), ("amended",), ("in-others-hands",)), unless=("approver", "proposed")),
    ),
    "disclosure": (
        Frame((("information",), ("passed-on",), ("consent-left-out",)), unless=("public",), most=20),
        Frame((("information",), ("handed-on",), ("recipient-decides",)), unless=("public",), most=24),
    ),
}
"""By wording."""


@dataclass(frozen=True, eq=False)
class Reading(Sought):
    """A frame with the words of a language."""

    frame: Frame
    wording: str
    pattern_of: Callable[[str], re.Pattern[str]]

    @cached_property
    def parts(self) -> tuple[tuple[re.Pattern[str], ...], ...]:
        """The words of each class that must be there, by part."""
        return tuple(tuple(map(self.pattern_of, part)) for part in self.frame.parts)

    @cached_property
    def denying(self) -> tuple[re.Pattern[str], ...]:
        """Words that deny something and excuse nothing: those of its own classes, and what qualifies."""
        return tuple(map(self.pattern_of, (_QUALIFYING, *(each for each in self.frame.classes if each in DENYING))))

    @cached_property
    def excuses(self) -> tuple[re.Pattern[str], ...]:
        """Words near them with which they say something else."""
        excuses = tuple(each for each in EXCUSES if each != "choice" or self.wording not in _UNCHOSEN)
        return tuple(map(self.pattern_of, (*excuses, *self.frame.unless)))
