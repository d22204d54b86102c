"""Reach one verdict again over the works that it rests on, and record what is read on the way."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cica_docs.api.checking.check import does_run, finding_of, strictness_of
from cica_docs.api.checking.sufficient_works import keep_works, neighbours_of, similar_works, sufficient_works
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.recorded import record_reads
from cica_docs.i18n.messages import Catalogue
from cica_docs.register.obligations.all import obligations, obligations_of
from cica_docs.register.obligations.table import duties
from cica_docs.register.restricted.redaction import redactor
from cica_docs.rules.rule import Rule, Violation, day_of, find_rule
from cica_docs.values.day import record_sums
from cica_docs.values.failure import Failure
from cica_docs.values.obligation import Obligation
from cica_docs.views.provisions import Clauses
from cica_docs.views.reasoning import Reasoning

_MOST = 20
"""Verdicts of a rule in one place that are traced; more are no help to a reader."""


def trace_verdicts(
    corpus: Corpus, catalogue: Catalogue, name: str, path: str, line: int | None = None
) -> tuple[Reasoning, ...]:
    """Trace the findings of a rule in a file or folder, or on one line; if there is none, the search for one."""
    corpus = corpus.unredacted or corpus
    rule = find_rule(name)
    if rule is None:
        raise Failure("rule-unknown", rule=name)
    if not does_run(corpus, rule):
        raise Failure("why-not-run", rule=name)
    violations = [violation for violation in rule.check(corpus) if _lies_in(violation, path)]
    traced: list[Reasoning] = []
    for violation in violations:
        if len(traced) < _MOST and _is_on(violation, line):
            traced += _finding(corpus, catalogue, rule, violation)
    if not traced:
        elsewhere = tuple(dict.fromkeys(violation.place.span.line for violation in violations))
        traced = [replace(_pass(corpus, catalogue, rule, path), elsewhere=elsewhere)]
    place = corpus.snapshot.prefix + (f"{path}:{line}" if line else path)
    return tuple(replace(reasoning, place=place) for reasoning in traced)


def _lies_in(violation: Violation, path: str) -> bool:
    return path in {".", violation.place.path} or violation.place.path.startswith(f"{path}/")


def _is_on(violation: Violation, line: int | None) -> bool:
    return line is None or violation.place.span.line <= line <= violation.place.span.end_line


def _finding(corpus: Corpus, catalogue: Catalogue, rule: Rule, violation: Violation) -> Iterator[Reasoning]:
    finding = finding_of(corpus, rule, violation, catalogue)
    if finding is None:
        return
    key = _key(violation, catalogue)
    own = (_work_of(violation.place.path),)
    nearest = (*own, *(_work_of(related.place.path) for related in violation.related))

    def finds_the_same(part: Corpus) -> bool:
        return any(_key(candidate, catalogue) == key for candidate in rule.check(part))

    works = sufficient_works(corpus, (own, nearest, neighbours_of(corpus, nearest)), finds_the_same)
    part, trail = record_reads(keep_works(corpus, works))
    with record_sums() as sums:
        for candidate in rule.check(part):
            if _key(candidate, catalogue) == key:
                break
    yield Reasoning(
        clauses=Clauses(corpus, catalogue),
        redactor=redactor(corpus),
        provisions=(finding.provision,),
        trail=trail,
        sums=tuple(sums),
        works=works,
        rule=rule.name,
        strictness=strictness_of(corpus, violation.place.path),
        on=day_of(corpus, violation),
        finding=finding,
    )


def _pass(corpus: Corpus, catalogue: Catalogue, rule: Rule, path: str) -> Reasoning:
    """Trace the search of a rule in a work that it finds no fault with, beside the works that concern it."""
    work = _work_of(path)
    works = tuple(dict.fromkeys((*neighbours_of(corpus, (work,)), *similar_works(corpus, work))))
    part, trail = record_reads(keep_works(corpus, works))
    with record_sums() as sums:
        for _ in rule.check(part):
            pass
    return Reasoning(
        clauses=Clauses(corpus, catalogue),
        redactor=redactor(corpus),
        provisions=rule.provisions_in(corpus.decision, work.partition("/")[0]),
        trail=trail,
        sums=tuple(sums),
        works=works,
        rule=rule.name,
    )


def _key(violation: Violation, catalogue: Catalogue) -> tuple[object, ...]:
    """Identify a violation by all that its finding shows, so that the works left out made no difference to it."""
    values = tuple(sorted((name, catalogue.format_value(value)) for name, value in violation.details.items()))
    return violation.place, violation.variant, violation.provision, violation.ground, violation.related, values


def _work_of(path: str) -> str:
    return "/".join(path.split("/")[:2])


def trace_obligations(corpus: Corpus, catalogue: Catalogue, name: str) -> tuple[Reasoning, ...]:
    """Trace the obligation of an id, or those whose ids begin with it; raise `Failure` if there is none."""
    named = [owed for owed in obligations(corpus) if owed.id == name]
    named = named or [owed for owed in obligations(corpus) if owed.id.startswith(name)]
    if not named:
        raise Failure("why-no-obligation", id=name)
    return tuple(_obligation(corpus, catalogue, owed) for owed in named[:_MOST])


def _obligation(corpus: Corpus, catalogue: Catalogue, owed: Obligation) -> Reasoning:
    duty = duties(corpus)[owed.duty]

    def is_owed(part: Corpus) -> bool:
        return owed in obligations_of(part, duty)

    works = sufficient_works(corpus, _nearer(corpus, owed), is_owed)
    part, trail = record_reads(keep_works(corpus, works))
    with record_sums() as sums:
        for obligation in obligations_of(part, duty):
            if obligation == owed:
                break
    return Reasoning(
        clauses=Clauses(corpus, catalogue),
        redactor=redactor(corpus),
        provisions=(owed.provision, *duty.also),
        trail=trail,
        sums=tuple(sums),
        works=works,
        on=owed.due,
        obligation=owed,
    )


def _nearer(corpus: Corpus, owed: Obligation) -> Sequence[Sequence[str]]:
    own = tuple(name for name in (owed.work, _work_of(owed.place.path)) if name)
    return (own, neighbours_of(corpus, own))
