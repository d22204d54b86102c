"""A proposal in brackets seems to name who makes it, and names no State on record.

## Why
What stands before the colon in a bracket says whose proposal it is. If it is no State of the register,
the proposal is taken for nobody's, with these words as a part of the text: the delegation is missing from
the ledger, from the print and from the text as that State would have it. A remark that is no proposal is
better in round brackets.

## Example
    Member States [xb: may] [Belmra: shall] cooperate [Note: see above].

Use instead
    Member States [XB: may] [Belmara: shall] cooperate (see above).
"""

from collections.abc import Iterator
from difflib import get_close_matches

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import proposals_of
from cica_docs.register.negotiation.delegations import delegations
from cica_docs.rules.rule import Violation, violation
from cica_docs.text.proposal_words import PROPOSED
from cica_docs.text.proposals import Alternative

PROVISION = "house/proposals"
SCOPE = "work"
MESSAGE = {
    "": "“{name}” before the colon is no State on record, so the proposal is read as nobody's",
    "code": "“{name}”, which proposes this, is no State on record",
}
HELP = {
    "": "{suggestion}if a State proposes it, write its code or name before the colon; put a remark into round brackets",
    "code": "{suggestion}States go by the codes and names in reference/states.yaml",
}
_LONGEST = 40
_NO_NAME = frozenset('.;!?()/"')


def check(corpus: Corpus) -> Iterator[Violation]:
    states = corpus.reference.all("state")
    for document in corpus.documents:
        for placed in proposals_of(corpus, document):
            for alternative in placed.proposal.alternatives:
                unknown = [state for state in alternative.states if state not in states]
                for state in unknown if corpus.reference.is_whole("state") else ():
                    yield violation(placed.place, variant="code", name=state, suggestion=_meant(corpus, state))
                if name := _name_in(alternative):
                    yield violation(placed.place, name=name, suggestion=_meant(corpus, name))


def _name_in(alternative: Alternative) -> str:
    """Return what looks like the name of who proposes a text that is read as nobody's; "" if nothing does."""
    name, colon, _ = alternative.text.partition(":")
    is_name = bool(colon) and len(name) <= _LONGEST and not _NO_NAME & set(name) and not any(map(str.isdigit, name))
    is_nobodys = not alternative.states and alternative.stance == PROPOSED
    return name.strip() if is_nobodys and is_name and (name[:1].isupper() or len(name) == 2) else ""


def _meant(corpus: Corpus, name: str) -> tuple[str, ...]:
    """Return the State that may be meant, by its code or name."""
    names = {written.casefold(): written for written in (*corpus.reference.all("state"), *delegations(corpus))}
    close = get_close_matches(name.casefold(), names, 1, 0.75)
    return tuple(names[written] for written in close)
