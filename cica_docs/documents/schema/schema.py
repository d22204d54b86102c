"""Validate front matter and data by JSON Schema 2020-12, and explain the errors.

A compiled validator accepts the many valid values; only an invalid one is walked again, so that each error has the
keyword, the branch that the author meant, and the provision of the constraint.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from cica_docs.documents.schema.completion import complete_references, put_languages
from cica_docs.documents.schema.errors import (
    Binding,
    Explainer,
    SchemaError,
    deduplicate,
    name_of_constraint,
)
from cica_docs.documents.schema.kind_schema import complete_kind_schema
from cica_docs.documents.schema.references import Fits, Reference, ReferenceCompiler, ReferencePath
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.text.escape import escape_pointer
from cica_docs.values.language import Language

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

_MOST_ERRORS = 200
_ROLES = "cica:roles"
_SETTINGS = "cica:reference/settings"


@dataclass(frozen=True, eq=False)
class Schema:
    """A schema with its validators."""

    name: str
    schema: Mapping[str, Any]
    siblings: "Schemas" = field(repr=False)
    """All schemas of the register, to which its references lead."""

    @cached_property
    def _fits(self) -> Fits:
        return self.siblings.validator_of(self.schema)

    @cached_property
    def _slow(self) -> "Draft202012Validator":
        from jsonschema import Draft202012Validator  # noqa: PLC0415 - 65 ms, and most registers have nothing to explain
        from referencing import Registry  # noqa: PLC0415
        from referencing.jsonschema import DRAFT202012  # noqa: PLC0415

        resources = [(id, DRAFT202012.create_resource(schema)) for id, schema in self.siblings.schemas.items()]
        registry: Registry[Any] = Registry().with_resources(resources)
        return Draft202012Validator(self.schema, registry=registry)

    def fits(self, value: Any) -> bool:
        """Whether a value is valid."""
        return self._fits(value)

    def errors(self, value: Any, binding: Binding = name_of_constraint) -> tuple[SchemaError, ...]:
        """List the constraints that a value violates, each error once.

        `binding` returns the provision that binds a constraint of the decision; if it returns "", the constraint does
        not hold. By default every constraint holds, under its own name.
        """
        if self.fits(value):
            return ()
        explainer = Explainer(self.schema, self.resolve, binding)
        causes = (cause for error in self._slow.iter_errors(value) for cause in explainer.explain(error))
        return deduplicate(islice(causes, _MOST_ERRORS))

    def resolve(self, node: Mapping[str, Any]) -> Mapping[str, Any]:
        """Follow the reference of a schema node; keys beside the reference override it."""
        reference = node.get("$ref")
        if not reference:
            return node
        id, _, pointer = str(reference).partition("#")
        target: Any = self.siblings.schemas[id]
        for part in pointer.split("/")[1:]:
            target = target[part]
        return {**self.resolve(target), **{key: value for key, value in node.items() if key != "$ref"}}

    @cached_property
    def properties(self) -> tuple[str, ...]:
        """The names of the fields at the top."""
        return tuple(self.schema.get("properties", {}))

    def provisions(self) -> Iterator[tuple[str, str]]:
        """Yield what each marked constraint cites, a house rule or its own name, and the pointer of the constraint."""
        yield from _provisions(self.schema, "")

    @cached_property
    def _references(self) -> ReferencePath | None:
        return ReferenceCompiler(self.resolve, self.siblings.validator_of).compile(self.schema)

    def references(self, value: Any) -> Iterator[Reference]:
        """Yield the references of a value: the pointer, the name, and the schema node that states its category."""
        return self._references.references(value) if self._references else iter(())


@dataclass(frozen=True, eq=False)
class Schemas:
    """All schemas by name."""

    schemas: Mapping[str, Mapping[str, Any]]
    """By `$id`."""
    _made: dict[str, Schema] = field(default_factory=dict, repr=False)
    _validators: dict[str, Fits] = field(default_factory=dict, repr=False)

    @cached_property
    def _registry(self) -> jsonschema_rs.Registry:
        """The schemas as validators look them up, made when the first is compiled."""
        return jsonschema_rs.Registry([(id, dict(schema)) for id, schema in self.schemas.items()])

    def validator_of(self, node: Mapping[str, Any]) -> Fits:
        """Return the validator of a node of any schema; equal nodes share one, compiled when it is first used."""
        written = json.dumps(node)
        if written not in self._validators:
            self._validators[written] = self._validator(node)
        return self._validators[written]

    def _validator(self, node: Mapping[str, Any]) -> Fits:
        compiled = cache(lambda: jsonschema_rs.Draft202012Validator(dict(node), registry=self._registry).is_valid)
        return lambda value: compiled()(value)  # noqa: PLW0108 - compiled when first called

    def __contains__(self, name: str) -> bool:
        return f"cica:{name}" in self.schemas

    def with_roles(self, roles: Mapping[str, str]) -> "Schemas":
        """Return the schemas of a register whose settings name these bodies by role."""
        template = self.schemas.get(_ROLES, {})
        settings = self.schemas.get(_SETTINGS, {}).get("properties", {})
        missing = frozenset(settings.get("roles", {}).get("required", ())) - roles.keys()
        definitions = {name: _resolve_role(node, roles, missing) for name, node in template.get("$defs", {}).items()}
        return Schemas({**self.schemas, _ROLES: {**template, "$defs": definitions}})

    def has_constraint(self, name: str) -> bool:
        """Whether a schema marks a constraint of this name as one that a decision may bind."""
        schema, _, pointer = name.partition("#")
        node: Any = self.schemas.get(f"cica:{schema}")
        above, _, field = pointer.rpartition("/")
        required = bool(field) and above.endswith("/required")
        for step in (above.removesuffix("/required") if required else pointer).split("/")[1:]:
            key = step.replace("~1", "/").replace("~0", "~")
            is_index = isinstance(node, list) and key.isdecimal() and int(key) < len(node)
            node = node[int(key)] if is_index else node.get(key) if isinstance(node, dict) else None
        if not isinstance(node, dict):
            return False
        requires = node.get("x-requires")
        by_field = requires if isinstance(requires, dict) and required else {}
        return name in {node.get("x-provision"), *by_field.values()}

    def constraints(self) -> Iterator[str]:
        """Yield the names of the constraints that a decision may bind."""
        for id in self.schemas:
            for name, _ in _provisions(self.schemas[id], ""):
                if "#" in name:
                    yield name

    def for_languages(self, languages: tuple[Language, ...]) -> "Schemas":
        """Return the schemas of a register with these languages, whose texts must be in each of them."""
        return Schemas({id: put_languages(schema, languages) for id, schema in self.schemas.items()})

    def shape(self, name: str) -> Schema:
        """Return the schema with a name: `mandate`, `translation`, `provisions`, `reference/states`."""
        if name not in self._made:
            self._made[name] = Schema(name, self.schemas[f"cica:{name}"], self)
        return self._made[name]


def _resolve_role(node: Mapping[str, Any], roles: Mapping[str, str], missing: frozenset[str]) -> Any:
    """Return the constraint of a role: its body, one of several words and bodies, or what holds without a body.

    A list that lacks the body of a role constrains nothing, for what it lacks is not known. One with `x-partial` still
    constrains, unless the role is among the `missing` ones, for which the settings are reported.
    """
    template = {key: node[key] for key in node if key.startswith("x-")}
    if "x-one-of" in node:
        lacking = {each["x-role"] for each in node["x-one-of"] if isinstance(each, dict)} - roles.keys()
        if lacking & missing if node.get("x-partial") else lacking:
            return template
        names = (roles.get(each["x-role"]) if isinstance(each, dict) else each for each in node["x-one-of"])
        known = list(dict.fromkeys(filter(None, names)))
        return {**template, "enum": known} if known else template
    body = roles.get(node["x-role"])
    otherwise: dict[str, Any] = {"not": {}} if node.get("x-missing") is False else {}
    return {**template, **({"const": body} if body else otherwise)}


def read_schemas(shipped: Snapshot, events: Mapping[str, tuple[str, ...]]) -> Schemas:
    """Read the schemas of the packaged `schemas/` folder, and complete those of kinds, which have these events."""
    read = {path: json.loads(shipped.read(path)) for path in shipped.paths() if path.endswith("schema.json")}
    common = read.pop("kind.schema.json")
    for kind, of_kind in events.items():
        own = read[f"{kind}/schema.json"]
        read[f"{kind}/schema.json"] = {**complete_kind_schema(own, of_kind, common), "$id": f"cica:{kind}"}
    return Schemas({schema["$id"]: complete_references(schema, schema["$id"]) for schema in read.values()})


def _provisions(node: Any, pointer: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, dict):
        if isinstance(node.get("x-provision"), str):
            yield node["x-provision"], pointer
        requires = node.get("x-requires")
        if isinstance(requires, dict):
            for name, provision in requires.items():
                yield str(provision), f"{pointer}/required/{escape_pointer(name)}"
        for key, inner in node.items():
            yield from _provisions(inner, f"{pointer}/{escape_pointer(str(key))}")
    elif isinstance(node, list):
        for index, inner in enumerate(node):
            yield from _provisions(inner, f"{pointer}/{index}")
