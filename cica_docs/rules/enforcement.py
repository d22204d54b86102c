"""What stands behind each provision: a constraint of a schema, a section that a kind has, a rule, an obligation."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.kind import Kinds
from cica_docs.documents.schema.schema import Schema
from cica_docs.register.obligations.all import DUTIES
from cica_docs.rules.rule import rules

FIELD_RULE = "form/schema"
EMPTY_RULE = "form/section-empty"
SECTION_RULES = ("form/section-missing", EMPTY_RULE)
_CONSTRAINTS = (
    "const",
    "enum",
    "contains",
    "pattern",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "items",
    "allOf",
    "anyOf",
    "oneOf",
    "not",
    "if",
    "required",
    "additionalProperties",
    "type",
)


@dataclass(frozen=True)
class Enforcement:
    """One thing that finds a breach of a provision.

    `by` is `schema`, `section`, `optional` (a section that may be left out), `rule` or `obligation`; `where` names
    the schema, the kind, the rule or the provision from which the obligation follows, `what` the pointer of the
    constraint or the id of the section, `keyword` the schema's keyword.
    """

    by: str
    where: str
    what: str = ""
    keyword: str = ""

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that tell of a breach."""
        told_by = {"schema": (FIELD_RULE,), "section": SECTION_RULES, "optional": (EMPTY_RULE,), "obligation": ()}
        return told_by.get(self.by, (self.where,))

    @property
    def finds_absence(self) -> bool:
        """Whether it can find that what is asked for is not there at all."""
        return self.by != "optional"

    def __str__(self) -> str:
        if self.by == "schema":
            return f"{self.where}#{self.what} ({self.keyword})"
        return f"{self.where} {{#{self.what}}}" if self.by in {"section", "optional"} else self.where


def enforcements(corpus: Corpus) -> Mapping[str, tuple[Enforcement, ...]]:
    """What stands behind each provision that anything stands behind: rules, obligations, sections, fields."""
    found: dict[str, list[Enforcement]] = {}
    for provision, one in (*_of_rules(), *_of_duties(), *_of_sections(corpus.kinds), *_of_schemas(corpus.kinds)):
        if one not in found.setdefault(provision, []):
            found[provision].append(one)
    return {provision: tuple(listed) for provision, listed in found.items()}


def cited_by(corpus: Corpus, rule: str) -> tuple[str, ...]:
    """The provisions that a rule's findings may rest on besides its own, in the order of the decision."""
    behind = enforcements(corpus)
    own = {one.provision for one in rules() if one.name == rule}
    return tuple(
        id
        for id in corpus.decision.provisions
        if id not in own and any(rule in one.rules for one in behind.get(id, ()))
    )


def _of_rules() -> Iterator[tuple[str, Enforcement]]:
    for rule in rules():
        for provision in (rule.provision, *rule.also):
            yield provision, Enforcement("rule", rule.name)


def _of_duties() -> Iterator[tuple[str, Enforcement]]:
    for provision, others in DUTIES.items():
        for one in (provision, *others):
            yield one, Enforcement("obligation", provision)


def _of_sections(kinds: Kinds) -> Iterator[tuple[str, Enforcement]]:
    for kind in kinds.kinds.values():
        for section in kind.sections:
            yield (
                section.provision,
                Enforcement("optional" if section.is_optional else "section", kind.name, section.id),
            )


def _of_schemas(kinds: Kinds) -> Iterator[tuple[str, Enforcement]]:
    for id in sorted(kinds.shapes.schemas):
        name = id.removeprefix("cica:")
        shape = kinds.shapes.shape(name)
        for provision, pointer in shape.provisions():
            yield provision, Enforcement("schema", name, pointer, _keyword(shape, pointer))


def _keyword(shape: Schema, pointer: str) -> str:
    """The keyword that constrains at a pointer: the one that says most."""
    if "/required/" in pointer:
        return "required"
    node: Any = shape.schema
    for step in pointer.split("/")[1:]:
        key = step.replace("~1", "/").replace("~0", "~")
        node = node[int(key)] if isinstance(node, list) else node[key]
    resolved = shape.resolve(node)
    return next((one for one in _CONSTRAINTS if one in resolved), "")
