"""What texts say in each language, and whether a translation says the same as its source: the door to this folder.

Everything outside `languages/` imports from here and nothing below, and rules are held to it by import-linter.

- `translation_pairs`, `structural_differences`, `content_differences`: compare translations with their sources
- `corrections`, `find_corrections`, `vocabulary`: proofread letters and signs
- `prose_faults`: days, names, words and remarks in running text that cannot be meant
- `forbidden_terms`, `anachronisms`, `unsorted_state_lists`, `terms`: the terms and names in use
- `wording_uses`, `find_uses`, `states_voluntary`, `lexicons`: wordings that a text must not have, or must, and
  `PAPER_KINDS`, in which most of them are sought
- `sentences_of`, `blank_quotes`: the sentences of a body, and a text without what it quotes
- `proposals_of`, `number_of_proposals`, `own_words_of`: the proposals in brackets of a body
- `figures_of`, `days_of`, `clauses_cited`: the numbers and days of a text, and the clauses that it cites
- `align`, `units_of`: set blocks of several languages side by side

A name is imported when it is first asked for: printing needs `align` and would load all the rest in vain (50 ms).
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cica_docs.languages.alignment import Unit, align, units_of
    from cica_docs.languages.compare.comparison import content_differences, structural_differences
    from cica_docs.languages.compare.structure import StructuralDifference
    from cica_docs.languages.figures import Figure, clauses_cited, days_of, figures_of
    from cica_docs.languages.lexicon.terms import Term, terms
    from cica_docs.languages.pairs import translation_pairs
    from cica_docs.languages.proofreading.corrections import Correction
    from cica_docs.languages.proofreading.mixed_script import Known
    from cica_docs.languages.proofreading.scan import corrections, find_corrections, vocabulary
    from cica_docs.languages.proposals import PlacedProposal, number_of_proposals, own_words_of, proposals_of
    from cica_docs.languages.prose.find import prose_faults
    from cica_docs.languages.sentences import blank_quotes, sentences_of
    from cica_docs.languages.terminology.state_order import unsorted_state_lists
    from cica_docs.languages.terminology.usage import anachronisms, forbidden_terms
    from cica_docs.languages.wording.lexicon import lexicons
    from cica_docs.languages.wording.uses import PAPER_KINDS, find_uses, states_voluntary, wording_uses
else:
    _MODULES = {
        "alignment": ("Unit", "align", "units_of"),
        "compare.comparison": ("content_differences", "structural_differences"),
        "compare.structure": ("StructuralDifference",),
        "figures": ("Figure", "clauses_cited", "days_of", "figures_of"),
        "lexicon.terms": ("Term", "terms"),
        "pairs": ("translation_pairs",),
        "proofreading.corrections": ("Correction",),
        "proofreading.mixed_script": ("Known",),
        "proofreading.scan": ("corrections", "find_corrections", "vocabulary"),
        "proposals": ("PlacedProposal", "number_of_proposals", "own_words_of", "proposals_of"),
        "prose.find": ("prose_faults",),
        "sentences": ("blank_quotes", "sentences_of"),
        "terminology.state_order": ("unsorted_state_lists",),
        "terminology.usage": ("anachronisms", "forbidden_terms"),
        "wording.lexicon": ("lexicons",),
        "wording.uses": ("PAPER_KINDS", "find_uses", "states_voluntary", "wording_uses"),
    }
    _MODULE_OF = {name: module for module, names in _MODULES.items() for name in names}

    def __getattr__(name: str) -> object:
        """Import a name of the door."""
        if name not in _MODULE_OF:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message)
        value = getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)
        globals()[name] = value
        return value


__all__ = [
    "PAPER_KINDS",
    "Correction",
    "Figure",
    "Known",
    "PlacedProposal",
    "StructuralDifference",
    "Term",
    "Unit",
    "align",
    "anachronisms",
    "blank_quotes",
    "clauses_cited",
    "content_differences",
    "corrections",
    "days_of",
    "figures_of",
    "find_corrections",
    "find_uses",
    "forbidden_terms",
    "lexicons",
    "number_of_proposals",
    "own_words_of",
    "proposals_of",
    "prose_faults",
    "sentences_of",
    "states_voluntary",
    "structural_differences",
    "terms",
    "translation_pairs",
    "units_of",
    "unsorted_state_lists",
    "vocabulary",
    "wording_uses",
]
