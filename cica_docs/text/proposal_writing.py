"""Write proposals into a text: attributed brackets at places of its draft, never a change of the draft itself."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cica_docs.text.proposal_views import draft_text_of, spaces_around
from cica_docs.text.proposal_words import DELETION, PROPOSED, RESERVATION, word_of_stance
from cica_docs.text.proposals import (
    NO_NAMES,
    Alternative,
    Delegations,
    Proposal,
    find_outer_proposals,
    find_proposals,
    inner_proposals_of,
)
from cica_docs.values.language import Language


class Draft(NamedTuple):
    """The text of the draft without what States propose, and the stretches that it consists of."""

    text: str
    stretches: tuple["Stretch", ...]


class Stretch(NamedTuple):
    """A part of the draft and where it is in the text: outside of brackets, or the whole draft text of a proposal."""

    start: int
    end: int
    at: int
    proposal: Proposal | None = None


def read_draft(text: str, delegations: Delegations = NO_NAMES) -> Draft:
    """Return the draft of a text with the places of its parts."""
    stretches = tuple(_stretches(text, delegations))
    return Draft(
        "".join(
            (draft_text_of(each.proposal) or "") if each.proposal else text[each.at : each.at + each.end - each.start]
            for each in stretches
        ),
        stretches,
    )


def _stretches(text: str, delegations: Delegations) -> Iterator[Stretch]:
    length = at = 0
    for proposal in _settled(text, delegations):
        drafted = draft_text_of(proposal) or ""
        before, after = (0, 0) if drafted else spaces_around(text, proposal)
        yield Stretch(length, length := length + max(proposal.start - before - at, 0), at)
        yield Stretch(length, length := length + len(drafted), proposal.start, proposal)
        at = proposal.end + after
    yield Stretch(length, length + len(text) - at, at)


def _settled(text: str, delegations: Delegations) -> Iterator[Proposal]:
    """Yield the proposals that say what the draft has; the brackets of others are a part of it."""
    for proposal in find_outer_proposals(text, delegations):
        if draft_text_of(proposal) is not None:
            yield proposal
        else:
            inner = inner_proposals_of(text, proposal, delegations)
            yield from (each for each in inner if draft_text_of(each) is not None)


def add_proposal(
    text: str, start: int, end: int, asked: Alternative, language: Language, delegations: Delegations = NO_NAMES
) -> str | None:
    """Return a text with a further proposal about a part of its draft, from `start` to `end` in the draft.

    An empty part is a place at which text is to be inserted. What is asked of the same part already is kept beside it;
    States that ask the same are named together. None if it cuts across another proposal, or its text has brackets or
    line ends that would be read otherwise: then it belongs into the comments.

    >>> once = add_proposal("They may meet.", 5, 8, Alternative(("XB",), "will"), Language("en"))
    >>> once, add_proposal(once, 5, 8, Alternative(("XA",), "", "deletion"), Language("en"))
    ('They [may / XB: will] meet.', 'They [may / XB: will / XA: delete] meet.')
    """
    draft = read_draft(text, delegations)
    if start == end:
        # Before or after a space is the same place.
        start = end = len(draft.text[:start].rstrip(" "))
    for stretch in draft.stretches:
        if stretch.proposal and (stretch.start, stretch.end) == (start, end):
            alternatives = _joined(stretch.proposal, asked)
            return _replaced(text, stretch.proposal.start, stretch.proposal.end, alternatives, language, delegations)
    for stretch in draft.stretches:
        if stretch.proposal is None and stretch.start <= start and end <= stretch.end:
            first, last = start - stretch.start + stretch.at, end - stretch.start + stretch.at
            words = text[first:last]
            if words != words.strip():
                return None
            return _replaced(text, first, last, _asked_of(words, asked), language, delegations)
    return None


def _asked_of(words: str, asked: Alternative) -> tuple[Alternative, ...]:
    """Return the alternatives of a first proposal about some words of the draft."""
    if not words:
        return (asked,)
    if asked.stance in {DELETION, RESERVATION}:
        return (asked._replace(text=words),)
    return (Alternative((), words), asked)


def _joined(proposal: Proposal, asked: Alternative) -> tuple[Alternative, ...]:
    """Return the alternatives of a proposal with what another State asks of the same part of the draft."""
    alternatives = list(proposal.alternatives)
    draft = proposal.draft
    if draft is not None and alternatives[draft].stance != PROPOSED:
        # The words that one would delete become the text of the draft, beside which others propose theirs.
        alternatives = [
            Alternative((), alternatives[draft].text),
            *(each._replace(text="") if each.stance in {DELETION, RESERVATION} else each for each in alternatives),
        ]
    for at, each in enumerate(alternatives):
        if each.states and (each.text, each.stance) == (asked.text, asked.stance):
            alternatives[at] = each._replace(states=tuple(dict.fromkeys((*each.states, *asked.states))))
            break
    else:
        alternatives.append(asked)
    if len(alternatives) == 2 and not alternatives[0].states and alternatives[1].stance != PROPOSED:
        return (alternatives[1]._replace(text=alternatives[0].text),)
    return tuple(alternatives)


def _replaced(
    text: str, start: int, end: int, alternatives: Sequence[Alternative], language: Language, delegations: Delegations
) -> str | None:
    """Replace a part of a text by a proposal, if it is read back as it is meant."""
    written = format_proposal(alternatives, language)
    if start == end and start and not text[start - 1].isspace() and text[start - 1] not in "([«“":
        written = f" {written}"
    elif start == end and start < len(text) and text[start].isalnum():
        written = f"{written} "
    new = text[:start] + written + text[end:]
    number = len(list(find_outer_proposals(text[:start], delegations)))
    known = {each.alternatives for each in find_proposals(text, delegations)}
    read = [each.alternatives for each in find_outer_proposals(new, delegations)][number:]
    is_same = read[:1] == [tuple(alternatives)] and known.issuperset(read[1:])
    return new if is_same else None


def format_proposal(alternatives: Sequence[Alternative], language: Language) -> str:
    """Write a proposal as it is typed in a language.

    >>> format_proposal([Alternative(("XA", "XB"), "may", "deletion"), Alternative(("XC",), "will")], Language("en"))
    '[XA, XB: delete: may / XC: will]'
    """
    return f"[{' / '.join(_format(each, language) for each in alternatives)}]"


def _format(alternative: Alternative, language: Language) -> str:
    parts = (", ".join(alternative.states), word_of_stance(alternative.stance, language), alternative.text)
    return ": ".join(part for part in parts if part)
