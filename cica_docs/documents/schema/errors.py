"""What a value that does not fit its shape was meant to be."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from cica_docs.text.escape import escape_pointer

if TYPE_CHECKING:
    from jsonschema import ValidationError


@dataclass(frozen=True)
class SchemaError:
    """A constraint that a value does not meet: where, which keyword, what was allowed, and the provision that asks.

    `names` are the fields that are missing, or the one that is unknown. The keyword `misspelt` is none of JSON Schema:
    an unknown field that stands for one that is missing, which `expected` names.
    """

    pointer: str
    keyword: str
    provision: str
    expected: Any
    expect: Mapping[str, str]
    value: Any = None
    names: tuple[str, ...] = ()

    @property
    def is_house_rule(self) -> bool:
        """Whether no clause asks for it."""
        return not self.provision or self.provision.startswith("house/")


# Of several constraints that one value does not meet, the earliest named here says it best.
_TELLING = ("contains", "type", "const", "enum", "pattern", "minLength", "minItems", "minimum", "maximum", "maxLength")


class Explainer:
    """Walks the errors of one value against one shape."""

    def __init__(self, schema: Mapping[str, Any], resolve: Callable[[Mapping[str, Any]], Mapping[str, Any]]) -> None:
        self.schema = schema
        self.resolve = resolve

    def faults(self, error: "ValidationError") -> Iterator[SchemaError]:
        """Yield the constraints from which an error results."""
        if error.validator in {"oneOf", "anyOf"} and error.context:
            yield from self._of_meant_branch(error)
            return
        if error.context:
            for inner in error.context:
                yield from self.faults(inner)
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
                    expect = self._expected_of(error, name)
                    yield SchemaError(pointer, keyword, requires.get(name, cited), None, expect, names=(name,))
        elif keyword == "additionalProperties":
            known = sorted(schema.get("properties", {}))
            for name in error.instance if isinstance(error.instance, dict) else ():
                if name not in known:
                    yield SchemaError(f"{pointer}/{escape_pointer(name)}", keyword, cited, known, {}, names=(name,))
        else:
            expected: Any = error.validator_value
            expected = [expected.get("const")] if keyword == "contains" else expected
            yield SchemaError(pointer, keyword, cited, expected, schema.get("x-expect", {}), error.instance)

    def _of_meant_branch(self, error: "ValidationError") -> Iterator[SchemaError]:
        """Yield the errors of the branch that the author meant: by type, then by constants.

        Where the value is of no branch's type, or only not the one word that a branch allows, all branches are offered.
        """
        branches: dict[int, list[ValidationError]] = {}
        for inner in error.context or ():
            branches.setdefault(int(inner.relative_schema_path[0]), []).append(inner)
        meant = [fault for inner in min(branches.values(), key=_distance) for fault in self.faults(inner)]
        schema: Mapping[str, Any] = self.resolve(error.schema) if isinstance(error.schema, dict) else {}
        expect = schema.get("x-expect")
        pointer = _pointer(error)
        if expect and all(fault.pointer == pointer and fault.keyword in {"type", "const"} for fault in meant):
            yield SchemaError(pointer, str(error.validator), self._cited(error), None, expect, error.instance)
        else:
            yield from meant

    def _way(self, error: "ValidationError") -> Iterator[Mapping[str, Any]]:
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
        found = [str(node["x-provision"]) for node in self._way(error) if node.get("x-provision")]
        return found[-1] if found else ""

    def _expected_of(self, error: "ValidationError", name: str) -> Mapping[str, str]:
        """Describe a missing field by the innermost schema that knows it, else the whole object."""
        whole: Mapping[str, str] = {}
        for node in reversed(list(self._way(error))):
            fields = node.get("properties")
            if isinstance(fields, dict) and name in fields:
                found = self.resolve(fields[name]).get("x-expect")
                if found:
                    return dict(found)
            whole = whole or node.get("x-expect", {})
        return whole


def deduplicate(faults: Iterable[SchemaError]) -> tuple[SchemaError, ...]:
    """Deduplicate errors: one a value, missing fields grouped, typos merged with the field they replace."""
    missing: dict[tuple[str, str], SchemaError] = {}
    unknown: dict[str, SchemaError] = {}
    values: dict[str, SchemaError] = {}
    for fault in faults:
        if fault.keyword == "required":
            _keep(missing, (fault.pointer, fault.names[0]), fault)
        elif fault.keyword == "additionalProperties":
            unknown.setdefault(fault.pointer, fault)
        else:
            _keep(values, fault.pointer, fault)
    for pointer in [one.pointer for one in values.values() if one.keyword == "contains"]:
        if any(other.startswith(f"{pointer}/") for other in values):
            del values[pointer]
    misspelt = [_misspelt(fault, missing) for fault in unknown.values()]
    return (*_together(missing.values()), *misspelt, *values.values())


def _keep(errors: dict[Any, SchemaError], key: Any, fault: SchemaError) -> None:
    """Keep the more telling of two faults of one value; what a list lacks is kept together."""
    other = errors.get(key)
    if other and other.keyword == fault.keyword == "contains":
        expected = [*other.expected, *(one for one in fault.expected if one not in other.expected)]
        errors[key] = replace(other, expected=expected)
    elif other is None or _rank(fault) < _rank(other):
        errors[key] = fault


def _rank(fault: SchemaError) -> tuple[bool, int]:
    # Where a clause and the house both ask, the clause speaks.
    telling = _TELLING.index(fault.keyword) if fault.keyword in _TELLING else len(_TELLING)
    return fault.is_house_rule, telling


def _misspelt(unknown: SchemaError, missing: dict[tuple[str, str], SchemaError]) -> SchemaError:
    """Take an unknown field for a typo of a missing one, which then is no longer missing."""
    above = unknown.pointer.rpartition("/")[0]
    names = [name for pointer, name in missing if pointer == above]
    for meant in get_close_matches(unknown.names[0], names, 1, 0.6):
        asked = missing.pop((above, meant))
        return replace(unknown, keyword="misspelt", provision=asked.provision, expected=meant)
    return unknown


def _together(missing: Iterable[SchemaError]) -> Iterator[SchemaError]:
    """Fields that are missing at one place and that one provision asks for, as one fault."""
    found: dict[tuple[str, str], list[SchemaError]] = {}
    for fault in missing:
        found.setdefault((fault.pointer, fault.provision), []).append(fault)
    for faults in found.values():
        yield replace(faults[0], names=tuple(name for fault in faults for name in fault.names))


def _pointer(error: "ValidationError") -> str:
    return "".join(f"/{escape_pointer(str(part))}" for part in error.absolute_path)


def _distance(errors: "list[ValidationError]") -> tuple[int, int, int]:
    """How far a value is from a branch: of another type, with other constants, with more faults."""
    kinds = sum(1 for error in errors if error.validator == "type" and not error.relative_path)
    constants = sum(1 for error in errors if error.validator in {"const", "enum"})
    return kinds, constants, len(errors)
