"""Explain why a value violates its schema."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, NamedTuple

from cica_docs.text.escape import escape_pointer
from cica_docs.text.locale_files import read_field_words
from cica_docs.values.texts import Hint

if TYPE_CHECKING:
    from jsonschema import ValidationError


Binding = Callable[[str, str], str]
"""Returns the provision that binds a constraint, named as `mandate#/$defs/appointed/properties/by`, at a pointer."""


def name_of_constraint(name: str, _pointer: str) -> str:
    """Return the name of a constraint, for readers to whom no decision matters."""
    return name


class SchemaError(NamedTuple):
    """A constraint that a value violates: its place, its keyword, the allowed values and the provision.

    `names` are the fields that are missing, or the one that is unknown. The keyword `misspelt` is not of JSON Schema:
    an unknown field that is a typo of a missing one, which `expected` names.
    """

    pointer: str
    keyword: str
    provision: str
    expected: Any
    expect: Hint
    value: Any = None
    names: tuple[str, ...] = ()
    act: str = ""
    """The part of an act that the value or the missing field records, by `x-act`: `done-by`, `sent-to` …"""

    @property
    def cites_constraint(self) -> bool:
        """Whether it cites no provision yet, but the constraint that the decision binds or does not."""
        return "#" in self.provision

    @property
    def is_house_rule(self) -> bool:
        """Whether no clause requires it."""
        return not self.provision or self.provision.startswith("house/")


# If one value violates several constraints, the first of these is reported.
_PRIORITY = (
    "contains",
    "type",
    "const",
    "enum",
    "pattern",
    "minLength",
    "minItems",
    "minimum",
    "maximum",
    "maxLength",
)


class Explainer:
    """Walks the errors of one value against one schema."""

    def __init__(
        self,
        schema: Mapping[str, Any],
        resolve: Callable[[Mapping[str, Any]], Mapping[str, Any]],
        binding: Binding = name_of_constraint,
    ) -> None:
        self.schema = schema
        self.resolve = resolve
        self.binding = binding

    def explain(self, error: "ValidationError") -> Iterator[SchemaError]:
        """Yield the constraints from which an error results, without those of the decision that nothing binds."""
        for cause in self._causes_of(error):
            if not cause.cites_constraint:
                yield cause
            elif provision := self.binding(cause.provision, cause.pointer):
                yield cause._replace(provision=provision)

    def _causes_of(self, error: "ValidationError") -> Iterator[SchemaError]:
        if error.validator in {"oneOf", "anyOf"} and error.context:
            yield from self._of_meant_branch(error)
            return
        if error.context:
            for inner in error.context:
                yield from self._causes_of(inner)
            return
        pointer = _pointer(error)
        schema = self.resolve(error.schema) if isinstance(error.schema, dict) else {}
        keyword = str(error.validator)
        cited = self._cited(error)
        if keyword == "required":
            present = error.instance if isinstance(error.instance, dict) else {}
            requires = schema.get("x-requires", {})
            for name in schema.get("required", ()):
                if name not in present:
                    field = self._field_of(error, name)
                    expect = Hint(field.get("x-expect", "") if field else self._expected_of_whole(error))
                    asked, act = requires.get(name, cited), str(field.get("x-act", ""))
                    allowed = field.get("enum") or ([field["const"]] if "const" in field else None)
                    yield SchemaError(pointer, keyword, asked, allowed, expect, names=(name,), act=act)
        elif keyword == "additionalProperties":
            known = sorted(schema.get("properties", {}))
            for name in error.instance if isinstance(error.instance, dict) else ():
                if name not in known:
                    yield SchemaError(f"{pointer}/{escape_pointer(name)}", keyword, cited, known, Hint(), names=(name,))
        else:
            expected: Any = error.validator_value
            expected = [self.resolve(expected).get("const")] if keyword == "contains" else expected
            hint = schema.get("x-expect") or _last(self._schemas_on_path(error)).get("x-expect", "")
            yield SchemaError(pointer, keyword, cited, expected, Hint(hint), error.instance, act=self._act_of(error))

    def _of_meant_branch(self, error: "ValidationError") -> Iterator[SchemaError]:
        """Yield the errors of the branch that the author meant: by type, then by constants.

        If the value fits the type of no branch, or only differs from a constant, all branches are suggested.
        """
        branches: dict[int, list[ValidationError]] = {}
        for inner in error.context or ():
            branches.setdefault(int(inner.relative_schema_path[0]), []).append(inner)
        meant = [cause for inner in min(branches.values(), key=_distance) for cause in self._causes_of(inner)]
        schema: Mapping[str, Any] = self.resolve(error.schema) if isinstance(error.schema, dict) else {}
        expect = Hint(schema.get("x-expect", ""))
        pointer = _pointer(error)
        if expect and all(cause.pointer == pointer and cause.keyword in {"type", "const"} for cause in meant):
            keyword, act = str(error.validator), self._act_of(error)
            yield SchemaError(pointer, keyword, self._cited(error), None, expect, error.instance, act=act)
        else:
            yield from meant

    def _schemas_on_path(self, error: "ValidationError") -> Iterator[Mapping[str, Any]]:
        """Yield the schemas on the path to the failed keyword, outermost first, before and after resolving."""
        node: Any = self.schema
        for step in error.absolute_schema_path:
            if isinstance(node, dict):
                yield node
                node = self.resolve(node)
                yield node
                node = node.get(str(step))
            elif isinstance(node, list) and isinstance(step, int) and step < len(node):
                node = node[step]

    def _cited(self, error: "ValidationError") -> str:
        """Return the provision of the innermost schema that has one."""
        provisions = [str(node["x-provision"]) for node in self._schemas_on_path(error) if node.get("x-provision")]
        return provisions[-1] if provisions else ""

    def _act_of(self, error: "ValidationError") -> str:
        """Return the part of an act that the innermost schema says a value records; "" if none does."""
        return next((str(node["x-act"]) for node in reversed([*self._schemas_on_path(error)]) if "x-act" in node), "")

    def _field_of(self, error: "ValidationError", name: str) -> Mapping[str, Any]:
        """Return the innermost schema that describes a missing field; empty if none does."""
        for node in reversed(list(self._schemas_on_path(error))):
            fields = node.get("properties")
            if isinstance(fields, dict) and name in fields:
                field = self.resolve(fields[name])
                if field.keys() & {"x-expect", "const", "enum"}:
                    return field
        return {}

    def _expected_of_whole(self, error: "ValidationError") -> str:
        """Describe the object that lacks a field, by the innermost schema that does."""
        hints = (str(node.get("x-expect", "")) for node in reversed(list(self._schemas_on_path(error))))
        return next(filter(None, hints), "")


def deduplicate(errors: Iterable[SchemaError]) -> tuple[SchemaError, ...]:
    """Deduplicate errors: one a value, missing fields grouped, typos merged with the field they replace."""
    missing: dict[tuple[str, str], SchemaError] = {}
    unknown: dict[str, SchemaError] = {}
    values: dict[str, SchemaError] = {}
    for error in errors:
        if error.keyword == "required":
            _keep(missing, (error.pointer, error.names[0]), error)
        elif error.keyword == "additionalProperties":
            unknown.setdefault(error.pointer, error)
        else:
            _keep(values, error.pointer, error)
    for pointer in [error.pointer for error in values.values() if error.keyword == "contains"]:
        if any(other.startswith(f"{pointer}/") for other in values):
            del values[pointer]
    misspelt = [_misspelt(error, missing) for error in unknown.values()]
    return (*_group_missing(missing.values()), *misspelt, *values.values())


def _keep(errors: dict[Any, SchemaError], key: Any, error: SchemaError) -> None:
    """Keep the more specific of two errors of one value; merge the entries that a list lacks."""
    other = errors.get(key)
    if other and other.keyword == error.keyword == "contains":
        expected = [*other.expected, *(entry for entry in error.expected if entry not in other.expected)]
        errors[key] = other._replace(expected=expected)
    elif other is None or _rank(error) < _rank(other):
        errors[key] = error


def _rank(error: SchemaError) -> tuple[bool, int]:
    # A constraint of a clause comes before one of a house rule.
    specificity = _PRIORITY.index(error.keyword) if error.keyword in _PRIORITY else len(_PRIORITY)
    return error.is_house_rule, specificity


def _misspelt(unknown: SchemaError, missing: dict[tuple[str, str], SchemaError]) -> SchemaError:
    """Take an unknown field for a typo or a translation of a missing one, which then is no longer missing."""
    above = unknown.pointer.rpartition("/")[0]
    names = [name for pointer, name in missing if pointer == above]
    written = unknown.names[0].casefold().replace("_", " ")
    translated = [] if written.isascii() else [name for name in names if written in read_field_words().get(name, ())]
    for meant in translated[:1] or get_close_matches(unknown.names[0], names, 1, 0.6):
        asked = missing.pop((above, meant))
        return unknown._replace(keyword="misspelt", provision=asked.provision, expected=meant)
    return unknown


def _group_missing(missing: Iterable[SchemaError]) -> Iterator[SchemaError]:
    """Merge the errors for fields that are missing at one place and that one provision requires."""
    by_provision: dict[tuple[str, str], list[SchemaError]] = {}
    for error in missing:
        by_provision.setdefault((error.pointer, error.provision), []).append(error)
    for errors in by_provision.values():
        yield errors[0]._replace(names=tuple(name for error in errors for name in error.names))


def _last(nodes: Iterable[Mapping[str, Any]]) -> Mapping[str, Any]:
    """Return the innermost of the schemas on a path; a constraint of a role has its hint there."""
    return next(reversed(list(nodes)), {})


def _pointer(error: "ValidationError") -> str:
    return "".join(f"/{escape_pointer(str(part))}" for part in error.absolute_path)


def _distance(errors: "list[ValidationError]") -> tuple[int, int, int]:
    """Return the distance of a value from a branch: other types, other constants, number of errors."""
    kinds = sum(1 for error in errors if error.validator == "type" and not error.relative_path)
    constants = sum(1 for error in errors if error.validator in {"const", "enum"})
    return kinds, constants, len(errors)
