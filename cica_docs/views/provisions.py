"""Provisions in the reader's language: their words, force, addressee and values, and what stands behind them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.messages import Catalogue
from cica_docs.register.works import works
from cica_docs.report.words import Words
from cica_docs.rules.enforcement import Enforcement, enforcements
from cica_docs.text.escape import escape_ci
from cica_docs.values.provision import Provision, Strictness

BINDING = frozenset({"shall", "must", "cannot"})
_LONG = 4_000


@dataclass(frozen=True, eq=False)
class Clauses:
    """The provisions of a corpus as one reader is shown them; all texts are safe to print."""

    corpus: Corpus
    catalogue: Catalogue

    @cached_property
    def words(self) -> Words:
        """The words of these commands."""
        return Words(self.catalogue.language, self.catalogue.part("commands"))

    @cached_property
    def report(self) -> Words:
        """The words of reports: forces, severities."""
        return Words(self.catalogue.language, self.catalogue.part("report"))

    @cached_property
    def _behind(self) -> Mapping[str, tuple[Enforcement, ...]]:
        return enforcements(self.corpus)

    def behind(self, provision: Provision) -> tuple[Enforcement, ...]:
        """What finds a breach of a provision."""
        return self._behind.get(provision.id, ())

    def standing(self, provision: Provision) -> str:
        """How it stands: `enforced`, `unchecked` for a stated reason, `free` where no breach weighs, or `nothing`."""
        if any(one.finds_absence for one in self.behind(provision)):
            return "enforced"
        if provision.unchecked:
            return "unchecked"
        return "nothing" if self.weighs(provision) else "free"

    def weighs(self, provision: Provision) -> bool:
        """Whether it asks for anything that could be breached: a permission or a statement does not."""
        return self.corpus.decision.severity(provision, Strictness.APPROVED) is not None

    def says(self, provision: Provision) -> str:
        """The provision in our own words."""
        return escape_ci(provision.says.get(self.catalogue.language, ""), _LONG)

    def unchecked(self, provision: Provision) -> str:
        """Why no software can check it; empty where none is given."""
        return escape_ci(provision.unchecked.get(self.catalogue.language, ""), _LONG)

    def force(self, provision: Provision) -> str:
        """How strongly it asks."""
        return _word(self.report, "force", provision.force)

    def addressee(self, provision: Provision) -> str:
        """Whom it asks."""
        return _word(self.words, "addressees", provision.addressee)

    def clause(self, clause: str) -> str:
        """The name of a clause: `clause 1.10`, `preamble`, `house rules`."""
        if clause == "house":
            return self.words.word("house-rules")
        return self.report.word("preamble") if clause == "preamble" else self.report.sentence("clause", clause=clause)

    def citation(self, provision: Provision) -> str:
        """What a finding on it cites, with whom it asks: `clause 1.10, should · candidate`."""
        source = self.report.word("house-rule") if provision.is_house_rule else self.clause(provision.clause)
        return f"{source}, {self.force(provision)} · {self.addressee(provision)}"

    def values(self, provision: Provision) -> Iterator[str]:
        """Its dated values: `tenure: years 2–4, from 2023-05-13`."""
        for name, dated in provision.values.items():
            for value in dated:
                since = value.get("from")
                parts = [f"{_word(self.words, 'units', key)} {_figure(figure)}" for key, figure in _figures(value)]
                if since:
                    parts.append(self.words.sentence("value-from", day=since))
                if value.get("by"):
                    parts.append(escape_ci(str(value["by"])))
                yield f"{escape_ci(name)}: {', '.join(parts)}"

    def severities(self, provision: Provision | None) -> str:
        """How much a breach weighs at each stage of a work."""
        found = []
        for strictness in Strictness:
            severity = self.corpus.decision.severity(provision, strictness)
            weight = self.report.severity(severity) if severity else self.words.word("no-finding")
            found.append(f"{self.words.word(f'stages.{strictness.value}')}: {weight}")
        return " · ".join(found)

    def decision(self) -> str:
        """The status of the decision and what follows from it."""
        decision = self.corpus.decision
        work = works(self.corpus).get(f"decision/{decision.id}")
        title = work.title(self.catalogue.language) if work else decision.id
        status = decision.status if decision.status in {"draft", "adopted", "superseded"} else "draft"
        effect = self.report.word("gate.fails" if decision.gates else "gate.advises")
        return self.words.sentence(f"decision.{status}", title=title, id=decision.id, effect=effect)


def _figures(value: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    yield from ((key, figure) for key, figure in value.items() if key not in {"from", "by", "source"})


def _figure(figure: object) -> str:
    if isinstance(figure, list):
        return "–".join(escape_ci(str(one)) for one in figure)
    return escape_ci(str(figure))


def _word(words: Words, group: str, key: str) -> str:
    """The word for a key that a register gives; the key itself where it is none of ours."""
    try:
        return words.word(f"{group}.{key}")
    except KeyError:
        return escape_ci(key)
