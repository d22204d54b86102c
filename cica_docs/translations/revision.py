"""What changed between two wordings of an original, segment by segment, and how much each change weighs."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from cica_docs.documents.segments import Segment

_WORD = re.compile(r"\s+|[^\s\w]|\w+(?:[’'-]\w+)*")
_ALIKE = 0.5
_FAR = 40
_LEAST_FOR_A_SLIP = 5
_FARTHEST_SLIP = 2
# Words that bind, permit, forbid, deny or count: one letter of them is a matter of substance.
_BINDING = re.compile(
    "shall|should|must|may|might|cannot|could|would|never|every|least|until|unless|except|without|within|before|after|"
    "agree[sd]?|adopt(?:s|ed)?|approve[sd]?"
)


class ChangeKind(StrEnum):
    """What a change asks of a translator."""

    CHANGED = "changed"
    EDITORIAL = "editorial"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """A segment of the original that is not what it was; `old` is missing where it was added, `new` where removed."""

    weight: ChangeKind
    old: Segment | None
    new: Segment | None

    @property
    def id(self) -> str:
        """The id in the current original, or the old one of what was removed."""
        found = self.new or self.old
        assert found is not None
        return found.id


Words = tuple[str, str]
"""`equal`, `removed` or `added`, and the text."""


def pair_segments(old: Sequence[Segment], new: Sequence[Segment]) -> tuple[tuple[Segment | None, Segment | None], ...]:
    """Pair the segments of both in the order of the new: by id if the text is similar, else by text.

    A paragraph that moved up because another was taken out before it is the same paragraph with another number.
    """
    known = [_key(one) for one in old], [_key(one) for one in new]
    matcher = SequenceMatcher(None, *known, autojunk=False)
    found: list[tuple[Segment | None, Segment | None]] = []
    for what, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        before, after = old[old_start:old_end], new[new_start:new_end]
        if what == "equal":
            found += zip(before, after, strict=True)
        else:
            found += _between(list(before), after)
    return tuple(found)


def _between(before: list[Segment], after: Sequence[Segment]) -> Iterator[tuple[Segment | None, Segment | None]]:
    """Counterparts among segments that all differ, in order; what has none comes before what follows it."""
    for segment in after:
        likeness = {at: _likeness(one, segment) for at, one in enumerate(before[:_FAR]) if one.kind == segment.kind}
        best = max(likeness, key=lambda at: (likeness[at], -at), default=None)
        if best is None or likeness[best] < _ALIKE:
            yield None, segment
            continue
        for gone in before[:best]:
            yield gone, None
        yield before[best], segment
        del before[: best + 1]
    for gone in before:
        yield gone, None


def _key(segment: Segment) -> tuple[str, str]:
    return segment.kind, segment.text


def _likeness(one: Segment, other: Segment) -> float:
    """How alike two segments are; those with the same id are taken for the same unless nothing of them agrees."""
    ratio = SequenceMatcher(None, _WORD.findall(one.text), _WORD.findall(other.text), autojunk=False).ratio()
    return ratio + 0.4 if one.id == other.id else ratio


def changes_between(old: Sequence[Segment], new: Sequence[Segment]) -> tuple[Change, ...]:
    """Compare two wordings of an original."""
    return tuple(_changes(old, new))


def _changes(old: Sequence[Segment], new: Sequence[Segment]) -> Iterator[Change]:
    for before, after in pair_segments(old, new):
        if before is None or after is None:
            yield Change(ChangeKind.ADDED if before is None else ChangeKind.REMOVED, before, after)
        elif before.text != after.text:
            editorial = is_editorial(before.text, after.text)
            yield Change(ChangeKind.EDITORIAL if editorial else ChangeKind.CHANGED, before, after)


def diff_words(old: str, new: str) -> tuple[Words, ...]:
    """Both wordings as one run of words, each marked as equal, removed or added."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    found: list[Words] = []
    for what, start, end, other_start, other_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            found.append(("equal", "".join(before[start:end])))
            continue
        if end > start:
            found.append(("removed", "".join(before[start:end])))
        if other_end > other_start:
            found.append(("added", "".join(after[other_start:other_end])))
    return tuple(found)


def is_editorial(old: str, new: str) -> bool:
    """Whether only spelling, punctuation or typography differs, as far as words tell; numbers and names never may."""
    before, after = (_plain_words(text) for text in (old, new))
    if before == after:
        return True
    return len(before) == len(after) and all(
        one == other or _is_slip(one, other) for one, other in zip(before, after, strict=True)
    )


def _plain_words(text: str) -> list[str]:
    """Return the words without punctuation; capitals stay, as they make names; marks in a number are part of it."""
    folded = unicodedata.normalize("NFKC", text)
    return re.findall(r"\d+(?:[.,:/-]\d+)*|[^\W\d_]+", folded)


def _is_slip(one: str, other: str) -> bool:
    """Whether two words may be the same one, spelt otherwise; a word that only gained a plural is another."""
    if one[:2] != other[:2] or not one.isalpha() or not other.isalpha() or one[0].isupper():
        return False
    if min(len(one), len(other)) < _LEAST_FOR_A_SLIP or _BINDING.fullmatch(one) or _BINDING.fullmatch(other):
        return False
    return one.rstrip("s") != other.rstrip("s") and _distance(one, other) <= _FARTHEST_SLIP


def _distance(one: str, other: str) -> int:
    """How many letters must be put in, taken out or replaced."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, row[0] = row[0], at
        for index, wanted in enumerate(other, 1):
            before, row[index] = row[index], min(row[index] + 1, row[index - 1] + 1, before + (letter != wanted))
    return row[-1]
