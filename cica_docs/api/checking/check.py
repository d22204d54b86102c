"""Check a corpus: rules to findings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase

from cica_docs import __version__
from cica_docs.api.checking.known_faults import set_known_faults
from cica_docs.api.checking.repeats import count_repeats
from cica_docs.api.checking.scheduler import run_rules
from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.messages import Catalogue
from cica_docs.i18n.words import Sentence
from cica_docs.register.lifecycle import lifecycles
from cica_docs.register.naming.find import suggest
from cica_docs.register.open_questions import applies_from, is_bound
from cica_docs.register.record.curers import curer_of
from cica_docs.register.restricted.quotations import unsearched_items
from cica_docs.register.restricted.redaction import redactor
from cica_docs.register.sources import names_of
from cica_docs.register.waivers import waiver_reason
from cica_docs.register.works import works
from cica_docs.report.report import DecisionNote, NotHeld, Report, RuleNote
from cica_docs.report.words import report_words_of
from cica_docs.rules.rule import Rule, Violation, day_of, rules
from cica_docs.values.failure import Failure
from cica_docs.values.finding import Finding, Related
from cica_docs.values.provision import HOUSE, Provision, Strictness, text_of
from cica_docs.views.provisions import Clauses


def check(
    corpus: Corpus,
    catalogue: Catalogue,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    paths: Sequence[str] = (),
) -> Report:
    """Report on a corpus; `select` and `ignore` name rules or groups, `paths` limits what is listed."""
    chosen = tuple(rule for rule in select_rules(select, ignore) if does_run(corpus, rule))
    corpus = corpus.unredacted or corpus
    judged = set_known_faults(corpus, _findings(corpus, chosen, catalogue), catalogue)
    every = tuple(finding for finding in judged if lies_in(finding.place.path, paths))
    findings = tuple(finding for finding in every if finding.is_held)
    return Report(
        findings=findings,
        checked=sum(1 for document in corpus.documents if lies_in(document.path, paths)),
        works=len({document.work for document in corpus.documents if lies_in(document.path, paths)}),
        as_of=corpus.as_of,
        revision=corpus.snapshot.commit[:12],
        register=corpus.snapshot.prefix.rstrip("/"),
        decision=DecisionNote(
            corpus.decision.id,
            _title_of_text(corpus, corpus.decision.id, catalogue),
            corpus.decision.status,
            corpus.decision.gates,
        ),
        language=catalogue.language,
        tool_version=__version__,
        rules=tuple(_note(corpus, rule) for rule in chosen),
        titles=titles_of(corpus, findings, catalogue),
        unsearched=len(unsearched_items(corpus)),
        not_held=tuple(_not_held(corpus, every)),
    )


def _not_held(corpus: Corpus, findings: Iterable[Finding]) -> Iterator[NotHeld]:
    """Yield what is not held against acts from before each text applied."""
    by_text: dict[str, list[Finding]] = {}
    for finding in findings:
        if not finding.is_held:
            by_text.setdefault(text_of(finding.provision), []).append(finding)
    for of_text in by_text.values():
        names = sorted({"/".join(finding.place.path.split("/")[:2]) for finding in of_text})
        id = of_text[0].provision
        status = corpus.decision.standing_of(id).name
        yield NotHeld(sum(each.count for each in of_text), applies_from(corpus, id), tuple(names), status)


def _title_of_text(corpus: Corpus, text: str, catalogue: Catalogue) -> str:
    work = works(corpus).get(f"decision/{text}")
    return work.title(catalogue.language) if work else text


def titles_of(corpus: Corpus, findings: Sequence[Finding], catalogue: Catalogue) -> Mapping[str, str]:
    """Return the titles of works with findings, redacted as in the public view."""
    names = {"/".join(finding.place.path.split("/")[:2]) for finding in findings}
    shown = works(redactor(corpus).public) if names else {}
    return {name: shown[name].title(catalogue.language) for name in sorted(names & shown.keys())}


def select_rules(select: Sequence[str], ignore: Sequence[str]) -> tuple[Rule, ...]:
    """Select rules by patterns; raise `Failure` for a pattern that matches no rule."""
    everything = rules()
    for pattern in (*select, *ignore):
        if not any(_named(rule, pattern) for rule in everything):
            names = dict.fromkeys(
                (name for rule in everything for name in (rule.name, rule.name.partition("/")[0])), ()
            )
            raise Failure("rule-unknown", rule=pattern, suggestion=suggest(pattern, names))
    return tuple(
        rule
        for rule in everything
        if (not select or any(_named(rule, pattern) for pattern in select))
        and not any(_named(rule, pattern) for pattern in ignore)
    )


def does_run(corpus: Corpus, rule: Rule) -> bool:
    """Whether a rule runs over a corpus: a provision names it on any day, its bodies are known, its kind is used."""
    return bool(
        rule.can_apply(corpus.decision)
        and rule.roles <= corpus.reference.roles.keys()
        and not rule.is_idle(corpus.kinds)
    )


def _named(rule: Rule, pattern: str) -> bool:
    return rule.name == pattern or rule.name.startswith(pattern.rstrip("/") + "/") or fnmatchcase(rule.name, pattern)


def _findings(corpus: Corpus, chosen: Sequence[Rule], catalogue: Catalogue) -> Iterator[Finding]:
    for rule, violations in run_rules(corpus, chosen):
        yield from _weighed(corpus, rule, violations, catalogue)


def run_rule(corpus: Corpus, rule: Rule, catalogue: Catalogue) -> Iterator[Finding]:
    """Run one rule and yield the findings that are held against an act."""
    yield from (finding for finding in _weighed(corpus, rule, rule.check(corpus), catalogue) if finding.is_held)


def _weighed(corpus: Corpus, rule: Rule, violations: Iterable[Violation], catalogue: Catalogue) -> Iterator[Finding]:
    for violation in count_repeats(violations):
        finding = finding_of(corpus, rule, violation, catalogue)
        if finding is not None:
            yield finding


def finding_of(corpus: Corpus, rule: Rule, violation: Violation, catalogue: Catalogue) -> Finding | None:
    """Return a violation as a finding, in the reader's language and redacted; None if it weighs nothing.

    It cites the law of the day of the act in which it lies.
    """
    on = day_of(corpus, violation)
    id = rule.provision_of(violation, corpus.decision, on)
    provision = corpus.decision.provision(id, on)
    severity = corpus.decision.severity_of(id, strictness_of(corpus, violation.place.path), on)
    if severity is None:
        return None
    redaction = redactor(corpus)
    withheld = catalogue.word("phrases", "withheld")
    bodies = corpus.reference.role_words(corpus.as_of) if rule.roles else {}
    details = {**bodies, **redaction.details(violation.place, violation.details, withheld)}
    if rule.needs_basis:
        details = {**details, "basis": Sentence(Clauses(corpus, catalogue).basis_of(rule.name, on))}
    waived = redaction.reason(
        violation.place.path, waiver_reason(corpus, violation.place.path, rule.name, provision), withheld
    )
    return Finding(
        path=_shown_path(corpus, violation.place.path),
        place=violation.place,
        severity=severity,
        rule=rule.name,
        provision=id,
        clause=_clause(id, provision),
        text=_title_of_text(corpus, text_of(id), catalogue) if text_of(id) else "",
        binds=corpus.decision.gates_under(id) or id.startswith(f"{HOUSE}/"),
        force=provision.force if provision else "",
        message=catalogue.message(rule, violation.variant, details),
        help=catalogue.help(rule, violation.cure or violation.variant, details),
        says=provision.says.get(catalogue.language, "") if provision else "",
        excerpt=redaction.excerpt(violation.place),
        related=tuple(
            Related(related.place, catalogue.remark(rule, related.key, details)) for related in violation.related
        ),
        waived=catalogue.format_value(waived),
        variant=violation.variant,
        is_held=is_bound(corpus, on, id) or not _rests_on_law(id, violation),
        count=violation.count,
        cured_by=_curer(corpus, rule, violation, catalogue),
    )


def _curer(corpus: Corpus, rule: Rule, violation: Violation, catalogue: Catalogue) -> str:
    curer = curer_of(redactor(corpus).public, violation.place, rule.cured_by)
    names = names_of(corpus, curer.names, corpus.as_of)[catalogue.language]
    words = report_words_of(catalogue)
    return words.sentence("cured-by", curer.role, names=names) if names else words.word("cured-by-role", curer.role)


def _rests_on_law(id: str, violation: Violation) -> bool:
    """Whether a violation is of the decision, or of a house rule that is judged by the day of an act."""
    return violation.judged_on is not None or not id.startswith(f"{HOUSE}/")


def _shown_path(corpus: Corpus, path: str) -> str:
    """Return the path from the root of the repository, which a path with a leading slash already is."""
    return path.removeprefix("/") if path.startswith("/") else corpus.snapshot.prefix + path


def _clause(id: str, provision: Provision | None) -> str:
    return provision.clause if provision else id.partition("/")[0]


def strictness_of(corpus: Corpus, path: str) -> Strictness:
    """How strictly a file is judged: a work by its stage, everything else as an approved text."""
    work = "/".join(path.split("/")[:2])
    lifecycle = lifecycles(corpus).get(work)
    if lifecycle is not None:
        return lifecycle.strictness
    return Strictness.DRAFT if corpus.document(work) is not None else Strictness.APPROVED


def _note(corpus: Corpus, rule: Rule) -> RuleNote:
    id = rule.provision_under(corpus.decision)
    return RuleNote(rule.name, rule.statement, "", id, _clause(id, corpus.decision.provision(id)))


def lies_in(path: str, paths: Sequence[str]) -> bool:
    """Whether a path is in one of some files and folders, or there is no such limit."""
    return not paths or any(
        path == folder or path.startswith(folder.rstrip("/") + "/") or folder in {"", "."} for folder in paths
    )
