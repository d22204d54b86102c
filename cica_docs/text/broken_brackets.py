"""Square brackets that cannot be read as a proposal: open at the end of their paragraph, or too deep in others."""

import re
from bisect import bisect
from collections.abc import Iterator
from typing import NamedTuple

from cica_docs.text.proposal_words import is_no_proposal
from cica_docs.text.proposals import NO_NAMES, Delegations, states_before_colon

OPEN, DEEP = "open", "deep"
_BLOCK = re.compile(r"\n(?=[ \t]*(?:\n|#|>|\||[-*+] |[0-9]{1,9}[.)] ))")
_SIGN = re.compile(r"(?<!\\)[\[\]]")
_MOST_LEVELS = 2
_MOST_NAMED = 1_000
"""Characters of a bracket that are looked at for the names of delegations."""


class BrokenBracket(NamedTuple):
    """An opening bracket, and what is the matter with it."""

    fault: str
    at: int


def find_broken_brackets(text: str, delegations: Delegations = NO_NAMES) -> Iterator[BrokenBracket]:
    """Yield the brackets of States that are not closed in their paragraph, and proposals within two others, in order.

    >>> [each.fault for each in find_broken_brackets("They [XA: may meet. [XB: here [XC: or [XD: there]]]")]
    ['open', 'deep']
    """
    start = 0
    for end in (*(match.start() for match in _BLOCK.finditer(text)), len(text)):
        if "[" in text[start:end]:
            yield from sorted(_broken_in(text, start, end, delegations), key=lambda broken: broken.at)
        start = end


def _broken_in(text: str, start: int, end: int, delegations: Delegations) -> Iterator[BrokenBracket]:
    opened: list[int] = []
    deep: list[tuple[int, int]] = []
    for match in _SIGN.finditer(text, start, end):
        if match[0] == "[":
            opened.append(match.start())
        elif opened:
            at = opened.pop()
            if len(opened) >= _MOST_LEVELS and not is_no_proposal(text[at + 1 : match.start()][:_MOST_NAMED]):
                deep.append((len(opened), at))
    unclosed = [at for at in opened if states_before_colon(text[at + 1 : min(end, at + _MOST_NAMED)], delegations)]
    yield from (BrokenBracket(OPEN, at) for at in unclosed)
    # A bracket that is not closed holds nothing.
    yield from (BrokenBracket(DEEP, at) for depth, at in deep if depth - bisect(opened, at) == _MOST_LEVELS)
