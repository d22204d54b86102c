"""A table has other rows or columns than in the original.

## Why
A row without a counterpart cannot be checked by those who do not read the language.

## Example
    en.md: a table of five rows      ru.md: the same table with four

Use instead
    ru.md: the table with five rows
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import structural_differences
from cica_docs.rules.rule import RelatedPlace, Violation

PROVISION = "house/same-structure"
SCOPE = "work"
MESSAGE = "this table has {rows} rows and {columns} columns, in the original {meant_rows} and {meant_columns}"
HELP = "give both tables the same rows and columns"
RELATED = {"": "the table of the original"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for difference in structural_differences(corpus).get("table", ()):
        related = (RelatedPlace(difference.in_source, ""),)
        yield Violation(difference.in_translation, difference.variant, "", related, difference.details)
