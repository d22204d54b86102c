"""Report what the history of a register changed past the gate and nobody has put right since."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cica_docs.api.checking.blame import Blame, before_own_faults
from cica_docs.api.checking.check import does_run, finding_of, lies_in, select_rules, titles_of
from cica_docs.api.checking.known_faults import set_known_faults
from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.messages import Catalogue
from cica_docs.i18n.words import Sentence
from cica_docs.report.report import OwnHistory, Report
from cica_docs.rules.rule import Rule
from cica_docs.snapshot.mainline import Mainline
from cica_docs.snapshot.past import Past
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.values.finding import Finding

_ID = 12


def add_history(  # noqa: PLR0913 - the parts of a check, named
    report: Report,
    corpus: Corpus,
    catalogue: Catalogue,
    committed: Snapshot,
    line: Mainline,
    past: Past,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    paths: Sequence[str] = (),
) -> Report:
    """Add to a report the faults of the register's own history that still stand; each names its commit.

    `committed` is the register in the last commit of `line`, which ends `past`; `corpus` may be what the disk has
    beyond it.
    """
    rules = tuple(rule for rule in select_rules(select, ignore) if rule.scope == "change" and does_run(corpus, rule))
    blame = Blame(corpus, line, past, rules, catalogue)
    milestones = line.milestones()
    for milestone in milestones:
        blame.follow(milestone)
    findings: tuple[Finding, ...] = ()
    before = before_own_faults(corpus, committed, blame)
    if before is not None:
        now = replace(corpus, before=before)
        named = (finding for rule in rules for finding in _findings(now, rule, blame, catalogue))
        judged = set_known_faults(corpus, named, catalogue)
        findings = tuple(finding for finding in judged if lies_in(finding.place.path, paths))
    return replace(
        report,
        findings=(*report.findings, *findings),
        titles={**titles_of(corpus, findings, catalogue), **report.titles},
        history=OwnHistory(len(milestones), milestones[0].on if milestones else None),
    )


def _findings(now: Corpus, rule: Rule, blame: Blame, catalogue: Catalogue) -> Iterator[Finding]:
    """Yield what a rule finds, with the commit in the message; what is not yet committed has none."""
    for violation in rule.check(now):
        finding = finding_of(now, rule, violation, catalogue)
        if finding is None or not finding.is_held:
            continue
        commit = blame.commit_of(finding)
        if commit is not None:
            message = catalogue.sentence(
                "phrases",
                "of-commit",
                message=Sentence(finding.message),
                commit=commit.commit[:_ID],
                on=commit.on.isoformat(),
            )
            finding = replace(finding, message=message)
        yield finding
