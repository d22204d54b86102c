"""A note verbale lacks the opening formula of its language, or part of it.

## Why
A note verbale presents compliments and has the honour; the words are fixed in each language.
A note without them reads as a discourtesy that nobody meant.

## Example
    The Secretariat forwards the Concept Paper.

Use instead
    The Secretariat … presents its compliments to the CICA Member States and has the honour to
    forward the Concept Paper.
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.letters import formula_of, own_letters, paragraph_with
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/formula"
SCOPE = "work"
MESSAGE = "the opening formula lacks “{words}”"
HELP = "the formula is: {formula}"


def check(corpus: Corpus) -> Iterator[Violation]:
    for letter in own_letters(corpus):
        by_language = formula_of(letter.work, "opening")
        for language, document in letter.work.documents.items():
            if not document.is_parted:
                continue
            fragments = [str(fragment) for fragment in by_language.get(language.value, ())]
            place, lacking = paragraph_with(document, fragments, last=False)
            if lacking:
                yield violation(place, words=lacking, formula=" … ".join(fragments))
