"""A text under negotiation as somebody would have it: as the draft, as a delegation, or as if all were agreed."""

import re
from collections.abc import Callable

from cica_docs.text.proposal_words import AGREED, DELETION, PROPOSED
from cica_docs.text.proposals import NO_NAMES, Alternative, Delegations, Proposal, find_outer_proposals

Choice = Callable[[Proposal], str | None]
"""Says what replaces a proposal; None if it stays in its brackets."""
_ONLY_A_MARK = re.compile(r"[ \t]*(?:(?:[-*+]|[0-9]{1,9}[.)]|[0-9]+(?:\.[0-9]+)+)[ \t\u00a0]+)?")
_CLOSING = ".,;:!?)»”"


def as_drafted(text: str, delegations: Delegations = NO_NAMES, own_words: str | None = None) -> str:
    """Return the text of the draft: nothing that States propose, all that they propose to delete or replace.

    >>> as_drafted("They [may / XB: will] meet [XA: often] [XC: delete: in spring].")
    'They may meet in spring.'
    """
    return rewrite(text, draft_text_of, delegations, own_words)


def as_state(text: str, state: str, delegations: Delegations = NO_NAMES, own_words: str | None = None) -> str:
    """Return the text as a State would have it: its own proposals are taken, otherwise the draft stands.

    What is in brackets by nobody in particular, and alternatives among which the State names none, stay as they are.

    >>> as_state("They [may / XB: will] meet [XA: often] [XB: delete: in spring] [every year].", "XB")
    'They will meet [every year].'
    """
    return rewrite(text, lambda proposal: _chosen_by(proposal, state), delegations, own_words)


def as_if_agreed(text: str, delegations: Delegations = NO_NAMES, own_words: str | None = None) -> str:
    """Return the text as if each proposal that nobody contradicts were agreed; others stay in their brackets.

    >>> as_if_agreed("They [may / XB: will] meet [XA: often] [XB: delete: in spring] [XA: here / XB: there].")
    'They will meet often [XA: here / XB: there].'
    """
    return rewrite(text, _if_agreed, delegations, own_words)


def draft_text_of(proposal: Proposal) -> str | None:
    """Return what the draft has at a proposal; None if it is in brackets by nobody in particular or is to be agreed."""
    if proposal.draft is not None:
        return proposal.alternatives[proposal.draft].text
    first = proposal.alternatives[0]
    return "" if first.states and not any(each.stance == AGREED for each in proposal.alternatives) else None


def _chosen_by(proposal: Proposal, state: str) -> str | None:
    own = next((each for each in proposal.alternatives if state in each.states), None)
    if own is not None and own.stance != AGREED:
        return _taken(proposal, own)
    is_choice = proposal.draft is None and len(proposal.alternatives) > 1
    return None if own is not None or is_choice else draft_text_of(proposal)


def _if_agreed(proposal: Proposal) -> str | None:
    draft = proposal.draft
    asked = [
        each for at, each in enumerate(proposal.alternatives) if each.states or each.stance != PROPOSED or at != draft
    ]
    return _taken(proposal, asked[0]) if len(asked) == 1 and asked[0].stance != AGREED else None


def _taken(proposal: Proposal, alternative: Alternative) -> str:
    """Return the text that an alternative asks for: a reservation leaves that of the draft."""
    if alternative.stance == PROPOSED:
        return alternative.text
    return "" if alternative.stance == DELETION else draft_text_of(proposal) or ""


def rewrite(text: str, choice: Choice, delegations: Delegations = NO_NAMES, own_words: str | None = None) -> str:
    """Return a text with each proposal replaced as chosen, those within others too.

    Proposals are sought in `own_words`, the text with spaces for what it quotes, if that is given.
    Where nothing is left, the space before it goes too, and the number or bullet of a line of its own.
    """
    searched = text if own_words is None else own_words
    parts: list[str] = []
    at = 0
    for blank in find_outer_proposals(searched, delegations):
        proposal = blank.worded_by(text)
        chosen = choice(proposal)
        if chosen is None:
            inside = slice(proposal.start + 1, proposal.end - 1)
            chosen = f"[{rewrite(text[inside], choice, delegations, searched[inside])}]"
        elif "[" in chosen:
            chosen = rewrite(chosen, choice, delegations, _own_words_in(proposal, chosen, text, searched))
        before = text[at : proposal.start]
        at = proposal.end
        if not chosen:
            before, chosen, at = _closed_up(text, before, proposal)
        parts += [before, chosen]
    return "".join((*parts, text[at:])) if parts else text


def _own_words_in(proposal: Proposal, chosen: str, text: str, searched: str) -> str:
    """Return the wording that was chosen as it was searched, with spaces for what it quotes."""
    for alternative, (start, end) in zip(proposal.alternatives, proposal.spans, strict=True):
        if alternative.text == chosen:
            first = text.index(chosen, start, end)
            return searched[first : first + len(chosen)]
    return chosen


def _closed_up(text: str, before: str, proposal: Proposal) -> tuple[str, str, int]:
    """Return what precedes a proposal that leaves no text, what stays of it, and where the text goes on."""
    line = text[text.rfind("\n", 0, proposal.start) + 1 : proposal.start]
    end = text.find("\n", proposal.end)
    rest = text[proposal.end : end if end >= 0 else len(text)]
    if line.startswith("#") and not line.strip("# ") and not rest.partition("{#")[0].strip():
        return before, text[proposal.start : proposal.end], proposal.end  # a heading is never empty
    if not rest.strip() and before.endswith(line) and _ONLY_A_MARK.fullmatch(line):
        return before[: len(before) - len(line)], "", proposal.end + len(rest)
    spaces = spaces_around(text, proposal)
    return before[: len(before) - spaces[0]], "", proposal.end + spaces[1]


def spaces_around(text: str, proposal: Proposal) -> tuple[int, int]:
    """Return how many spaces before and after a proposal go with it if nothing is left of it."""
    before, after = text[proposal.start - 1 : proposal.start], text[proposal.end : proposal.end + 1]
    if before == " " and (not after or after in f" \n{_CLOSING}"):
        return 1, 0
    return (0, 1) if after == " " and before in ("", "\n") else (0, 0)
