"""What a value that does not fit its shape was meant to be."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cica_docs.documents.record import escape

if TYPE_CHECKING:
    from jsonschema import ValidationError


@dataclass(frozen=True)
class Fault:
    """A constraint that a value does not meet: where, which keyword, what was allowed, and the provision that asks."""

    pointer: str
    keyword: str
    provision: str
    expected: Any
    expect: Mapping[str, str]
    value: Any = None
    name: str = ""

    @property
    def is_house_rule(self) -> bool:
        """Whether no clause asks for it."""
        return not self.provision or self.provision.startswith("house/")


class Explainer:
    """Walks the errors of one value against one shape."""

    def __init__(self, schema: Mapping[str, Any], resolve: Callable[[Mapping[str, Any]], Mapping[str, Any]]) -> None:
        self.schema = schema
        self.resolve = resolve

    def faults(self, error: "ValidationError") -> Iterator[Fault]:
        """The constraints that an error comes down to."""
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
                    yield Fault(pointer, keyword, requires.get(name, cited), name, {}, name=name)
        elif keyword == "additionalProperties":
            known = sorted(schema.get("properties", {}))
            for name in error.instance if isinstance(error.instance, dict) else ():
                if name not in known:
                    yield Fault(f"{pointer}/{escape(name)}", keyword, cited, known, {}, name=name)
        else:
            yield Fault(pointer, keyword, cited, error.validator_value, schema.get("x-expect", {}), error.instance)

    def _of_meant_branch(self, error: "ValidationError") -> Iterator[Fault]:
        """The faults of the branch that the author meant: the one of the right type, then with the right constants."""
        branches: dict[int, list[ValidationError]] = {}
        for inner in error.context or ():
            branches.setdefault(int(inner.relative_schema_path[0]), []).append(inner)
        best = min(branches.values(), key=_distance)
        schema = self.resolve(error.schema) if isinstance(error.schema, dict) else {}
        if schema.get("x-expect") and all(_distance(errors)[0] for errors in branches.values()):
            yield Fault(
                _pointer(error), str(error.validator), self._cited(error), None, schema["x-expect"], error.instance
            )
            return
        for inner in best:
            yield from self.faults(inner)

    def _cited(self, error: "ValidationError") -> str:
        """The provision of the innermost schema on the way to the keyword that failed."""
        found = ""
        node: Any = self.schema
        for step in error.absolute_schema_path:
            if isinstance(node, dict):
                found = str(node.get("x-provision") or found)
                node = self.resolve(node)
                found = str(node.get("x-provision") or found)
                node = node.get(str(step))
            elif isinstance(node, list) and isinstance(step, int) and step < len(node):
                node = node[step]
        return found


def _pointer(error: "ValidationError") -> str:
    return "".join(f"/{escape(str(part))}" for part in error.absolute_path)


def _distance(errors: list["ValidationError"]) -> tuple[int, int, int]:
    """How far a value is from a branch: of another type, with other constants, with more faults."""
    kinds = sum(1 for one in errors if one.validator == "type" and not one.relative_path)
    constants = sum(1 for one in errors if one.validator in {"const", "enum"})
    return kinds, constants, len(errors)
