"""The words that a report adds to its findings, in the reader's language."""

from collections.abc import Mapping
from datetime import date

from cica_docs.report.report import Omitted, Report, rests_on_decision
from cica_docs.text.escape import escape_ci
from cica_docs.values.finding import Finding
from cica_docs.values.language import Language
from cica_docs.values.provision import Severity


class Words:
    """The part `report:` of a catalogue of messages; a word that is missing there is our fault and raises KeyError."""

    def __init__(self, language: Language, data: Mapping[str, object]) -> None:
        self.language = language
        self._data = data

    def word(self, key: str) -> str:
        """The word or pattern under a key such as `severity.error`."""
        found: object = self._data
        for part in key.split("."):
            if not isinstance(found, Mapping):
                raise KeyError(key)
            found = found[part]
        if not isinstance(found, str):
            raise KeyError(key)
        return found

    def sentence(self, key: str, **values: object) -> str:
        """The pattern under a key with its values put in, each made inert."""
        return self.word(key).format_map({name: escape_ci(str(value)) for name, value in values.items()})

    def count(self, key: str, number: int) -> str:
        """So many of a thing, in the form that the number asks for: `2 ошибки`."""
        return self.sentence(f"count.{key}.{plural_category_of(self.language, number)}", number=number)

    def day(self, when: date) -> str:
        """The state of things as of a day, in words."""
        return self.sentence("as-of", day=when.day, month=self.word(f"months.{when:%m}"), year=when.year)

    def citation(self, finding: Finding) -> str:
        """What a finding rests on: `clause 1.10, should`, or a rule of the house."""
        if not rests_on_decision(finding):
            return self.word("house-rule")
        known = self._data.get("preamble") if finding.clause == "preamble" else None
        clause = str(known) if known else self.sentence("clause", clause=finding.clause)
        return f"{clause}, {self._force(finding.force)}" if finding.force else clause

    def findings(self, report: Report) -> str:
        """How many findings of each severity there are."""
        found = [self.count(severity.value, number) for severity, number in report.counts.items() if number]
        waived = [self.count("waived", report.waived)] if report.waived else []
        return ", ".join([*(found or [self.word("no-findings")]), *waived])

    def omitted(self, more: Omitted) -> str:
        """How many more findings of a rule there are in a file."""
        return self.sentence("omitted.waived" if more.is_waived else "omitted.standing", number=more.count)

    def checked(self, report: Report) -> str:
        """What was checked: how many documents of how many works, as of a day, at a revision."""
        what = self.sentence(
            "checked",
            documents=self.count("document", report.checked),
            works=self.count("work", report.works),
        )
        where = self.sentence("revision", revision=report.revision) if report.revision else self.word("work-tree")
        return f"{what} · {self.day(report.as_of)} · {where}"

    def decision(self, report: Report) -> str:
        """On what kind of decision the verdicts rest and what follows; nothing to say of one that is adopted."""
        note = report.decision
        if note.status == "adopted":
            return ""
        effect = self.word("gate.fails" if note.gate else "gate.advises")
        return self.sentence(f"decision.{note.status}", title=note.title, id=note.id, effect=effect)

    def comparison(self, report: Report) -> str:
        """What a change was compared with and how much was left out; empty where nothing was compared."""
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

    def severity(self, severity: Severity) -> str:
        """The name of a severity."""
        return self.word(f"severity.{severity.value}")

    def _force(self, force: str) -> str:
        known = self._data.get("force")
        return str(known[force]) if isinstance(known, Mapping) and force in known else escape_ci(force)


def plural_category_of(language: Language, number: int) -> str:
    """The plural category that a whole number takes in a language, named as in Unicode CLDR.

    >>> [plural(Language.RU, number) for number in (1, 2, 5, 11, 21)]
    ['one', 'few', 'many', 'many', 'one']
    """
    if language is Language.KK:
        return "other"
    if language is Language.EN:
        return "one" if number == 1 else "other"
    tens, units = number % 100, number % 10
    if units == 1 and tens != 11:
        return "one"
    return "few" if units in (2, 3, 4) and tens not in (12, 13, 14) else "many"
