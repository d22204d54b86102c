"""A value of the decision is amended by no act of the body that may amend it, or is overwritten in place.

## Why
An act is judged by the value of its own day, so an amendment adds a value with the day from which it
holds and the act `by` which it was made, and leaves the former one as it was. The settings name under
`roles` the body that `amends`. While a decision is a draft, its values may still be replaced.

## Example
    values: {tenure: [{from: 2023-05-13, years: [2, 4]}, {from: 2027-01-01, years: [2, 5]}]}

Use instead
    values: {tenure: [{from: 2023-05-13, years: [2, 4]}, {from: 2027-01-01, by: SOC/2026-III/INF/9, years: [2, 5]}]}
"""

from collections.abc import Iterator, Mapping
from typing import Any

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import DataFile
from cica_docs.register.sources import names_of
from cica_docs.rules.rule import Violation, violation
from cica_docs.text.escape import escape_pointer
from cica_docs.values.day import parse_day
from cica_docs.values.symbol import parse_symbol

PROVISION = "house/reference-data"
GROUNDS = ("by-another",)
MESSAGE = {
    "unnamed": "the value “{name}” from {day} names no act by which it was amended",
    "body": "the value “{name}” from {day} is amended by {ref}, which is no act of the {body}",
    "overwritten": "the value “{name}” had {former} before this change, and has it no more",
}
HELP = {
    "unnamed": "name in `by` the symbol of the act that amended it",
    "body": "{if_slip}the value is not amended until the {body} does so; take it out and wait for that act",
    "overwritten": "put the former value back; an amendment is a further value, with `from` and `by`",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for file in corpus.data:
        for pointer, name, dated in _values(file):
            yield from _of_amendments(corpus, file, pointer, name, dated)
        if corpus.before and not corpus.before.decision.is_draft:
            yield from _overwritten(corpus.before, file)


def _values(file: DataFile) -> Iterator[tuple[str, str, list[Mapping[str, Any]]]]:
    """Yield the values of the provisions of a file: pointer, name and dated entries."""
    provisions = file.front.get("/provisions")
    for index, entry in enumerate(provisions if isinstance(provisions, list) else ()):
        values = entry.get("values") if isinstance(entry, dict) else None
        for name, dated in values.items() if isinstance(values, dict) else ():
            if isinstance(dated, list) and all(isinstance(value, dict) for value in dated):
                yield f"/provisions/{index}/values/{escape_pointer(str(name))}", str(name), dated


def _of_amendments(
    corpus: Corpus, file: DataFile, pointer: str, name: str, dated: list[Mapping[str, Any]]
) -> Iterator[Violation]:
    days = [parse_day(str(value.get("from") or "")) for value in dated]
    first = min((day for day in days if day), default=None)
    body = corpus.reference.role("amends")
    for index, (value, day) in enumerate(zip(dated, days, strict=True)):
        ref = str(value.get("by") or "")
        place = file.at(f"{pointer}/{index}")
        if day is None or (day == first and not ref):
            continue
        if not ref:
            yield violation(place, variant="unnamed", name=name, day=day)
        elif body and _letters_of(ref) not in {"", corpus.reference.entry("body", body).get("symbol")}:
            named = names_of(corpus, (body,), day)
            yield violation(place, variant="body", ground="by-another", name=name, day=day, ref=ref, body=named)


def _letters_of(ref: str) -> str:
    """Return the letters of the body in a symbol, or in the number of a note; "" for the name of a work."""
    symbol = parse_symbol(ref)
    return symbol.body if symbol else ref.partition("/")[0] if ref[:1].isupper() else ""


def _overwritten(before: Corpus, file: DataFile) -> Iterator[Violation]:
    former = before.file(file.path)
    values = {name: (pointer, dated) for pointer, name, dated in _values(file)}
    for _, name, dated in _values(former) if isinstance(former, DataFile) else ():
        pointer, present = values.get(name, ("", []))
        for value in dated if pointer else ():
            if value not in present:
                words = ", ".join(f"{field}: {figure}" for field, figure in value.items())
                yield violation(file.at(pointer), variant="overwritten", name=name, former=f"{{{words}}}")
