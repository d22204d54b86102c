"""A hyphen is used where the language has a dash.

## Why
A hyphen joins the parts of a word; a dash parts the members of a sentence, or says from which
year to which. In print the two are easy to distinguish, and a line breaks at one and not the other.

## Example
    План действий на 2016-2018 годы

Use instead
    План действий на 2016–2018 годы
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import corrections
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/typography"
MESSAGE = {
    "between-words": "there is a hyphen between words where a dash belongs",
    "between-years": "there is a hyphen between the years {found}",
}
HELP = {
    "between-words": "write “{instead}”, or join the words without spaces; `cica fix` can do it",
    "between-years": "write {instead} with a dash; `cica fix` can do it",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for place, correction in corrections(corpus).get("dash", ()):
        yield violation(
            place,
            variant=correction.variant,
            found=correction.current,
            instead=tuple(map(str.strip, correction.suggestions)),
        )
