"""A date does not exist, or a period ends before it begins.

## Why
Every rule on tenures and applicability counts days from the first to the last, both included.
A period that runs backwards has no days, and 30 February does not exist: those rules could not
check either.

## Example
    applicability: {from: 2028-01-01, to: 2026-02-30}

Use instead
    applicability: {from: 2026-03-01, to: 2028-02-29}
"""

import re
from collections.abc import Iterator, Mapping

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import RegisterFile
from cica_docs.rules.rule import Violation, violation
from cica_docs.text.escape import escape_pointer
from cica_docs.values.day import parse_partial_date
from cica_docs.values.span import Place

PROVISION = "house/shape"
MESSAGE = {
    "": "the date {day} does not exist",
    "reversed": "the period ends on {last}, before it begins on {first}",
}
HELP = {"": "write a day of the calendar, as 2026-03-01", "reversed": "exchange the two, or correct the year"}

# form/schema reports text of any other form in a date field.
_WRITTEN_AS_DATE = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?")


def check(corpus: Corpus) -> Iterator[Violation]:
    files: tuple[RegisterFile, ...] = (*corpus.originals, *corpus.data)
    for file in files:
        if not file.problems:
            yield from _impossible_dates(file, "", file.front.value)


def _impossible_dates(file: RegisterFile, pointer: str, value: object) -> Iterator[Violation]:
    if isinstance(value, dict):
        yield from _reversed_periods(file, pointer, value)
        for key, inner in value.items():
            yield from _impossible_dates(file, f"{pointer}/{escape_pointer(key)}", inner)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _impossible_dates(file, f"{pointer}/{index}", inner)
    elif isinstance(value, str) and _WRITTEN_AS_DATE.fullmatch(value) and parse_partial_date(value) is None:
        yield violation(Place(file.path, file.front.value_at(pointer)), day=value)


def _reversed_periods(file: RegisterFile, pointer: str, value: Mapping[str, object]) -> Iterator[Violation]:
    first = parse_partial_date(str(value.get("from") or ""))
    end = "to" if "to" in value else "until"
    last = parse_partial_date(str(value.get(end) or ""))
    if first and last and last.last < first.first:
        span = file.front.value_at(f"{pointer}/{end}")
        yield violation(Place(file.path, span), variant="reversed", first=first, last=last)
