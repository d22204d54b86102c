"""What would change if values of the decision were amended: findings and obligations before and after."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from cica_docs.api.checking.check import check
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.decision import Amendments
from cica_docs.i18n.messages import Catalogue
from cica_docs.register.restricted.public_view import public_view
from cica_docs.values.day import parse_day
from cica_docs.values.finding import Finding
from cica_docs.views.impact import AmendedValue, Change, Impact
from cica_docs.views.obligations import ObligationFilters, ObligationRow, list_obligations
from cica_docs.views.provisions import Clauses

Item = TypeVar("Item")


def compute_impact(corpus: Corpus, catalogue: Catalogue, amendments: Amendments) -> Impact:
    """All rules and all obligations under the decision as it stands, and under the amended one."""
    unredacted = corpus.unredacted or corpus
    after = public_view(replace(unredacted, decision=unredacted.decision.amended(amendments), unredacted=None))
    clauses = Clauses(corpus, catalogue)
    found = (
        *_findings(check(corpus, catalogue).findings, check(after, catalogue).findings, clauses),
        *_obligations(_dues(corpus, catalogue), _dues(after, catalogue), clauses),
    )
    return Impact(clauses, tuple(_amended(clauses, amendments)), found)


def _dues(corpus: Corpus, catalogue: Catalogue) -> tuple[ObligationRow, ...]:
    return list_obligations(corpus, catalogue, ObligationFilters(with_discharged=True)).rows


def _amended(clauses: Clauses, amendments: Amendments) -> Iterator[AmendedValue]:
    decision = clauses.corpus.decision
    for id, named in amendments.items():
        for name, dated in named.items():
            provision = decision.provisions[id]
            first = min(parse_day(str(value["from"])) or clauses.corpus.as_of for value in dated)
            shown = [
                "; ".join(clauses.values_of(replace(provision, values={name: values})))
                for values in ((decision.value(id, name, first),), dated)
            ]
            yield AmendedValue(id, name, *shown)


def _findings(before: Sequence[Finding], after: Sequence[Finding], clauses: Clauses) -> Iterator[Change]:
    def describe(one: Finding) -> str:
        return f"{clauses.report.severity(one.severity)}: {one.message}"

    def key(one: Finding) -> object:
        return one.path, one.place, one.rule, one.provision

    for sign, old, new in _compared(before, after, key, describe):
        one = new or old
        assert one is not None
        where = f"{one.path}:{one.place.span.line}:{one.place.span.column}"
        yield Change(sign, "finding", where, one.rule, describe(old) if old else "", describe(new) if new else "")


def _obligations(before: Sequence[ObligationRow], after: Sequence[ObligationRow], clauses: Clauses) -> Iterator[Change]:
    def describe(one: ObligationRow) -> str:
        state = clauses.words.word("impact.known" if one.is_known_only else f"due.states.{one.state.value}")
        values = {"title": one.title, "by": one.addressee, "due": one.obligation.due, "state": state}
        return clauses.words.sentence("impact.obligation", **values)

    for sign, old, new in _compared(before, after, lambda one: one.obligation.id, describe):
        one = new or old
        assert one is not None
        where = f"{one.path}:{one.obligation.place.span.line}"
        provision = one.obligation.provision
        yield Change(sign, "obligation", where, provision, describe(old) if old else "", describe(new) if new else "")


def _compared(
    before: Sequence[Item], after: Sequence[Item], key: Callable[[Item], object], describe: Callable[[Item], str]
) -> Iterator[tuple[str, Item | None, Item | None]]:
    """Yield the differences by key, in the order of the earlier entries, then the new ones."""
    left: dict[object, list[Item]] = {}
    for one in after:
        left.setdefault(key(one), []).append(one)
    for one in before:
        fellows = left.get(key(one), [])
        other = next(
            (fellow for fellow in fellows if describe(fellow) == describe(one)), fellows[0] if fellows else None
        )
        if other is None:
            yield "vanishes", one, None
            continue
        fellows.remove(other)
        if describe(one) != describe(other):
            yield "changes", one, other
    for one in after:
        if any(one is fellow for fellow in left[key(one)]):
            yield "appears", None, one
