"""Rules, and how they are discovered."""

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from string import Formatter
from types import ModuleType
from typing import Literal, NamedTuple

from cica_docs import rules as package
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.decision.decision import Decision
from cica_docs.documents.kind import Kinds
from cica_docs.register.law.days import day_of_place
from cica_docs.values.docstring import docstring_of
from cica_docs.values.span import Place


class RelatedPlace(NamedTuple):
    """Another place that concerns a violation; `key` selects its text in the rule's `RELATED`."""

    place: Place
    key: str


@dataclass(frozen=True)
class Violation:
    """A fault and its place, as a check yields it.

    `variant` selects among a rule's messages, and among its helps unless `cure` does; `ground` among the grounds that
    provisions bind; `provision` is cited in place of these.
    """

    place: Place
    variant: str
    provision: str
    related: tuple[RelatedPlace, ...]
    details: Mapping[str, object]
    count: int = 1
    """The number of violations of its kind from this place on; all but the first are only counted."""
    ground: str = ""
    cure: str = ""
    judged_on: date | None = None
    """The day by whose law it is judged; None for that of the act in which the place lies."""


def violation(  # noqa: PLR0913 - all but the place is optional, and named
    place: Place,
    *,
    variant: str = "",
    provision: str = "",
    ground: str = "",
    cure: str = "",
    related: tuple[RelatedPlace, ...] = (),
    judged_on: date | None = None,
    **details: object,
) -> Violation:
    """Make a violation at a place, with the values of its message."""
    return Violation(place, variant, provision, related, details, ground=ground, cure=cure, judged_on=judged_on)


def day_of(corpus: Corpus, violation: Violation) -> date:
    """Return the day by whose law a violation is judged."""
    return violation.judged_on or day_of_place(corpus, violation.place)


Words = str | Mapping[str, str]
Scope = Literal["work", "register", "change"]


@dataclass(frozen=True)
class Rule:
    """A check, its words and its manual page; the decision binds it to a provision, unless it is a house rule."""

    name: str
    provision: str
    """The house rule that it enforces; "" if the decision says what it enforces."""
    message: Words
    help: Words
    related: Mapping[str, str]
    manual: str
    check: Callable[[Corpus], Iterator[Violation]]
    also: tuple[str, ...] = ()
    """Other house rules on which its violations may be based."""
    grounds: tuple[str, ...] = ("",)
    """What provisions of the decision may ask of it by itself; "" if it has one ground only."""
    by_act: bool = False
    """Whether each act of each kind, and each of its fields that agrees with others, is a ground of its own."""
    scope: Scope = "register"
    """The data that it reads: "work" if only the work (or data file) at hand and the reference data.

    "change" if it compares the register with that before a change, and finds nothing in a register by itself.
    """
    cured_by: str = ""
    """Who cures all its faults, one of `CURERS`; "" if the place of a fault says who."""

    @property
    def needs_basis(self) -> bool:
        """Whether it names the clauses on which it rests, and so applies only under a decision that has them."""
        return any("{basis}" in pattern for pattern in _texts(self.message))

    @cached_property
    def roles(self) -> frozenset[str]:
        """The roles whose bodies its words name, as `{body_approves}`; it does not run where one has no body."""
        patterns = (text for words in (self.message, self.help) for text in _texts(words))
        fields = (field or "" for text in patterns for _, field, _, _ in Formatter().parse(text))
        return frozenset(field.removeprefix("body_") for field in fields if field.startswith("body_"))

    def is_idle(self, kinds: Kinds) -> bool:
        """Whether the register uses none of the kinds after which its group is named: `information-item`."""
        group = self.name.partition("/")[0]
        named_after = {name for name in kinds.every if name == group or name.startswith(f"{group}-")}
        return bool(named_after) and named_after <= kinds.left_out.keys()

    def key(self, ground: str) -> str:
        """Return the name by which a provision binds one of its grounds: `notice/sent-otherwise:to-all`."""
        return f"{self.name}:{ground}" if ground else self.name

    def can_apply(self, decision: Decision) -> bool:
        """Whether it enforces a provision on any day."""
        if self.provision:
            return not self.needs_basis or bool(decision.has_basis(self.name))
        of_acts = self.by_act and decision.binds(f"{self.name}:", begins=True)
        return of_acts or any(decision.binds(self.key(ground)) for ground in self.grounds)

    def provision_under(self, decision: Decision, ground: str | None = None, on: date | None = None) -> str:
        """Return the provision that it enforces on a ground, or on the first one bound; "" if none binds it on the day.

        A house rule enforces its own provision, but on a ground that a provision of the decision binds.
        """
        if ground and (bound := decision.binding(self.key(ground), on)):
            return bound
        if self.provision:
            return "" if self.needs_basis and not decision.basis(self.name, on) else self.provision
        if ground is None and self.by_act:
            by_act = (ids[0] for name, ids in decision.bindings.items() if name.startswith(f"{self.name}:"))
            return next(by_act, "")
        grounds = self.grounds if ground is None else (ground,)
        return next(filter(None, (decision.binding(self.key(ground), on) for ground in grounds)), "")

    def provisions_in(self, decision: Decision, kind: str) -> tuple[str, ...]:
        """Return the provisions that it enforces in the works of a kind, its own first."""
        of_acts = f"{self.name}:{kind}." if self.by_act else None
        keys = {self.key(ground) for ground in self.grounds}
        bound = (ids for key, ids in decision.bindings.items() if key in keys or (of_acts and key.startswith(of_acts)))
        own = self.provision_under(decision) if self.grounds else ""
        return tuple(dict.fromkeys(filter(None, (own, *(id for ids in bound for id in ids)))))

    def provision_of(self, violation: Violation, decision: Decision, on: date | None = None) -> str:
        """Return the provision that a violation breaches on a day; "" if the decision binds none."""
        return violation.provision or self.provision_under(decision, violation.ground, on)

    @property
    def statement(self) -> str:
        """The fault in one sentence."""
        return self.manual.partition("\n")[0]


def _texts(words: Words) -> Iterable[str]:
    return (words,) if isinstance(words, str) else words.values()


@cache
def rules() -> tuple[Rule, ...]:
    """Return all rules by name: every module in a group of this package is a rule."""
    unsorted: list[Rule] = []
    for group in pkgutil.iter_modules(package.__path__):
        if group.ispkg:
            inner = importlib.import_module(f"{package.__name__}.{group.name}")
            names = (f"{inner.__name__}.{module.name}" for module in pkgutil.iter_modules(inner.__path__))
            unsorted.extend(_rule(importlib.import_module(name)) for name in names)

    return tuple(sorted(unsorted, key=lambda rule: rule.name))


def find_rule(name: str) -> Rule | None:
    """Return the rule with a name, or None."""
    return next((rule for rule in rules() if rule.name == name), None)


def _rule(module: ModuleType) -> Rule:
    group, name = module.__name__.split(".")[-2:]
    is_of_acts = getattr(module, "BY_ACT", False) and not hasattr(module, "PROVISION")
    return Rule(
        name=f"{group}/{name}".replace("_", "-"),
        provision=getattr(module, "PROVISION", ""),
        message=module.MESSAGE,
        help=getattr(module, "HELP", ""),
        related=getattr(module, "RELATED", {}),
        manual=(module.__doc__ or docstring_of(module.__name__)).strip(),
        check=module.check,
        also=getattr(module, "ALSO", ()),
        grounds=getattr(module, "GROUNDS", () if is_of_acts else ("",)),
        by_act=getattr(module, "BY_ACT", False),
        scope=getattr(module, "SCOPE", "register"),
        cured_by=getattr(module, "CURED_BY", ""),
    )
