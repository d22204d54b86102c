"""Compare the proposals in a passage and its translation: who asks for what, not the signs."""

from collections.abc import Mapping

from cica_docs.languages.pairs import TranslationPair
from cica_docs.text.proposal_outline import Outline, format_outline, outline_of
from cica_docs.text.proposals import find_proposals
from cica_docs.values.language import Language

_NONE = "0"


def differing_proposals(pair: TranslationPair, source: str, translation: str) -> Mapping[str, object]:
    """Return the proposals of a passage and of its translation as outlines; empty if the same are in both.

    Each language may have them in another order.
    """
    if "[" not in source and "[" not in translation:
        return {}
    outlines = [sorted(map(outline_of, find_proposals(text, pair.delegations))) for text in (translation, source)]
    if outlines[0] == outlines[1]:
        return {}
    return {
        "found": _format(outlines[0], pair.translation.language),
        "meant": _format(outlines[1], pair.source.language),
    }


def _format(outlines: list[Outline], language: Language) -> str:
    return " ".join(format_outline(outline, language) for outline in outlines) or _NONE
