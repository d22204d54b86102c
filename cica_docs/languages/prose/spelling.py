"""How far one spelling is from another."""

_SHORT = 6


def is_near(word: str, name: str, *, most: int = 1) -> bool:
    """Return whether a word is a name with a few letters wrong, missing, added or exchanged; a short name, with one.

    >>> is_near("Febuary", "February"), is_near("Septembre", "September"), is_near("member", "November")
    (True, True, False)
    """
    allowed = most if len(name) >= _SHORT else 1
    if word == name or abs(len(word) - len(name)) > allowed:
        return False
    return _distance(word.casefold(), name.casefold()) in range(1, allowed + 1)


def _distance(left: str, right: str) -> int:
    """Return how many letters are to be changed, added, left out or exchanged with the next."""
    before: list[int] = []
    last = list(range(len(right) + 1))
    for row, letter in enumerate(left, 1):
        line = [row]
        for column, other in enumerate(right, 1):
            cost = min(last[column] + 1, line[-1] + 1, last[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == right[column - 2] and left[row - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        before, last = last, line
    return last[-1]
