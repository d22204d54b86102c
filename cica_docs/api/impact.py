"""What changes under amended values or another text of the decision: findings and obligations before and after."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from cica_docs.api.checking.check import check
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.decision.decision import Amendments
from cica_docs.i18n.messages import Catalogue
from cica_docs.register.restricted.public_view import public_view
from cica_docs.values.day import parse_day
from cica_docs.values.finding import Finding
from cica_docs.views.decision.clause_changes import compare_clauses
from cica_docs.views.decision.comparison import DecisionComparison
from cica_docs.views.decision.impact import AmendedValue, Change, Impact
from cica_docs.views.decision.provision_changes import compare_bindings, compare_provisions
from cica_docs.views.obligations import ObligationFilters, ObligationRow, list_obligations
from cica_docs.views.provisions import Clauses

Item = TypeVar("Item")


def compute_impact(corpus: Corpus, catalogue: Catalogue, amendments: Amendments) -> Impact:
    """Compare all findings and obligations under the decision and under the amended one."""
    unredacted = corpus.unredacted or corpus
    after = public_view(replace(unredacted, decision=unredacted.decision.amended(amendments), unredacted=None))
    clauses = Clauses(corpus, catalogue)
    return Impact(clauses, tuple(_amended(clauses, amendments)), changes_between(corpus, after, catalogue))


def compare_decisions(
    before: Corpus, after: Corpus, catalogue: Catalogue, name: str, title: str = "adopt.title"
) -> DecisionComparison:
    """Compare two texts of the decision, and all findings and obligations under each."""
    old, new = Clauses(before, catalogue), Clauses(after, catalogue)
    changes = (
        *compare_provisions(old, new),
        *compare_bindings(before.decision, after.decision),
        *changes_between(before, after, catalogue),
    )
    return DecisionComparison(old, name, compare_clauses(old, new), changes, title)


def changes_between(before: Corpus, after: Corpus, catalogue: Catalogue) -> tuple[Change, ...]:
    """Return the findings and obligations that appear, vanish or change from one register to the other."""
    clauses = Clauses(before, catalogue)
    return (
        *_findings(check(before, catalogue).findings, check(after, catalogue).findings, clauses),
        *_obligations(_dues(before, catalogue), _dues(after, catalogue), clauses),
    )


def _dues(corpus: Corpus, catalogue: Catalogue) -> tuple[ObligationRow, ...]:
    return list_obligations(corpus, catalogue, ObligationFilters(with_discharged=True)).rows


def _amended(clauses: Clauses, amendments: Amendments) -> Iterator[AmendedValue]:
    decision = clauses.corpus.decision
    for id, named in amendments.items():
        for name, dated in named.items():
            provision = decision.recorded[id]
            first = min(parse_day(str(value["from"])) or clauses.corpus.as_of for value in dated)
            shown = [
                "; ".join(clauses.values_of(replace(provision, values={name: values})))
                for values in ((decision.value(name, first),), dated)
            ]
            yield AmendedValue(id, name, *shown)


def _findings(before: Sequence[Finding], after: Sequence[Finding], clauses: Clauses) -> Iterator[Change]:
    def describe(finding: Finding) -> str:
        return f"{clauses.report.severity(finding.severity)}: {finding.message}"

    def key(finding: Finding) -> object:
        return finding.path, finding.place, finding.rule, finding.provision

    for sign, old, new in _compared(before, after, key, describe):
        finding = new or old
        assert finding is not None
        where = f"{finding.path}:{finding.place.span.line}:{finding.place.span.column}"
        yield Change(sign, "finding", where, finding.rule, describe(old) if old else "", describe(new) if new else "")


def _obligations(before: Sequence[ObligationRow], after: Sequence[ObligationRow], clauses: Clauses) -> Iterator[Change]:
    def describe(row: ObligationRow) -> str:
        state = clauses.words.word("impact.known" if row.is_known_only else f"due.states.{row.state.value}")
        values = {"title": row.title, "by": row.addressee, "due": row.obligation.due, "state": state}
        return clauses.words.sentence("impact.obligation", **values)

    for sign, old, new in _compared(before, after, lambda row: row.obligation.id, describe):
        row = new or old
        assert row is not None
        where = f"{row.path}:{row.obligation.place.span.line}"
        provision = row.obligation.provision
        yield Change(sign, "obligation", where, provision, describe(old) if old else "", describe(new) if new else "")


def _compared(
    before: Sequence[Item], after: Sequence[Item], key: Callable[[Item], object], describe: Callable[[Item], str]
) -> Iterator[tuple[str, Item | None, Item | None]]:
    """Yield the differences by key, in the order of the earlier entries, then the new ones."""
    left: dict[object, list[Item]] = {}
    for entry in after:
        left.setdefault(key(entry), []).append(entry)
    for entry in before:
        candidates = left.get(key(entry), [])
        other = next(
            (candidate for candidate in candidates if describe(candidate) == describe(entry)),
            candidates[0] if candidates else None,
        )
        if other is None:
            yield "vanishes", entry, None
            continue
        candidates.remove(other)
        if describe(entry) != describe(other):
            yield "changes", entry, other
    for entry in after:
        if any(entry is candidate for candidate in left[key(entry)]):
            yield "appears", None, entry
