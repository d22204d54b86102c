"""Write a proposal of a delegation into the text of a document."""

from cica_docs.documents.document import Document
from cica_docs.documents.edit import replace_segments
from cica_docs.documents.segments import read_segments
from cica_docs.text.proposal_writing import add_proposal, read_draft
from cica_docs.text.proposals import NO_NAMES, Alternative, Delegations


def draft_of_segment(document: Document, segment: str, delegations: Delegations = NO_NAMES) -> str | None:
    """Return the draft of a segment by its id, without what States propose; None if there is no such segment."""
    texts = {each.id: each.text for each in read_segments(document)}
    return read_draft(texts[segment], delegations).text if segment in texts else None


def insert_proposal(
    document: Document, segment: str, start: int, end: int, asked: Alternative, delegations: Delegations = NO_NAMES
) -> str | None:
    """Return the text of a document with a proposal about a part of a segment, given by offsets in its draft.

    None if there is no such segment, or the proposal cuts across another, so that it belongs into the comments.
    """
    texts = {each.id: each.text for each in read_segments(document)}
    if segment not in texts:
        return None
    new = add_proposal(texts[segment], start, end, asked, document.language, delegations)
    return None if new is None else replace_segments(document, {segment: new})
