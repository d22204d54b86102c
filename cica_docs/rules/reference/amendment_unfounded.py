"""An amendment of the decision names no act of the body that may amend it, or one that is not on record.

## Why
An act is judged by the law of its own day, so an amendment adds an entry with the day from which it
holds and the act `by` which it was made: another value, another force, other words, a repeal, a new
provision. The settings name under `roles` the body that `amends`; its act is on the record of the decision.

## Example
    values: {tenure: [{from: 2023-05-13, years: [2, 4]}, {from: 2027-01-01, years: [2, 5]}]}

Use instead
    values: {tenure: [{from: 2023-05-13, years: [2, 4]}, {from: 2027-01-01, by: SOC/2026-III/INF/9, years: [2, 5]}]}
    # and in en.md: {on: 2026-12-10, kind: amended, by: soc, ref: SOC/2026-III/INF/9}
"""

from collections.abc import Iterator
from typing import Any

from cica_docs.documents.corpus import Corpus
from cica_docs.register.law.amendments import DatedEntry, amending_acts, dated_entries, is_on_record, text_of
from cica_docs.register.sources import names_of
from cica_docs.rules.rule import RelatedPlace, Violation, violation
from cica_docs.values.symbol import parse_symbol

PROVISION = "house/reference-data"
ALSO = ("house/law-of-the-day",)
GROUNDS = ("by-another",)
MESSAGE = {
    "unnamed": "the amendment of “{name}” from {day} names no act by which it was made",
    "body": "the amendment of “{name}” from {day} is by {ref}, which is no act of the {body}",
    "unrecorded": "the amendment of “{name}” from {day} is by {ref}, which is not on record",
    "early": "the amendment of “{name}” by {ref} holds from {day}, before it was made on {made}",
}
HELP = {
    "unnamed": "name in `by` the symbol of the act that amended it",
    "body": "{if_slip}the decision is not amended until the {body} does so; take it out and wait for that act",
    "unrecorded": "{if_slip}record the act in {path}: {{on: …, kind: amended, by: …, ref: {ref}}}",
    "early": "{if_slip}acts between these days were done under the former law and are now judged by the new one; "
    "let it hold from {made}, unless the body decided otherwise",
}
RELATED = {"early": "the act is here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for file in corpus.data:
        for entry in dated_entries(file):
            if not entry.is_original and entry.since:
                yield from _of_entry(corpus, entry)


def _of_entry(corpus: Corpus, entry: DatedEntry) -> Iterator[Violation]:
    known: dict[str, Any] = {"name": entry.name, "day": entry.since, "ref": entry.by}
    body = corpus.reference.role("amends")
    act = amending_acts(corpus, entry.file).get(entry.by)
    if not entry.by:
        yield violation(entry.place, variant="unnamed", **known)
    elif body and _letters_of(entry.by) not in {"", corpus.reference.entry("body", body).get("symbol")}:
        named = names_of(corpus, (body,), entry.since or corpus.as_of)
        yield violation(entry.place, variant="body", ground="by-another", body=named, **known)
    elif act and entry.since and entry.since < act.on.first:
        related = (RelatedPlace(act.place, "early"),)
        yield violation(entry.place, variant="early", provision=ALSO[0], related=related, made=act.on.first, **known)
    elif not act and not is_on_record(corpus, entry.file, entry.by):
        original = text_of(corpus, entry.file)
        yield violation(entry.place, variant="unrecorded", path=original.path if original else "en.md", **known)


def _letters_of(ref: str) -> str:
    """Return the letters of the body in a symbol, or in the number of a note; "" for the name of a work."""
    symbol = parse_symbol(ref)
    return symbol.body if symbol else ref.partition("/")[0] if ref[:1].isupper() else ""
