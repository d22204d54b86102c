"""A Russian or Kazakh word has a Cyrillic letter of another language.

## Why
Texts that were typed before there were fonts with Kazakh letters have Ukrainian or Macedonian
ones in their place, and some keyboards offer look-alikes. Such words are found by no search.

## Example
    Тїркия және Қазақстан

Use instead
    Түркия және Қазақстан
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import corrections
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/alphabet"
MESSAGE = "“{found}” has a letter that this language does not have: {letters}"
HELP = "write “{instead}”; leave it where a name is quoted in its own language"


def check(corpus: Corpus) -> Iterator[Violation]:
    for place, correction in corrections(corpus).get("foreign-letter", ()):
        yield violation(place, variant=correction.variant, **correction.details)
