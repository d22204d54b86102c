"""Compare the proposals in a passage and its translation: who asks for what, not the signs."""

from collections.abc import Mapping

from cica_docs.documents.placeholders import placeholders_in
from cica_docs.languages.pairs import TranslationPair
from cica_docs.text.proposal_outline import Outline, format_outline, outline_of
from cica_docs.text.proposals import Delegations, find_proposals, may_hold_proposals
from cica_docs.values.language import Language

_NONE = "0"


def differing_proposals(pair: TranslationPair, source: str, translation: str) -> Mapping[str, object]:
    """Return the proposals of a passage and of its translation as outlines; empty if the same are in both.

    Each language may have them in another order. A passage that is still to be written proposes nothing.
    """
    if ("[" not in source and "[" not in translation) or placeholders_in(source) or placeholders_in(translation):
        return {}
    outlines = [sorted(map(outline_of, find_proposals(text, pair.delegations))) for text in (translation, source)]
    if outlines[0] == outlines[1]:
        return {}
    return {
        "found": _format(outlines[0], pair.translation.language),
        "meant": _format(outlines[1], pair.source.language),
    }


def without_states(text: str, delegations: Delegations) -> str:
    """Return a text with spaces for the States that make its proposals: one edition has their codes, one their names.

    >>> without_states("They [may / XB: will] meet.", {})
    'They [may /     will] meet.'
    """
    letters = list(text) if may_hold_proposals(text) else []
    for proposal in find_proposals(text, delegations) if letters else ():
        start = proposal.start + 1
        for alternative, (first, last) in zip(proposal.alternatives, proposal.spans, strict=True):
            if alternative.states:
                letters[start:first] = " " * (first - start)
            start = last + 1
    return "".join(letters) or text


def _format(outlines: list[Outline], language: Language) -> str:
    return " ".join(format_outline(outline, language) for outline in outlines) or _NONE
