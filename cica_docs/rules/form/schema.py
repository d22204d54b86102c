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
from cica_docs.documents.document import Document, RegisterFile
from cica_docs.documents.schema.errors import SchemaError
from cica_docs.register.references import schema_of
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.span import Place, Span

PROVISION = "house/shape"
SCOPE = "work"
MESSAGE = {
    "required": "“{name}” is missing",
    "several": "{names} are missing",
    "misspelt": "“{name}” is not a field here, and “{meant}” is missing",
    "misspelt-asked": "“{name}” is not a field here, and “{meant}”, for which clause {clause} asks, is missing",
    "additionalProperties": "“{name}” is not a field here",
    "empty": "{field} is empty",
    "type": "{field} is {value}, which is not of the right form",
    "enum": "{field} is {value}, which is not a possible value",
    "const": "{field} is {value} and must be {allowed}",
    "pattern": "{field} is {value}, which is not of the right form",
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
    "required": "add {name} ({expect})",
    "several": "add {names}",
    "misspelt": "write {meant}",
    "misspelt-asked": "write {meant}",
    "additionalProperties": "{suggestion}fields here are {allowed}",
    "empty": "write {expect}",
    "type": "write {expect}",
    "enum": "{suggestion}possible values are {allowed}",
    "const": "write {expect}",
    "pattern": "write {expect}",
    "maxLength": "shorten it",
    "minItems": "add what is missing",
    "maxItems": "split the document",
    "uniqueItems": "keep one of them",
    "minimum": "write {expect}",
    "maximum": "write {expect}",
    "contains": "add {allowed}",
    "": "write {expect}",
}

_MAX_LENGTH = 60
_NAMING = {"required", "misspelt", "additionalProperties", "contains"}
# The opening line of the front matter: the place of a missing field.
_OPENING = Span(1, 1, 1, 4)


def check(corpus: Corpus) -> Iterator[Violation]:
    files: tuple[RegisterFile, ...] = (*corpus.documents, *corpus.data)
    for file in files:
        schema = schema_of(corpus, file)
        if schema is None or file.problems or not isinstance(file.front.value, dict):
            continue
        faults = schema.faults(file.front.value, corpus.decision.binding)
        reference_pointers = {pointer for pointer, _, _ in schema.references(file.front.value)} if faults else set()
        for fault in faults:
            # A name of the wrong form is unknown too: reference/unknown-name reports it with suggestions.
            if not (fault.pointer in reference_pointers and fault.keyword in {"pattern", "minLength", "maxLength"}):
                yield _violation(file, fault)


def _violation(file: RegisterFile, fault: SchemaError) -> Violation:
    allowed = _allowed_values(fault)
    unknown = fault.keyword in {"misspelt", "additionalProperties"}
    return violation(
        Place(file.path, _span(file, fault)),
        variant=_variant_of(fault),
        provision="" if fault.keyword == "misspelt" else fault.provision,
        field=_field_name(fault.pointer),
        name=fault.names[0] if unknown else _names_below(fault.pointer, fault.names[:1]),
        names=tuple(_names_below(fault.pointer, (name,)) for name in fault.names),
        meant=fault.expected if fault.keyword == "misspelt" else "",
        clause=fault.provision.partition("/")[0],
        value=_format_value(fault.value),
        allowed=allowed,
        expect=fault.expect or allowed,
        suggestion=_suggestions_for(fault),
    )


def _span(file: RegisterFile, fault: SchemaError) -> Span:
    if fault.keyword == "required" and not fault.pointer and isinstance(file, Document):
        return _OPENING
    if fault.keyword in {"required", "misspelt", "additionalProperties"}:
        return file.front.at(fault.pointer)
    return file.front.value_at(fault.pointer)


def _variant_of(fault: SchemaError) -> str:
    if fault.keyword == "required":
        return "several" if len(fault.names) > 1 else "required"
    if fault.keyword == "misspelt":
        is_from_decision = fault.provision and not fault.provision.startswith("house/")
        return "misspelt-asked" if is_from_decision else "misspelt"
    if fault.keyword not in _NAMING and fault.value in (None, "", []):
        return "empty"
    return fault.keyword if fault.keyword in MESSAGE else ""


def _suggestions_for(fault: SchemaError) -> tuple[str, ...]:
    expected = [str(candidate) for candidate in fault.expected] if isinstance(fault.expected, list) else []
    file = fault.names[0] if fault.names else str(fault.value)
    same_but_case = [candidate for candidate in expected if candidate.casefold() == file.casefold()]
    return tuple(same_but_case or get_close_matches(file, expected, 1, 0.6))[:1]


def _allowed_values(fault: SchemaError) -> object:
    if isinstance(fault.expected, list):
        return tuple(str(value) for value in fault.expected)
    return _format_value(fault.expected) if isinstance(fault.expected, bool) else fault.expected


def _field_name(pointer: str) -> str:
    """Return the name of the field at a pointer, as `events.by`, without indexes: the excerpt shows the entry."""
    return ".".join(step for step in pointer.split("/")[1:] if not step.isdecimal()) or "front matter"


def _names_below(pointer: str, names: tuple[str, ...]) -> str:
    return _field_name("/".join((pointer, *names)))


def _format_value(value: object) -> str:
    """Format a value as its author may have written it, long lists and mappings shortened."""
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, list):
        return _shorten(f"[{', '.join(_format_inner(inner) for inner in value)}]")
    if isinstance(value, dict):
        return _shorten(f"{{{', '.join(f'{key}: {_format_inner(inner)}' for key, inner in value.items())}}}")
    return f"“{value}”" if isinstance(value, str) else str(value)


def _format_inner(value: object) -> str:
    return value if isinstance(value, str) else "…" if isinstance(value, list | dict) else _format_value(value)


def _shorten(text: str) -> str:
    return text if len(text) <= _MAX_LENGTH else f"{text[:_MAX_LENGTH]}…"
