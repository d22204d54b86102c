"""A note exists in a language in which what it encloses does not.

## Why
The note says "Enclosure: as stated" in each language and counts the pages. Where the
enclosure lacks a version there is nothing to count and nothing to enclose.

## Example
    enclosures:
      - {work: concept-paper/tourism-2026}      # which has no kk.md

Use instead
    the same, with concept-paper/tourism-2026/kk.md in the register
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.letters import letters
from cica_docs.register.works import works
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/correspondence"
MESSAGE = "{work} has no version {language}.md, and the note has one"
HELP = "add {work}/{language}.md"


def check(corpus: Corpus) -> Iterator[Violation]:
    for letter in letters(corpus):
        for name, pointer in letter.enclosed:
            enclosed = works(corpus).get(name)
            if enclosed is None:
                continue
            for language in letter.work.documents:
                if language not in enclosed.documents:
                    yield violation(letter.work.original.at(pointer), work=name, language=str(language))
