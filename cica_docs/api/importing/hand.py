"""The hand of a State in a text under negotiation: its requests as proposals, held against what it wrote itself."""

from collections.abc import Sequence
from typing import NamedTuple

from cica_docs.api.importing.requests import Request
from cica_docs.text.proposal_views import as_drafted, as_state
from cica_docs.text.proposal_words import DELETION, PROPOSED
from cica_docs.text.proposal_writing import add_proposal, read_draft
from cica_docs.text.proposals import NO_NAMES, Alternative, Delegations
from cica_docs.values.language import Language


class Hand(NamedTuple):
    """A State that asks, in a language."""

    state: str
    language: Language
    delegations: Delegations = NO_NAMES

    def write(self, before: str, requests: Sequence[Request], wanted: str) -> str | None:
        """Return a segment with the requests in it, part by part if possible, else as one.

        None if they cannot be written so that the draft stays and the State reads what it wrote.
        """
        whole = Request("", 0, len(read_draft(before, self.delegations).text), before, wanted)
        for attempt in (requests, (whole,)):
            after = self._ask(before, attempt)
            if after is not None and self._says(after, before, wanted):
                return after
        return None

    def _ask(self, text: str, requests: Sequence[Request]) -> str | None:
        asked: str | None = text
        for request in requests:
            alternative = Alternative((self.state,), request.text, PROPOSED if request.text else DELETION)
            if asked is not None:
                asked = add_proposal(asked, request.start, request.end, alternative, self.language, self.delegations)
        return asked

    def _says(self, after: str, before: str, wanted: str) -> bool:
        """Whether the draft is the same, and a State that had asked for nothing yet reads what it wrote."""
        drafted = as_drafted(before, self.delegations)
        if as_drafted(after, self.delegations) != drafted:
            return False
        is_first = as_state(before, self.state, self.delegations) == drafted
        return not is_first or as_state(after, self.state, self.delegations) == wanted
