"""A table is not written as one, or a row of it lacks cells.

## Why
A table in Markdown has bars between its cells and, below its head, a row of hyphens. Columns set by
tabs, or drawn with + and -, are printed as running text; a row with too few cells gets empty ones
at its end, whichever were meant.

## Example
    Activity<tab>Year
    Workshop<tab>2027

Use instead
    | Activity | Year |
    | --- | --- |
    | Workshop | 2027 |
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.misread.find import misread
from cica_docs.rules.rule import Violation

PROVISION = "house/prints-as-typed"
SCOPE = "work"
MESSAGE = {
    "tabs": "lines with tabs ({lines}) are printed as running text, not as a table",
    "uneven": "lines with tabs ({lines}) are printed as running text, not as a table",
    "bars": "lines with bars ({lines}) are printed as running text, not as a table",
    "grid": "a table drawn with + and - is printed as running text",
    "short": "cells in the row: {cells}, columns in the table: {columns}",
}
HELP = {
    "tabs": "write | between the cells, and below the first row one such as | --- | --- |; `cica fix` can do it",
    "uneven": "write | between the cells, as many in each row, and below the first row one such as | --- | --- |",
    "bars": "below the first row, write one with as many cells of hyphens: | --- | --- |",
    "grid": "write a table: | between the cells, and below the first row one such as | --- | --- |",
    "short": "add the missing cells, empty ones as well: | |",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for variant in MESSAGE:
        for place, part in misread(corpus).get(variant, ()):
            yield Violation(place, variant, "", (), part.details)
