"""The outline of a proposal: who asks for what, whatever the words, which differ by language."""

from cica_docs.text.proposal_words import word_of_stance
from cica_docs.text.proposals import Proposal
from cica_docs.values.language import Language

Outline = tuple[tuple[tuple[str, ...], str, bool], ...]
"""By alternative the States in order of their codes, the stance, and whether there is a text."""


def outline_of(proposal: Proposal) -> Outline:
    """Return the outline of a proposal, the same in all languages."""
    return tuple((tuple(sorted(each.states)), each.stance, bool(each.text)) for each in proposal.alternatives)


def format_outline(outline: Outline, language: Language) -> str:
    """Write an outline as a proposal is typed, with an ellipsis for its words: `[… / XB: delete]`."""
    alternatives = (
        ": ".join(part for part in (", ".join(states), word_of_stance(stance, language), "…" * has_text) if part)
        for states, stance, has_text in outline
    )
    return f"[{' / '.join(alternatives)}]"
