"""The words of a text that differ from those of another, marked in the text."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

_MOST = 4_000
"""Words of a text; of longer ones the whole is shown as replaced, since the comparison would take too long."""
_AROUND = 8


@dataclass(frozen=True, slots=True)
class WordChange:
    """A run of words that both texts have, or what the first has in place of what the second has."""

    common: str = ""
    removed: str = ""
    added: str = ""


def diff_words(before: str, after: str) -> tuple[WordChange, ...]:
    """Return the runs of words, in order."""
    old, new = before.split(), after.split()
    if max(len(old), len(new)) > _MOST:
        return (WordChange(removed=before, added=after),)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return tuple(
        WordChange(common=" ".join(old[i:j]))
        if tag == "equal"
        else WordChange(removed=" ".join(old[i:j]), added=" ".join(new[k:m]))
        for tag, i, j, k, m in matcher.get_opcodes()
    )


def mark_words(changes: tuple[WordChange, ...]) -> str:
    """Write what differs as `[-removed-] {+added+}`, with some of the words around it."""
    return " ".join(part for at, change in enumerate(changes) for part in _marked(change, at, len(changes)) if part)


def _marked(change: WordChange, at: int, count: int) -> Iterator[str]:
    if change.removed:
        yield f"[-{change.removed}-]"
    if change.added:
        yield f"{{+{change.added}+}}"
    words = change.common.split()
    first, last = (0 if at == 0 else _AROUND), (0 if at == count - 1 else _AROUND)
    if len(words) <= first + last:
        yield change.common
        return
    yield " ".join((*words[:first], "…", *words[len(words) - last :]))
