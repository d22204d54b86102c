"""Where in values of a shape the names stand that refer to something: a schema gone through once, not once a value."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from cica_docs.text.escape import escape_pointer

KEYWORD = "x-refers"

Node = Mapping[str, Any]
Fits = Callable[[Any], bool]
Reference = tuple[str, str, Node]
"""The pointer of a name, the name, and the schema node that says what it must be."""


@dataclass(eq=False)
class ReferencePath:
    """What of a schema node leads to names; a node that leads to none has no way."""

    named: Node | None = None
    fields: dict[str, "ReferencePath"] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    others: "ReferencePath | None" = None
    entries: "ReferencePath | None" = None
    always: list["ReferencePath"] = field(default_factory=list)
    choices: list[list[tuple[Fits, "ReferencePath | None"]]] = field(default_factory=list)
    """Of each list the first that fits is taken."""

    @property
    def leads_nowhere(self) -> bool:
        """Whether no name can be reached."""
        inner = (self.fields, self.others, self.entries, self.always)
        return self.named is None and not any(inner) and not any(way for choice in self.choices for _, way in choice)

    def references(self, value: Any, pointer: str = "") -> Iterator[Reference]:
        """Each value that names something that must exist."""
        if self.named is not None and isinstance(value, str):
            yield pointer, value, self.named
        if isinstance(value, dict):
            for key, inner in value.items():
                way = self.fields.get(key) or (None if key in self.known else self.others)
                if way is not None:
                    yield from way.references(inner, f"{pointer}/{escape_pointer(key)}")
        if isinstance(value, list) and self.entries is not None:
            for index, inner in enumerate(value):
                yield from self.entries.references(inner, f"{pointer}/{index}")
        for way in self.always:
            yield from way.references(value, pointer)
        for choice in self.choices:
            taken = next((way for fits, way in choice if fits(value)), None)
            if taken is not None:
                yield from taken.references(value, pointer)


class ReferenceCompiler:
    """Finds the ways of one schema; schemas without an end are none of ours."""

    def __init__(self, resolve: Callable[[Node], Node], fits: Callable[[Node], Fits]) -> None:
        self.resolve = resolve
        self.fits = fits
        self._seen: dict[str, ReferencePath | None] = {}

    def way(self, node: Any) -> ReferencePath | None:
        """Compile the reference path of a node, or None."""
        if not isinstance(node, dict):
            return None
        if node.keys() == {"$ref"}:
            name = str(node["$ref"])
            if name not in self._seen:
                self._seen[name] = self._way(self.resolve(node))
            return self._seen[name]
        return self._way(self.resolve(node))

    def _way(self, node: Node) -> ReferencePath | None:
        properties = node.get("properties", {})
        way = ReferencePath(
            named=node if KEYWORD in node else None,
            fields={key: found for key, inner in properties.items() if (found := self.way(inner))},
            known=frozenset(properties),
            others=self.way(node.get("additionalProperties")),
            entries=self.way(node.get("items")),
            always=[found for inner in node.get("allOf", ()) if (found := self.way(inner))],
            choices=[choice for choice in self._choices(node) if any(found for _, found in choice)],
        )
        return None if way.leads_nowhere else way

    def _choices(self, node: Node) -> Iterator[list[tuple[Fits, ReferencePath | None]]]:
        for keyword in ("anyOf", "oneOf"):
            ways = [(inner, self.way(inner)) for inner in node.get(keyword, ())]
            yield [(self.fits(inner), found) for inner, found in ways] if any(found for _, found in ways) else []
        if "if" in node and (found := self.way(node.get("then"))):
            yield [(self.fits(node["if"]), found)]
