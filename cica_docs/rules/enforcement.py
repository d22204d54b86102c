"""The enforcement of provisions: by constraints of schemas, sections of kinds, rules and obligations."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.decision.decision import Decision
from cica_docs.documents.kind import Kinds
from cica_docs.documents.schema.schema import Schema
from cica_docs.register.obligations.all import can_arise
from cica_docs.register.obligations.table import duties
from cica_docs.register.sections import SECTIONS, section_key
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


class Enforcement(NamedTuple):
    """A rule, field, section or obligation that reports a breach of a provision.

    `by` is `schema`, `section`, `optional` (a section that may be left out), `rule`, `obligation`, or `basis` (a house
    rule that rests on it); `where` names the schema, the kind, the rule or the provision of the obligation, `detail`
    the pointer of the constraint or the id of the section, `keyword` the keyword of the schema.
    """

    by: str
    where: str
    detail: str = ""
    keyword: str = ""

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that report a breach."""
        reported_by = {
            "schema": (FIELD_RULE,),
            "section": SECTION_RULES,
            "optional": (EMPTY_RULE,),
            "obligation": (),
            "basis": (),
        }
        return reported_by.get(self.by, (self.where,))

    @property
    def finds_absence(self) -> bool:
        """Whether it can report that something required is missing."""
        return self.by not in {"optional", "basis"}

    @property
    def named(self) -> str:
        """What it is to a drafter: a field as `appointed: by (mandate)`, without the pointer of the schema."""
        steps = self.detail.split("/")
        names = [name for holder, name in pairwise(steps) if holder in {"$defs", "properties", "required"}]
        return f"{': '.join(names)} ({self.where})" if self.by == "schema" and names else str(self)

    def __str__(self) -> str:
        if self.by == "schema":
            return f"{self.where}#{self.detail} ({self.keyword})"
        return f"{self.where} {{#{self.detail}}}" if self.by in {"section", "optional"} else self.where


def enforcements(corpus: Corpus) -> Mapping[str, tuple[Enforcement, ...]]:
    """Map ids of provisions to their enforcement: rules, obligations, sections, fields."""
    by_provision: dict[str, list[Enforcement]] = {}
    for provision, enforcement in (
        *_of_rules(corpus.decision, corpus.kinds),
        *_of_duties(corpus),
        *_of_sections(corpus.decision, corpus.kinds),
        *_of_schemas(corpus.decision, corpus.kinds),
    ):
        if enforcement not in by_provision.setdefault(provision, []):
            by_provision[provision].append(enforcement)
    return {provision: tuple(of_provision) for provision, of_provision in by_provision.items()}


def cited_by(corpus: Corpus, rule: str) -> tuple[str, ...]:
    """Return the provisions on which findings of a rule may be based besides its own, in the order of the decision."""
    by_provision = enforcements(corpus)
    own_provisions = {each.provision_under(corpus.decision) for each in rules() if each.name == rule}
    return tuple(
        id
        for id in corpus.decision.provisions
        if id not in own_provisions and any(rule in enforcement.rules for enforcement in by_provision.get(id, ()))
    )


def _of_rules(decision: Decision, kinds: Kinds) -> Iterator[tuple[str, Enforcement]]:
    bound: dict[str, list[str]] = {}
    for name, provisions in decision.bindings.items():
        bound.setdefault(name.partition(":")[0], []).extend(provisions)
    for rule in rules():
        if rule.is_idle(kinds):
            continue
        own = (rule.provision,) if rule.provision else ()
        for provision in (*own, *rule.also, *bound.get(rule.name, ())):
            yield provision, Enforcement("rule", rule.name)
        for provision in decision.provisions.values():
            if rule.name in provision.basis_of:
                yield provision.id, Enforcement("basis", rule.name)


def _of_duties(corpus: Corpus) -> Iterator[tuple[str, Enforcement]]:
    for duty in duties(corpus).values():
        if not can_arise(corpus, duty):
            continue
        for provision in (duty.provision, *duty.also):
            yield provision, Enforcement("obligation", duty.provision)


def _of_sections(decision: Decision, kinds: Kinds) -> Iterator[tuple[str, Enforcement]]:
    for kind in kinds.kinds.values():
        for section in kind.sections:
            by = "optional" if section.is_optional else "section"
            own = () if section.is_bound else (SECTIONS,)
            for provision in (*own, *decision.bindings.get(section_key(kind, section), ())):
                yield provision, Enforcement(by, kind.name, section.id)


def _of_schemas(decision: Decision, kinds: Kinds) -> Iterator[tuple[str, Enforcement]]:
    for id in sorted(kinds.shapes.schemas):
        name = id.removeprefix("cica:")
        if name in kinds.left_out:
            continue
        shape = kinds.shapes.shape(name)
        for cited, pointer in shape.provisions():
            for provision in (cited,) if cited.startswith("house/") else decision.bindings.get(cited, ()):
                yield provision, Enforcement("schema", name, pointer, _keyword(shape, pointer))


def _keyword(shape: Schema, pointer: str) -> str:
    """Return the keyword that constrains most at a pointer, or ""."""
    if "/required/" in pointer:
        return "required"
    node: Any = shape.schema
    for step in pointer.split("/")[1:]:
        key = step.replace("~1", "/").replace("~0", "~")
        node = node[int(key)] if isinstance(node, list) else node[key]
    resolved = shape.resolve(node)
    return next((keyword for keyword in _CONSTRAINTS if keyword in resolved), "")
