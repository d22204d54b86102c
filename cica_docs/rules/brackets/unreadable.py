"""A bracket of a State is not closed in its paragraph, or brackets are within brackets more than once.

## Why
Delegations must see where a proposal begins and ends. A bracket that is still open at the end of its
paragraph, list item or table cell is read by nobody as a proposal: the ledger lacks it and an approved text
could keep it. Brackets within brackets within brackets no reader at the table can follow.

## Example
    They [XA: may [XB: or should [XC: not] ] meet

Use instead
    They [XA: may meet / XB: should meet / XC: should not meet]
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.text_runs import span_between
from cica_docs.languages import own_words_of
from cica_docs.register.negotiation.delegations import delegations
from cica_docs.rules.rule import Violation, violation
from cica_docs.text.broken_brackets import find_broken_brackets
from cica_docs.text.proposals import may_hold_proposals

PROVISION = "house/proposals"
SCOPE = "work"
MESSAGE = {
    "open": "the bracket that opens here is not closed in its paragraph",
    "deep": "this bracket is within two others",
}
HELP = {
    "open": "close it in the same paragraph, item or cell; a proposal of several paragraphs has brackets in each",
    "deep": "write the proposals as alternatives in one bracket: [XA: … / XB: …]",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for document in corpus.documents:
        if not document.is_parted or not may_hold_proposals(document.text):
            continue
        offset = len(document.source.text) - len(document.text)
        for broken in find_broken_brackets(own_words_of(corpus, document), delegations(corpus)):
            at = offset + broken.at
            place = document.place(span_between(document.source.line_starts, at, at + 1))
            yield violation(place, variant=broken.fault)
