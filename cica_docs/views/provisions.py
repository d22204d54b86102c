"""Provisions in the reader's language: statement, force, addressee, values and enforcement."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.decision.decision import FurtherText
from cica_docs.i18n.messages import Catalogue
from cica_docs.i18n.words import Words
from cica_docs.register.works import works
from cica_docs.report.words import ReportWords, report_words_of
from cica_docs.rules.enforcement import Enforcement, enforcements
from cica_docs.text.escape import escape_ci
from cica_docs.values.provision import Provision, Strictness, text_of

BINDING = frozenset({"shall", "must", "cannot"})
_LONG = 4_000


@dataclass(frozen=True, eq=False)
class Clauses:
    """The provisions of a corpus in the reader's language; all texts are safe to print."""

    corpus: Corpus
    catalogue: Catalogue

    @cached_property
    def words(self) -> Words:
        """The words of these commands."""
        return self.catalogue.commands

    @cached_property
    def report(self) -> ReportWords:
        """The words of reports: forces, severities."""
        return report_words_of(self.catalogue)

    @cached_property
    def _enforcements(self) -> Mapping[str, tuple[Enforcement, ...]]:
        return enforcements(self.corpus)

    def enforcements_of(self, provision: Provision) -> tuple[Enforcement, ...]:
        """Return the rules, fields and sections that report a breach of a provision."""
        return self._enforcements.get(provision.id, ())

    @cached_property
    def _idle(self) -> frozenset[str]:
        """The house provisions that nothing but documents of kinds left out could breach."""
        if not self.corpus.kinds.left_out:
            return frozenset()
        with_all_kinds = replace(self.corpus, kinds=self.corpus.kinds.used(()))
        return frozenset(id for id in enforcements(with_all_kinds) if id not in self._enforcements)

    def coverage_of(self, provision: Provision) -> str:
        """Return how far a provision is checked.

        `enforced`; `partly`, with a reason for the rest; `unchecked` for a stated reason; `free` if it cannot be
        breached; `not-in-force` on the day; or `nothing`, whether or not it is said what is missing so far.
        """
        if not self.is_in_force(provision):
            return "not-in-force"
        if any(enforcement.finds_absence for enforcement in self.enforcements_of(provision)):
            return "partly" if provision.unchecked or provision.not_yet else "enforced"
        if provision.not_yet:
            return "nothing"
        if provision.unchecked:
            return "unchecked"
        return "nothing" if self.can_be_breached(provision) else "free"

    def is_in_force(self, provision: Provision) -> bool:
        """Whether a provision on record is law on the day of the register."""
        return provision.id in self.corpus.decision.provisions

    def can_be_breached(self, provision: Provision) -> bool:
        """Whether it demands something of documents that the register may hold; a permission or statement does not."""
        if not self.is_in_force(provision):
            return False
        if provision.is_house_rule and provision.id in self._idle:
            return False
        return self.corpus.decision.severity(provision, Strictness.APPROVED) is not None

    def statement_of(self, provision: Provision) -> str:
        """Return the provision in our own words."""
        return escape_ci(provision.says.get(self.catalogue.language, ""), _LONG)

    def unchecked_reason_of(self, provision: Provision) -> str:
        """Return the reason why no software can check it, or ""."""
        return escape_ci(provision.unchecked.get(self.catalogue.language, ""), _LONG)

    def reason_of(self, provision: Provision) -> str:
        """Return why it, or the rest of it, is not checked, as a sentence; the name of its coverage if none is said."""
        if not self.is_in_force(provision):
            return self.words.word("behind.not-in-force")
        reasons = {"unchecked": self.unchecked_reason_of(provision)}
        reasons["not-yet"] = escape_ci(provision.not_yet.get(self.catalogue.language, ""), _LONG)
        sentences = [self.words.sentence(f"behind.{key}", reason=reason) for key, reason in reasons.items() if reason]
        coverage = self.coverage_of(provision)
        return "; ".join(sentences) or ("" if coverage == "enforced" else self.words.word(f"behind.{coverage}"))

    def force_of(self, provision: Provision) -> str:
        """Return the name of its force."""
        return _word(self.report, "force", provision.force)

    def addressee_of(self, provision: Provision) -> str:
        """Return the name of its addressee: a word of the tool, or the name of a body."""
        names = self.corpus.reference.names("body", provision.addressee, self.corpus.as_of)
        return _word(self.words, "addressees", provision.addressee, names[self.catalogue.language])

    def clause_name_of(self, clause: str) -> str:
        """Return the name of a clause: `clause 1.10`, `preamble`, `house rules`."""
        if clause == "house":
            return self.words.word("house-rules")
        return self.report.clause(clause, self.title_of(text_of(clause)) if text_of(clause) else "")

    def title_of(self, text: str) -> str:
        """Return the title of a governing text, the name of its folder if it has none."""
        work = works(self.corpus).get(f"decision/{text}")
        return work.title(self.catalogue.language) if work else text

    def citation_of(self, provision: Provision) -> str:
        """Return the citation in a finding, with force and addressee: `clause 1.10, should · candidate`."""
        source = self.report.word("house-rule") if provision.is_house_rule else self.clause_name_of(provision.clause)
        return f"{source}, {self.force_of(provision)} · {self.addressee_of(provision)}"

    def values_of(self, provision: Provision) -> Iterator[str]:
        """Yield its dated values: `tenure: years 2–4, from 2023-05-13`."""
        for name, dated in provision.values.items():
            for value in dated:
                yield self.value_of(name, value)

    def history_of(self, provision: Provision) -> Iterator[str]:
        """Yield how it read at first and from each day of an amendment; nothing if none concerns it."""
        recorded = self.corpus.decision.recorded.get(provision.id, provision)
        if recorded.by:
            yield self.words.sentence("history.new", day=recorded.since, by=escape_ci(recorded.by))
        if recorded.amendments:
            yield self.words.sentence("history.at-first", reads=self._reading_of(recorded))
        for amendment in recorded.amendments:
            read, by = recorded.on(amendment.since), escape_ci(amendment.by)
            if read is None:
                yield self.words.sentence("history.repealed", day=amendment.since, by=by)
            else:
                yield self.words.sentence("history.amended", day=amendment.since, by=by, reads=self._reading_of(read))

    def _reading_of(self, provision: Provision) -> str:
        return f"{self.force_of(provision)} · {self.addressee_of(provision)}: {self.statement_of(provision)}"

    def value_of(self, name: str, value: Mapping[str, object]) -> str:
        """Return one dated value in words: `tenure: years 2–4, from 2023-05-13`."""
        since = value.get("from")
        parts = [f"{_word(self.words, 'units', key)} {_figure(figure)}" for key, figure in _figures(value)]
        if since:
            parts.append(self.words.sentence("value-from", day=since))
        if value.get("by"):
            parts.append(escape_ci(str(value["by"])))
        return f"{escape_ci(name)}: {', '.join(parts)}"

    def basis_of(self, rule: str, on: date | None = None) -> str:
        """Return the names of the clauses on which a house rule rests on a day, by default that of the register."""
        return ", ".join(map(self.clause_name_of, self.corpus.decision.basis(rule, on)))

    def severities_of(self, id: str, on: date | None = None) -> str:
        """Return the severity of a breach at each stage of a work on a day, by default that of the register."""
        by_stage = []
        for strictness in Strictness:
            severity = self.corpus.decision.severity_of(id, strictness, on)
            weight = self.report.severity(severity) if severity else self.words.word("no-finding")
            by_stage.append(f"{self.words.word(f'stages.{strictness.value}')}: {weight}")
        return " · ".join(by_stage)

    def describe_decision(self) -> str:
        """Return the status of the decision and its consequences for the checks."""
        decision = self.corpus.decision
        title = self.title_of(decision.id)
        effect = self.report.word("gate.fails" if decision.gates else "gate.advises")
        sentence = self.words.sentence(f"decision.{decision.status}", title=title, id=decision.id, effect=effect)
        unread = escape_ci(decision.unread.get(self.catalogue.language, ""), _LONG)
        unread_part = self.words.sentence("decision.unread", unread=unread) if unread else ""
        return " ".join(filter(None, (sentence, unread_part, *map(self._describe_further, decision.further))))

    def _describe_further(self, text: FurtherText) -> str:
        """Name a text beside the decision, its status, and what of it was not read."""
        title, standing = self.title_of(text.id), text.standing
        day = standing.adopted_on.isoformat() if standing.adopted_on else ""
        key = f"decision.further-{standing.name}{'-on' if day and standing.name == 'adopted' else ''}"
        sentence = self.words.sentence(key, title=title, id=text.id, day=day)
        unread = escape_ci(text.unread.get(self.catalogue.language, ""), _LONG)
        return " ".join(filter(None, (sentence, unread and self.words.sentence("decision.unread", unread=unread))))

    def describe_not_in_force(self) -> str:
        """Name the provisions on record that are not in force on the day of the register; "" if all are."""
        decision = self.corpus.decision
        names = tuple(escape_ci(id) for id in decision.recorded if id not in decision.provisions)
        return self.words.sentence("history.not-in-force", names=names) if names else ""

    def source_of(self, provision: Provision) -> str:
        """Return the sources of a provision and how sure it is; "" if it has none of its own."""
        if not provision.source:
            return ""
        sources = ", ".join(map(escape_ci, provision.source))
        confidence = _word(self.words, "confidence", provision.confidence)
        return self.words.sentence("explain.source", sources=" · ".join(filter(None, (sources, confidence))))


def _figures(value: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    yield from ((key, figure) for key, figure in value.items() if key not in {"from", "by", "source"})


def _figure(figure: object) -> str:
    if isinstance(figure, list):
        return "–".join(escape_ci(str(bound)) for bound in figure)
    return escape_ci(str(figure))


def _word(words: Words, group: str, key: str, otherwise: str = "") -> str:
    """Return the word for a key that a register sets, or a given one or the key itself if there is no word."""
    try:
        return words.word(f"{group}.{key}")
    except KeyError:
        return escape_ci(otherwise or key)
