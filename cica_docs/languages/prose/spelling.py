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
    left, right = word.casefold(), name.casefold()
    if allowed == 1:
        return left != right and _differ_by_one(left, right)
    return _distance(left, right) in range(1, allowed + 1)


def _differ_by_one(left: str, right: str) -> bool:
    """Return whether one letter is changed, added, left out or exchanged with the next; most pairs differ at once."""
    pairs = enumerate(zip(left, right, strict=False))
    at = next((at for at, (letter, other) in pairs if letter != other), min(len(left), len(right)))
    changed = left[at + 1 :] == right[at + 1 :]
    longer = left[at + 1 :] == right[at:] or left[at:] == right[at + 1 :]
    exchanged = left[at : at + 2] == right[at : at + 2][::-1] and left[at + 2 :] == right[at + 2 :]
    return changed or longer or exchanged


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
