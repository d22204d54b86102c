"""A field of the front matter, or a value of the reference data, is missing, misspelt or not of its form.

## Why
The fields are what the clauses speak of: an area, a tenure, a channel, an addressee. Where a
clause asks for a field, the finding names that clause; where the form is the house's own, it
says "house rule". A field that says what was done (by whom, to whom, through whom, when) is never
to be filled with what should have been done: the help says what remains to be done instead.

## Example
    aplicability: {from: 2026-01-01, to: 2028-12-31}

Use instead
    applicability: {from: 2026-01-01, to: 2028-12-31}
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document, RegisterFile
from cica_docs.documents.schema.errors import SchemaError
from cica_docs.register.law.days import day_of_field
from cica_docs.register.law.fields import day_of_error, errors_of
from cica_docs.register.record.further_acts import is_met_by_a_further_act
from cica_docs.register.references import schema_of
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.language import Language
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
    "misspelt": "name the field {meant}",
    "misspelt-asked": "name the field {meant}",
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
    "act-form": "say what was done in this form: {expect}",
    "act-choice": "{suggestion}name the one that says what was done: {allowed}",
    "act-missing": "record in `{names}` what was done ({expect})",
    "act-missing-asked": "record in `{names}` what was done, if it was; if not, this must still be met: “{asked}”",
    "act-done-by": "{if_slip}it remains for the {who} to do; record that as a further act",
    "act-sent-to": "{if_slip}send it to those who were left out, and record that as a further act",
    "act-sent-through": "{if_slip}send it through the {who} too, and record that as a further act",
    "act-done": "{if_slip}say so in `note`",
    "act-done-asked": "{if_slip}say so in `note`; this must still be met: “{asked}”",
}

_MAX_LENGTH = 60
_NAMING = {"required", "misspelt", "additionalProperties", "contains"}
_OWN_HELP = {"misspelt", "additionalProperties", "maxLength", "minItems", "maxItems", "uniqueItems"}
_ACTS = "/events"
# The opening line of the front matter: the place of a missing field.
_OPENING = Span(1, 1, 1, 4)


def check(corpus: Corpus) -> Iterator[Violation]:
    for file in corpus.files:
        schema = schema_of(corpus, file)
        if schema is None or file.problems or not isinstance(file.front.value, dict):
            continue
        errors = errors_of(corpus, file, schema)
        reference_pointers = {pointer for pointer, _, _ in schema.references(file.front.value)} if errors else set()
        for error in errors:
            # A name of the wrong form is unknown too: reference/unknown-name reports it with suggestions.
            is_name = error.pointer in reference_pointers and error.keyword in {"pattern", "minLength", "maxLength"}
            if not is_name and not is_met_by_a_further_act(file, error):
                yield _violation(corpus, file, error)


def _violation(corpus: Corpus, file: RegisterFile, error: SchemaError) -> Violation:
    allowed = _allowed_values(error)
    unknown = error.keyword in {"misspelt", "additionalProperties"}
    return violation(
        Place(file.path, _span(file, error)),
        judged_on=None if error.is_house_rule or error.keyword == "misspelt" else day_of_error(corpus, file, error),
        variant=_variant_of(error),
        cure=_act_help_of(corpus, file, error),
        provision="" if error.keyword == "misspelt" else error.provision,
        field=_field_name(error.pointer),
        name=error.names[0] if unknown else _names_below(error.pointer, error.names[:1]),
        names=tuple(_names_below(error.pointer, (name,)) for name in error.names),
        meant=error.expected if error.keyword == "misspelt" else "",
        clause=error.provision.partition("/")[0],
        value=_format_value(error.value),
        allowed=allowed,
        expect=_expected_text(corpus, error),
        who=_bodies_asked(corpus, error),
        asked=_statement_of(corpus, file, error),
        suggestion=_suggestions_for(error),
    )


def _expected_text(corpus: Corpus, error: SchemaError) -> object:
    """Return the hint of the schema; without one, the allowed words, and bodies with their names."""
    if error.expect or error.expected is None:
        return error.expect
    allowed = [str(each) for each in (error.expected if isinstance(error.expected, list) else [error.expected])]
    bodies = {id: corpus.reference.names("body", id, corpus.as_of) for id in allowed}
    return {
        language: ", ".join(
            id if names[language] == id else f"{id} ({names[language]})" for id, names in bodies.items()
        )
        for language in Language
    }


def _act_help_of(corpus: Corpus, file: RegisterFile, error: SchemaError) -> str:
    """Return the help with a field that says what was done, once there are acts on record; "" for other fields."""
    is_recorded = error.pointer.startswith(_ACTS) or bool(error.act and file.front.get(_ACTS))
    if not is_recorded or (error.keyword in _OWN_HELP and not _is_empty(error)):
        return ""
    asked = "-asked" if _statement_of(corpus, file, error) else ""
    if error.keyword == "required":
        return f"act-missing{asked}"
    if error.keyword in {"const", "contains"} and not _is_empty(error):
        act = f"act-{error.act or 'done'}"
        return f"{act}{asked}" if f"{act}-asked" in HELP else act
    return "act-choice" if error.keyword == "enum" else "act-form"


def _bodies_asked(corpus: Corpus, error: SchemaError) -> object:
    """Return the names of the bodies that a constraint asks for, by language."""
    ids = error.expected if isinstance(error.expected, list) else [error.expected]
    names = [corpus.reference.names("body", str(id), corpus.as_of) for id in ids]
    return {language: ", ".join(each[language] for each in names) for language in Language}


def _statement_of(corpus: Corpus, file: RegisterFile, error: SchemaError) -> Mapping[str, str]:
    """Return the statement of the clause that asks for a constraint; empty for a house rule."""
    on = day_of_field(corpus, file, error.pointer)
    provision = None if error.is_house_rule else corpus.decision.provision(error.provision, on)
    return {language: text.rstrip(".") for language, text in provision.says.items()} if provision else {}


def _span(file: RegisterFile, error: SchemaError) -> Span:
    if error.keyword == "required" and not error.pointer and isinstance(file, Document):
        return _OPENING
    if error.keyword in {"required", "misspelt", "additionalProperties"}:
        return file.front.at(error.pointer)
    return file.front.value_at(error.pointer)


def _variant_of(error: SchemaError) -> str:
    if error.keyword == "required":
        return "several" if len(error.names) > 1 else "required"
    if error.keyword == "misspelt":
        is_from_decision = error.provision and not error.provision.startswith("house/")
        return "misspelt-asked" if is_from_decision else "misspelt"
    if _is_empty(error):
        return "empty"
    return error.keyword if error.keyword in MESSAGE else ""


def _is_empty(error: SchemaError) -> bool:
    return error.keyword not in _NAMING and error.value in (None, "", [])


def _suggestions_for(error: SchemaError) -> tuple[str, ...]:
    expected = [str(candidate) for candidate in error.expected] if isinstance(error.expected, list) else []
    file = error.names[0] if error.names else str(error.value)
    same_but_case = [candidate for candidate in expected if candidate.casefold() == file.casefold()]
    return tuple(same_but_case or get_close_matches(file, expected, 1, 0.6))[:1]


def _allowed_values(error: SchemaError) -> object:
    if isinstance(error.expected, list):
        return tuple(str(value) for value in error.expected)
    return _format_value(error.expected) if isinstance(error.expected, bool) else error.expected


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
