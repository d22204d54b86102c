r"""Text under negotiation: square brackets, with the delegations that propose what is in them.

    [may wish to]                        not agreed, by nobody in particular
    [XA, XB: may wish to]                proposed by XA and XB
    [XA: may wish to / XB: will]         alternatives
    [may wish to / XB: will]             the text of the draft, and what XB proposes in its place
    [XB: delete: may wish to]            XB proposes to delete this text
    [XB: reservation: may wish to]       XB reserves its position on it
    [agreed language: on financing]      a placeholder for language to be agreed elsewhere

A bracket holds at most brackets without brackets in them, and ends in its paragraph. Delegations are States by code or
name. What is no proposal is passed over: remarks such as [sic] and […], numbers such as [2], links, marks of footnotes,
what is left to fill in, and \[an escaped bracket\].
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from cica_docs.text.proposal_words import PROPOSED, is_no_proposal, read_stance

_INNER = r"\[[^\[\]]*+\]"
# A new line within a bracket goes on with the same paragraph, list item, quotation or row.
_LINE = r"\n(?![ \t]*(?:\n|#|>|\||[-*+] |[0-9]{1,9}[.)] ))"
_BRACKET = re.compile(rf"(?<!\\)\[(?!\^)(?:[^\[\]\n]|{_LINE}|\[(?:[^\[\]\n]|{_LINE})*+\])*+\](?![({{])")
_OPENING = re.compile(r"\[(?!\^)")
_NESTED = re.compile(_INNER)
_BETWEEN = re.compile(r"(?<=\s)/(?=\s)")
_CODE = re.compile(r"[A-Z]{2}")
_MOST_INDENT = 3
_MOST_NAMED = 1_000
"""Characters before the colon: more than all delegations of an organisation by name."""

Delegations = Mapping[str, str]
"""The codes of States by their names in any language."""
NO_NAMES: Delegations = {}


class Alternative(NamedTuple):
    """A wording, and the States that propose it; none if it is not said who.

    `stance` is `proposed`, `deletion`, `reservation` or `agreed`; a deletion or reservation without text is one of the
    text of the draft beside it.
    """

    states: tuple[str, ...]
    text: str
    stance: str = PROPOSED


class Proposal(NamedTuple):
    """What is in brackets, with its place in the text."""

    start: int
    end: int
    alternatives: tuple[Alternative, ...]
    spans: tuple[tuple[int, int], ...] = ()
    """Start and end of the text of each alternative, with the spaces around it."""

    @property
    def states(self) -> tuple[str, ...]:
        """All States that propose some of it, in the order of the text."""
        return tuple(dict.fromkeys(state for each in self.alternatives for state in each.states))

    def worded_by(self, text: str) -> "Proposal":
        """Return the proposal with the words of a text in which those of the one that was searched were blank."""
        alternatives = (
            each._replace(text=text[start:end].strip())
            for each, (start, end) in zip(self.alternatives, self.spans, strict=True)
        )
        return self._replace(alternatives=tuple(alternatives))

    @property
    def draft(self) -> int | None:
        """The index of the alternative whose text is that of the draft; None if it says nothing of the draft."""
        if len(self.alternatives) > 1 and _is_open(self.alternatives[0]):
            return 0
        stances = (
            (at, each) for at, each in enumerate(self.alternatives) if each.stance in {"deletion", "reservation"}
        )
        return next((at for at, each in stances if each.text), None)


def _is_open(alternative: Alternative) -> bool:
    return not alternative.states and alternative.stance == PROPOSED


def may_hold_proposals(text: str) -> bool:
    """Whether a text has a bracket that is no footnote's; a quick look before a search."""
    return "[" in text and bool(_OPENING.search(text))


def find_proposals(text: str, delegations: Delegations = NO_NAMES) -> Iterator[Proposal]:
    """Yield what is proposed in a text, in order; brackets within brackets after those around them.

    >>> [each.alternatives for each in find_proposals("They [XA, XB: may] meet [2] times [sic].")]
    [(Alternative(states=('XA', 'XB'), text='may', stance='proposed'),)]
    """
    for proposal in find_outer_proposals(text, delegations):
        yield proposal
        yield from inner_proposals_of(text, proposal, delegations)


def find_outer_proposals(text: str, delegations: Delegations = NO_NAMES) -> Iterator[Proposal]:
    """Yield what is proposed in a text, in order, without the brackets within brackets."""
    for match in _BRACKET.finditer(text):
        inside = match[0][1:-1]
        if text.startswith(":", match.end()) and _begins_line(text, match.start()):
            continue  # the definition of a link
        if not is_no_proposal(inside):
            yield _proposal(match.start(), inside, delegations)
        elif "[" in inside:
            yield from _moved(find_outer_proposals(inside, delegations), match.start() + 1)


def _begins_line(text: str, at: int) -> bool:
    """Whether a place is at the beginning of a line, less the spaces that Markdown passes over there."""
    before = text[max(0, at - _MOST_INDENT - 1) : at]
    return not before.rpartition("\n")[2].strip() and ("\n" in before or at <= _MOST_INDENT)


def inner_proposals_of(text: str, proposal: Proposal, delegations: Delegations = NO_NAMES) -> Iterator[Proposal]:
    """Yield what is proposed within a proposal."""
    inside = text[proposal.start + 1 : proposal.end - 1]
    return _moved(find_outer_proposals(inside, delegations), proposal.start + 1)


def _moved(proposals: Iterator[Proposal], by: int) -> Iterator[Proposal]:
    for each in proposals:
        spans = tuple((start + by, end + by) for start, end in each.spans)
        yield Proposal(each.start + by, each.end + by, each.alternatives, spans)


def _proposal(start: int, inside: str, delegations: Delegations) -> Proposal:
    parts = tuple(_parts(inside, delegations))
    read = [_alternative(inside, first, last, delegations, is_alone=len(parts) == 1) for first, last in parts]
    alternatives = tuple(alternative for alternative, _ in read)
    spans = tuple((start + 1 + at, start + 1 + last) for (_, at), (_, last) in zip(read, parts, strict=True))
    return Proposal(start, start + len(inside) + 2, alternatives, spans)


def _parts(inside: str, delegations: Delegations) -> Iterator[tuple[int, int]]:
    """Yield start and end of each alternative: a slash begins one only before the name of a delegation."""
    flat = _NESTED.sub(lambda match: "x" * len(match[0]), inside)
    start = 0
    for match in _BETWEEN.finditer(flat):
        if states_before_colon(flat[match.end() : match.end() + _MOST_NAMED], delegations):
            yield start, match.start()
            start = match.end()
    yield start, len(inside)


def states_before_colon(text: str, delegations: Delegations = NO_NAMES) -> tuple[str, ...]:
    """Return the States named at the beginning of a text before a colon; none unless all before it are States."""
    names, colon, _ = text[:_MOST_NAMED].partition(":")
    states = [state_of(name.strip(), delegations) for name in names.split(",")] if colon else []
    return tuple(states) if all(states) else ()


def state_of(name: str, delegations: Delegations = NO_NAMES) -> str:
    """Return the code of a State by its code or name; "" if it is neither."""
    return name if _CODE.fullmatch(name) else delegations.get(name, "")


def _alternative(
    inside: str, first: int, last: int, delegations: Delegations, *, is_alone: bool
) -> tuple[Alternative, int]:
    states = states_before_colon(inside[first:last], delegations)
    at = inside.index(":", first) + 1 if states else first
    stance, length = read_stance(inside[at:last], is_alone=is_alone and not states)
    at += length
    return Alternative(states, inside[at:last].strip(), stance), at
