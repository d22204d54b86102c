"""The sentences that a report adds to its findings, in the reader's language."""

from datetime import date

from cica_docs.i18n.messages import Catalogue
from cica_docs.i18n.words import Sentence, Words
from cica_docs.report.report import NotHeld, Omitted, Report, rests_on_decision
from cica_docs.text.escape import escape_ci
from cica_docs.values.finding import Finding
from cica_docs.values.provision import Severity

_MAX_WORKS = 3
_MAX_PATHS = 6


class ReportWords(Words):
    """The part `report` of the messages."""

    def day(self, when: date) -> str:
        """State the day of the check: `as of 1 March 2026`."""
        return self.sentence("as-of", on=when)

    def citation(self, finding: Finding) -> str:
        """Cite the basis of a finding: `clause 1.10, should`, or a house rule."""
        if not rests_on_decision(finding):
            return self.word("house-rule")
        clause = self.clause(finding.clause, finding.text)
        return f"{clause}, {self._force(finding.force)}" if finding.force else clause

    def clause(self, clause: str, text: str = "") -> str:
        """Name a clause, `clause 1.10`, or one of a further text with its title: `clause 3 of “Guidelines”`."""
        number = clause.partition(":")[2] if text else clause
        name = self.word("preamble") if number == "preamble" else self.sentence("clause", clause=number)
        return self.sentence("clause-of", clause=name, text=text) if text else name

    def findings(self, report: Report) -> str:
        """Count the findings by severity."""
        counts = [self.count(severity.value, number) for severity, number in report.counts.items() if number]
        known = [self.count("known", report.known)] if report.known else []
        waived = [self.count("waived", report.waived)] if report.waived else []
        return ", ".join([*(counts or [self.word("no-findings")]), *known, *waived])

    def omitted(self, more: Omitted) -> str:
        """Count the findings of a rule in a file that are not listed."""
        counted = self.sentence("omitted.waived" if more.is_waived else "omitted.standing", number=more.count)
        if not more.lines:
            return counted
        lines = ", ".join(map(str, dict.fromkeys(more.lines))) + (", …" if more.count > len(more.lines) else "")
        return self.sentence("omitted.lines", more=Sentence(counted), lines=Sentence(lines))

    def below(self, report: Report) -> str:
        """Count what is below the level that was asked for; "" if nothing is."""
        counts = [
            self.count(severity.value, report.below[severity])
            for severity in reversed(Severity)
            if severity in report.below
        ]
        return self.sentence("below", counts=Sentence(", ".join(counts))) if counts else ""

    def checked(self, report: Report) -> str:
        """Say what was checked: how many documents of how many works, the day and the revision."""
        counts = self.sentence(
            "checked",
            documents=self.count("document", report.checked),
            works=self.count("work", report.works),
        )
        where = self.sentence("revision", revision=report.revision) if report.revision else self.word("work-tree")
        return f"{counts} · {self.day(report.as_of)} · {where}"

    def decision(self, report: Report) -> str:
        """Warn that the verdicts rest on a draft or superseded decision; empty if it is adopted."""
        note = report.decision
        if note.status == "adopted":
            return ""
        effect = self.word("gate.fails" if note.gate else "gate.advises")
        return self.sentence(f"decision.{note.status}", title=note.title, id=note.id, effect=effect)

    def comparison(self, report: Report) -> str:
        """Say what a change was compared with and how much was left out; empty without a comparison."""
        base = report.base
        if base is None:
            return ""
        named = {"revision": base.revision, "commit": base.commit[:12], "ancestor": base.ancestor[:12]}
        if not base.has_register:
            return self.sentence("base.no-register", **named)
        left_out = [
            self.count(severity.value, number)
            for severity in reversed(Severity)
            if (number := base.left_out.get(severity, 0))
        ]
        return self.sentence("base.compared", **named, left_out=", ".join(left_out) or self.word("base.none"))

    def history(self, report: Report) -> str:
        """Say with how much of its own history a register was compared; empty if it was not."""
        history = report.history
        if history is None:
            return ""
        if history.since is None:
            return self.word("history.none")
        return self.sentence("history.compared", number=history.commits, since=history.since.isoformat())

    def deciding(self, report: Report) -> str:
        """Say which files that decide how a register is judged the change alters; empty if none."""
        paths = report.base.deciding if report.base else ()
        named = tuple(map(escape_ci, paths[:_MAX_PATHS])) + ("…",) * (len(paths) > _MAX_PATHS)
        return self.sentence("base.deciding", paths=named) if paths else ""

    def remarks(self, finding: Finding) -> tuple[str, ...]:
        """Return what else is true of a finding: why it fails nothing, and that the change's own settings find it."""
        every = (
            self.sentence("waived", reason=finding.waived) if finding.waived else "",
            finding.known,
            self.word("comes-with-settings") if finding.comes_with_settings else "",
        )
        return tuple(remark for remark in every if remark)

    def cure(self, finding: Finding) -> str:
        """Return the help of a finding, after who can cure it."""
        label = self.sentence("help-by", help=self.word("help"), who=Sentence(finding.cured_by))
        return f"{label if finding.cured_by else self.word('help')}: {finding.help}"

    def not_held(self, report: Report) -> str:
        """Say how many findings about acts from before the decision applied are not held against them; "" if none."""
        return "; ".join(map(self._not_held, report.not_held))

    def _not_held(self, not_held: NotHeld) -> str:
        key = "not-held.draft" if not_held.status == "draft" else "not-held.adopted"
        works = tuple(map(escape_ci, not_held.works[:_MAX_WORKS])) + ("…",) * (len(not_held.works) > _MAX_WORKS)
        return self.sentence(key, number=not_held.count, before=not_held.before.isoformat(), works=works)

    def statements(self, report: Report) -> tuple[str, ...]:
        """Return the sentences that are true of the whole report: comparison, decision, and what is not said."""
        every = (
            self.below(report),
            self.comparison(report),
            self.history(report),
            self.deciding(report),
            self.decision(report),
            self.not_held(report),
            self.unsearched(report.unsearched),
        )
        return tuple(statement for statement in every if statement)

    def unsearched(self, items: int) -> str:
        """Warn that quotations of so many restricted items were not looked for; empty if there is none."""
        return self.sentence("unsearched", number=items) if items else ""

    def severity(self, severity: Severity) -> str:
        """Name a severity."""
        return self.word(f"severity.{severity.value}")

    def _force(self, force: str) -> str:
        return self.word("force", force) if self.has("force", force) else escape_ci(force)


def report_words_of(catalogue: Catalogue) -> ReportWords:
    """Return the sentences of reports in the language of a catalogue."""
    return ReportWords(catalogue.language, catalogue.part("report"))
