"""Find references in values of a schema, which is compiled once instead of walked for each value."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from cica_docs.text.escape import escape_pointer

KEYWORD = "x-refers"

Node = Mapping[str, Any]
Fits = Callable[[Any], bool]
Reference = tuple[str, str, Node]
"""The pointer of a name, the name, and the schema node that states its category."""


@dataclass(eq=False)
class ReferencePath:
    """The parts of a schema node that contain references; None in place of a node without any."""

    named: Node | None = None
    fields: dict[str, "ReferencePath"] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    others: "ReferencePath | None" = None
    entries: "ReferencePath | None" = None
    always: list["ReferencePath"] = field(default_factory=list)
    choices: list[list[tuple[Fits, "ReferencePath | None"]]] = field(default_factory=list)
    """In each list the first branch that fits is used."""

    @property
    def is_empty(self) -> bool:
        """Whether the node contains no reference."""
        inner = (self.fields, self.others, self.entries, self.always)
        return self.named is None and not any(inner) and not any(path for choice in self.choices for _, path in choice)

    def references(self, value: Any, pointer: str = "") -> Iterator[Reference]:
        """Yield each reference in a value."""
        if self.named is not None and isinstance(value, str):
            yield pointer, value, self.named
        if isinstance(value, dict):
            for key, inner in value.items():
                path = self.fields.get(key) or (None if key in self.known else self.others)
                if path is not None:
                    yield from path.references(inner, f"{pointer}/{escape_pointer(key)}")
        if isinstance(value, list) and self.entries is not None:
            for index, inner in enumerate(value):
                yield from self.entries.references(inner, f"{pointer}/{index}")
        for path in self.always:
            yield from path.references(value, pointer)
        for choice in self.choices:
            branch = next((path for fits, path in choice if fits(value)), None)
            if branch is not None:
                yield from branch.references(value, pointer)


class ReferenceCompiler:
    """Compiles the reference paths of one schema, which must not be recursive."""

    def __init__(self, resolve: Callable[[Node], Node], fits: Callable[[Node], Fits]) -> None:
        self.resolve = resolve
        self.fits = fits
        self._seen: dict[str, ReferencePath | None] = {}

    def compile(self, node: Any) -> ReferencePath | None:
        """Compile the reference path of a node, or None."""
        if not isinstance(node, dict):
            return None
        if node.keys() == {"$ref"}:
            name = str(node["$ref"])
            if name not in self._seen:
                self._seen[name] = self._compile(self.resolve(node))
            return self._seen[name]
        return self._compile(self.resolve(node))

    def _compile(self, node: Node) -> ReferencePath | None:
        properties = node.get("properties", {})
        path = ReferencePath(
            named=node if KEYWORD in node else None,
            fields={key: inner_path for key, inner in properties.items() if (inner_path := self.compile(inner))},
            known=frozenset(properties),
            others=self.compile(node.get("additionalProperties")),
            entries=self.compile(node.get("items")),
            always=[inner_path for inner in node.get("allOf", ()) if (inner_path := self.compile(inner))],
            choices=[choice for choice in self._choices(node) if any(inner_path for _, inner_path in choice)],
        )
        return None if path.is_empty else path

    def _choices(self, node: Node) -> Iterator[list[tuple[Fits, ReferencePath | None]]]:
        for keyword in ("anyOf", "oneOf"):
            branches = [(inner, self.compile(inner)) for inner in node.get(keyword, ())]
            yield [(self.fits(inner), path) for inner, path in branches] if any(path for _, path in branches) else []
        if "if" in node and (path := self.compile(node.get("then"))):
            yield [(self.fits(node["if"]), path)]
