"""The words of a letter that a skeleton takes from the register: who writes, to whom, and where."""

from collections.abc import Mapping

from cica_docs.documents.corpus import Corpus
from cica_docs.register.letterhead import letterhead_of
from cica_docs.text.escape import escape_body
from cica_docs.values.language import Language
from cica_docs.values.role import MEMBER_STATES


def letter_words_of(corpus: Corpus, language: Language, party: str = MEMBER_STATES) -> Mapping[str, str]:
    """Return writer, sender, recipient and place of a letter; "" for what is not on record."""
    letterhead = letterhead_of(corpus, language)
    writer = corpus.reference.role("circulates")
    name = corpus.reference.names("body", writer, corpus.as_of)[language]
    return {
        "writer": writer,
        "sender": escape_body(letterhead.form(writer, "sender") or name),
        "recipient": escape_body(letterhead.form(party, "recipient")),
        "place": next(iter(letterhead.places), ""),
    }
