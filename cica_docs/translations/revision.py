"""Compare two wordings of an original segment by segment, and tell changes of substance from editorial ones."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from cica_docs.documents.segments import Segment

_WORD = re.compile(r"\s+|[^\s\w]|\w+(?:[’'-]\w+)*")
_SIMILAR = 0.5
_FAR = 40
_LEAST_FOR_A_MISSPELLING = 5
_FARTHEST_MISSPELLING = 2
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
    """A changed segment of the original; `old` is None if it was added, `new` if it was removed."""

    kind: ChangeKind
    old: Segment | None
    new: Segment | None

    @property
    def id(self) -> str:
        """The id in the current original, or the old id of a removed segment."""
        segment = self.new or self.old
        assert segment is not None
        return segment.id


Words = tuple[str, str]
"""`equal`, `removed` or `added`, and the text."""


def pair_segments(old: Sequence[Segment], new: Sequence[Segment]) -> tuple[tuple[Segment | None, Segment | None], ...]:
    """Pair the segments of both in the order of the new: by id if the text is similar, else by text.

    A paragraph that moved up because another was taken out before it is the same paragraph with another number.
    """
    keys = [(segment.kind, segment.text) for segment in old], [(segment.kind, segment.text) for segment in new]
    matcher = SequenceMatcher(None, *keys, autojunk=False)
    pairs: list[tuple[Segment | None, Segment | None]] = []
    for operation, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        before, after = old[old_start:old_end], new[new_start:new_end]
        if operation == "equal":
            pairs += zip(before, after, strict=True)
        else:
            pairs += _pair_changed(list(before), after)
    return tuple(pairs)


def _pair_changed(before: list[Segment], after: Sequence[Segment]) -> Iterator[tuple[Segment | None, Segment | None]]:
    """Pair segments that all differ, in order; one without counterpart comes before what follows it."""
    for segment in after:
        similarity = {at: _similarity(old, segment) for at, old in enumerate(before[:_FAR]) if old.kind == segment.kind}
        best = max(similarity, key=lambda at: (similarity[at], -at), default=None)
        if best is None or similarity[best] < _SIMILAR:
            yield None, segment
            continue
        for removed in before[:best]:
            yield removed, None
        yield before[best], segment
        del before[: best + 1]
    for removed in before:
        yield removed, None


def _similarity(old: Segment, new: Segment) -> float:
    """Return how similar two segments are; the same id makes up for much, but not for a text without common words."""
    ratio = SequenceMatcher(None, _WORD.findall(old.text), _WORD.findall(new.text), autojunk=False).ratio()
    return ratio + 0.4 if old.id == new.id else ratio


def changes_between(old: Sequence[Segment], new: Sequence[Segment]) -> tuple[Change, ...]:
    """Compare two wordings of an original."""
    return tuple(_find_changes(old, new))


def _find_changes(old: Sequence[Segment], new: Sequence[Segment]) -> Iterator[Change]:
    for before, after in pair_segments(old, new):
        if before is None or after is None:
            yield Change(ChangeKind.ADDED if before is None else ChangeKind.REMOVED, before, after)
        elif before.text != after.text:
            editorial = is_editorial(before.text, after.text)
            yield Change(ChangeKind.EDITORIAL if editorial else ChangeKind.CHANGED, before, after)


def diff_words(old: str, new: str) -> tuple[Words, ...]:
    """Return both wordings as one sequence of texts, each marked as equal, removed or added."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    words: list[Words] = []
    for operation, start, end, new_start, new_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if operation == "equal":
            words.append(("equal", "".join(before[start:end])))
            continue
        if end > start:
            words.append(("removed", "".join(before[start:end])))
        if new_end > new_start:
            words.append(("added", "".join(after[new_start:new_end])))
    return tuple(words)


def is_editorial(old: str, new: str) -> bool:
    """Return whether only spelling, punctuation or typography differs, by the words; numbers and names may not."""
    before, after = (_plain_words(text) for text in (old, new))
    if before == after:
        return True
    return len(before) == len(after) and all(
        old_word == new_word or _is_misspelling(old_word, new_word)
        for old_word, new_word in zip(before, after, strict=True)
    )


def _plain_words(text: str) -> list[str]:
    """Return the words without punctuation; capitals stay, as they make names; marks in a number are part of it."""
    folded = unicodedata.normalize("NFKC", text)
    return re.findall(r"\d+(?:[.,:/-]\d+)*|[^\W\d_]+", folded)


def _is_misspelling(old: str, new: str) -> bool:
    """Return whether two words may be spellings of the same; a plural is another word."""
    if old[:2] != new[:2] or not old.isalpha() or not new.isalpha() or old[0].isupper():
        return False
    if min(len(old), len(new)) < _LEAST_FOR_A_MISSPELLING or _BINDING.fullmatch(old) or _BINDING.fullmatch(new):
        return False
    return old.rstrip("s") != new.rstrip("s") and _distance(old, new) <= _FARTHEST_MISSPELLING


def _distance(old: str, new: str) -> int:
    """Return how many letters must be inserted, deleted or replaced."""
    row = list(range(len(new) + 1))
    for at, letter in enumerate(old, 1):
        before, row[0] = row[0], at
        for index, wanted in enumerate(new, 1):
            before, row[index] = row[index], min(row[index] + 1, row[index - 1] + 1, before + (letter != wanted))
    return row[-1]
