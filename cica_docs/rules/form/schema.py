"""A field of the front matter, or a value of the reference data, is missing, misspelt or not of its form.

## Why
The fields are what the clauses speak of: an area, a tenure, a channel, an addressee. Where a
clause asks for a field, the finding names that clause; where the form is the house's own, it
says "house rule".

## Example
    aplicability: {from: 2026-01-01, to: 2028-12-31}

Use instead
    applicability: {from: 2026-01-01, to: 2028-12-31}
"""

from collections.abc import Iterator
from difflib import get_close_matches

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Written
from cica_docs.documents.fault import Fault
from cica_docs.facts.mention import shape_of
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.span import Place

PROVISION = "house/shape"
MESSAGE = {
    "required": "“{name}” is missing",
    "additionalProperties": "“{name}” is no field here",
    "type": "{field} is {value}, which is not of the right form",
    "enum": "{field} is {value}, which is none of the possible values",
    "const": "{field} is {value} and must be {allowed}",
    "pattern": "{field} is {value}, which is not of the right form",
    "minLength": "{field} is empty",
    "maxLength": "{field} is longer than {allowed} characters",
    "minItems": "{field} has fewer entries than {allowed}",
    "maxItems": "{field} has more entries than {allowed}",
    "uniqueItems": "{field} has the same entry twice",
    "minimum": "{field} is {value}, less than {allowed}",
    "maximum": "{field} is {value}, more than {allowed}",
    "contains": "{field} lacks {allowed}",
    "": "{field} is {value}, which does not fit",
}
HELP = {
    "required": "add the field {name}",
    "additionalProperties": "{suggestion}fields here are {allowed}",
    "type": "write {expect}",
    "enum": "{suggestion}possible values are {allowed}",
    "const": "write {allowed}",
    "pattern": "write {expect}",
    "minLength": "write a value, or remove the field",
    "maxLength": "shorten it",
    "minItems": "add what is missing",
    "maxItems": "split the document",
    "uniqueItems": "keep one of them",
    "minimum": "write {expect}",
    "maximum": "write {expect}",
    "contains": "add {allowed}",
    "": "write {expect}",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    files: tuple[Written, ...] = (*corpus.documents, *corpus.data)
    for written in files:
        shape = shape_of(corpus, written)
        if shape is None or written.problems or not isinstance(written.front.value, dict):
            continue
        for fault in shape.faults(written.front.value):
            yield _violation(written, fault)


def _violation(written: Written, fault: Fault) -> Violation:
    front = written.front
    whole = fault.keyword in {"required", "additionalProperties", "minItems"}
    span = front.at(fault.pointer) if whole else front.value_at(fault.pointer)
    variant = fault.keyword if fault.keyword in MESSAGE else ""
    misspelt = fault.name if fault.keyword == "additionalProperties" else fault.value
    near = fault.expected if isinstance(fault.expected, list) else []
    close = get_close_matches(str(misspelt), [str(one) for one in near], 1, 0.6)
    return violation(
        Place(written.path, span),
        variant=variant,
        provision=fault.provision,
        field=_field(fault.pointer),
        name=fault.name,
        value=_shown(fault.value),
        allowed=_allowed(fault),
        expect=fault.expect,
        suggestion=tuple(close),
    )


def _allowed(fault: Fault) -> object:
    expected = fault.expected
    if isinstance(expected, list):
        return tuple(str(one) for one in expected)
    if isinstance(expected, dict):
        return str(expected.get("const", ""))
    return _shown(expected) if isinstance(expected, bool) else expected


def _field(pointer: str) -> str:
    return ".".join(pointer.split("/")[1:]) or "front matter"


def _shown(value: object) -> str:
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "empty"}[value]
    if isinstance(value, list | dict):
        return "[…]" if isinstance(value, list) else "{…}"
    return f"“{value}”" if isinstance(value, str) else str(value)
