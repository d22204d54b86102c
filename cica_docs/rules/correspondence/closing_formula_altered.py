"""A note verbale lacks the closing formula of its language, or part of it.

## Why
A note verbale renews the assurances of highest consideration; the words are fixed in each language.
A note without them reads as a discourtesy that nobody meant.

## Example
    With best regards, the Secretariat

Use instead
    The Secretariat avails itself of this opportunity to renew to the CICA Member States the
    assurances of its highest consideration.
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.letters import formula_of, own_letters, paragraph_with
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/formula"
SCOPE = "work"
MESSAGE = "the closing formula lacks “{words}”"
HELP = "the formula is: {formula}"


def check(corpus: Corpus) -> Iterator[Violation]:
    for letter in own_letters(corpus):
        by_language = formula_of(letter.work, "closing")
        for language, document in letter.work.documents.items():
            if not document.is_parted:
                continue
            fragments = [str(fragment) for fragment in by_language.get(language.value, ())]
            place, lacking = paragraph_with(document, fragments, last=True)
            if lacking:
                yield violation(place, words=lacking, formula=" … ".join(fragments))
