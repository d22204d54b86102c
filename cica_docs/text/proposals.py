"""Text under negotiation: square brackets, with the States that propose what is in them.

    [may wish to]                     not agreed, by nobody in particular
    [XA, XB: may wish to]             proposed by XA and XB
    [XA: may wish to / XB: will]      alternatives

A bracket holds at most brackets without brackets in them. What is no proposal is passed over: notes such as [sic] and
[…], numbers such as [2], links, and marks of footnotes.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_BRACKET = re.compile(r"\[(?!\^)(?:[^\[\]]|\[[^\[\]]*+\])*+\](?![({:])")
_STATES = re.compile(r"([A-Z]{2}(?:, ?[A-Z]{2})*+):\s*+")
_BETWEEN = re.compile(r"\s/\s(?=[A-Z]{2}(?:, ?[A-Z]{2})*+:)")
_NOTE = re.compile(r"(?:sic|\s*|\.{3}|…|[\d.,:– -]+|[ivxlc]+)", re.IGNORECASE)


class Alternative(NamedTuple):
    """A wording, and the States that propose it; none if it is not said who."""

    states: tuple[str, ...]
    text: str


class Proposal(NamedTuple):
    """What is in brackets, with its place in the text."""

    start: int
    end: int
    alternatives: tuple[Alternative, ...]

    @property
    def states(self) -> tuple[str, ...]:
        """All States that propose some of it, in the order of the text."""
        return tuple(dict.fromkeys(state for each in self.alternatives for state in each.states))


def find_proposals(text: str) -> Iterator[Proposal]:
    """Yield what is proposed in a text, in order; brackets within brackets after those around them.

    >>> [proposal.alternatives for proposal in find_proposals("They [XA: may / XB: will] meet [2] times [sic].")]
    [(Alternative(states=('XA',), text='may'), Alternative(states=('XB',), text='will'))]
    """
    for match in _BRACKET.finditer(text):
        inside = match[0][1:-1]
        if _NOTE.fullmatch(inside.strip()):
            continue
        yield Proposal(match.start(), match.end(), tuple(map(_alternative, _BETWEEN.split(inside))))
        for inner in find_proposals(inside):
            offset = match.start() + 1
            yield inner._replace(start=inner.start + offset, end=inner.end + offset)


def _alternative(text: str) -> Alternative:
    named = _STATES.match(text.strip())
    if named is None:
        return Alternative((), text.strip())
    states = tuple(state.strip() for state in named[1].split(","))
    return Alternative(states, text.strip()[named.end() :].strip())
