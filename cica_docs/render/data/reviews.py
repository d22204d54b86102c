"""From the register to the material for a review: the scope of a year in words of one language."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.labels import Labels
from cica_docs.register.events import read_names
from cica_docs.register.mandates.offices import Office
from cica_docs.register.naming.find import FOCUSES, find_named, names_of
from cica_docs.register.naming.titles import item_title, measure_name
from cica_docs.register.reviews.follow_ups import FollowUp, follow_ups
from cica_docs.register.reviews.scope import AreaRecord, ExpectedContribution, Scope, last_in_focus, review_scope
from cica_docs.register.status import status_of
from cica_docs.register.works import Work, works
from cica_docs.render.pages.review_pack import AreaSheet, Fact, Given, Material, Matrix, Schedule
from cica_docs.text.profile import profile_of
from cica_docs.values.day import parse_partial_date
from cica_docs.values.role import ACTING, COORDINATOR


def build_review_material(corpus: Corpus, labels: Labels, year: int, focus: tuple[str, ...] = ()) -> Material:
    """Build the material for the review of a year; a focus that is given overrides the one on record."""
    known = names_of(corpus, *FOCUSES)
    chosen = tuple(find_named(name, known, "focus-unknown") for name in focus)
    return _MaterialBuilder(corpus, labels, review_scope(corpus, year, chosen)).material()


@dataclass(frozen=True)
class _MaterialBuilder:
    """Puts a scope into words of one language."""

    corpus: Corpus
    labels: Labels
    scope: Scope

    def material(self) -> Material:
        """Build all parts."""
        matters = follow_ups(self.corpus, self.scope)
        concerned = [*(review.work for review in self.scope.reviews), *self.scope.proposals, *self._papers()]
        return Material(
            year=self.scope.year,
            scope=tuple(self._scope()),
            matrix=self._matrix(),
            sheets=tuple(self._sheet(sheet) for sheet in self.scope.area_records),
            follow_ups=tuple(
                (area, self.area(area), tuple(self._matter(matter) for matter in run))
                for area, run in groupby(matters, key=lambda matter: matter.area)
            ),
            proposals=tuple(map(self._proposal, self.scope.proposals)),
            is_example=any(work.is_example for work in concerned),
        )

    def _papers(self) -> Iterator[Work]:
        for sheet in self.scope.area_records:
            yield from (*sheet.papers, *sheet.plans, *(office.mandate.work for office in sheet.offices))

    def _word(self, key: str) -> str:
        return self.labels.word("review-pack", key)

    def _name(self, category: str, id: str) -> str:
        return self.corpus.reference.names(category, id, self.corpus.as_of)[self.labels.language]

    def area(self, id: str) -> str:
        """Return the name of an area, a dimension or a measure."""
        category = next(
            (name for name in ("area", "dimension", "measure") if id in self.corpus.reference.all(name)), "area"
        )
        return self._measure(id) if category == "measure" else self._name(category, id)

    def _measure(self, id: str) -> str:
        return measure_name(self.corpus, id, self.labels.language, self.corpus.as_of)

    def party(self, code: str) -> str:
        """Return the name of a state or of a body."""
        return self._name("state" if code.isupper() else "body", code)

    def _scope(self) -> Iterator[Fact]:
        labels, scope = self.labels, self.scope
        key = "day-held" if scope.is_past(self.corpus.as_of) else "day-planned"
        yield (
            self._word("day"),
            (labels.sentence("review-pack", key, on=scope.on) if scope.on else self._word("day-none"),),
        )
        if scope.reviews:
            titles = tuple(review.work.title(labels.language) for review in scope.reviews)
            yield labels.word("facts", "review"), titles
        yield (
            labels.word("facts", "focus"),
            tuple(map(self.area, scope.focus)) if scope.is_focused else (self._word("unfocused"),),
        )
        never = self._word("never")
        yield (
            self._word("last"),
            tuple(
                f"{self._name('dimension', dimension)}: {labels.date(on) if on else never}"
                for dimension, on in last_in_focus(self.corpus).items()
            ),
        )

    def _matrix(self) -> Matrix:
        cells: dict[tuple[str, str], ExpectedContribution] = {
            (contribution.area, contribution.state): contribution for contribution in self.scope.expected
        }
        states = tuple(dict.fromkeys(contribution.state for contribution in self.scope.expected))
        rows = tuple(
            (self.area(area), tuple(self._given(cells.get((area, state))) for state in states))
            for area in self.scope.areas
        )
        return Matrix(states, tuple(map(self.party, states)), rows)

    def _given(self, contribution: ExpectedContribution | None) -> Given:
        if contribution is None:
            return Given()
        arrival = self.labels.sentence(
            "arrivals", contribution.status.value, on=parse_partial_date(contribution.on) or contribution.on
        )
        with_capital = profile_of(self.labels.language).with_capital
        role = self.labels.word("roles", contribution.role, otherwise=contribution.role)
        return Given(
            f"{with_capital(role)}: {arrival}", self.labels.word("arrivals-in-short", contribution.status.value)
        )

    def _sheet(self, record: AreaRecord) -> AreaSheet:
        leading = [office for office in record.offices if office.mandate.role in {COORDINATOR, ACTING}]
        supporting = [office for office in record.offices if office.mandate.role not in {COORDINATOR, ACTING}]
        facts = (
            (self.labels.word("columns", "coordinator"), tuple(map(self._office, leading))),
            (self.labels.word("columns", "co-coordinators"), tuple(map(self._office, supporting))),
            (self._word("papers"), tuple(map(self._standing, record.papers))),
            (self._word("plans"), tuple(map(self._standing, record.plans))),
        )
        none = (self._word("nothing"),)
        return AreaSheet(
            id=record.area,
            name=self.area(record.area),
            facts=tuple((label, lines or none) for label, lines in facts),
            schedules=tuple(self._schedule(plan) for plan in record.plans if _items(plan)),
            measures=tuple(map(self._measure, record.measures)),
        )

    def _office(self, office: Office) -> str:
        name = self.party(office.mandate.holder)
        if office.mandate.role == ACTING:
            name = self.labels.sentence("known", "acting", name=name)
        known = office.known_as_of
        lasts = self.labels.period(office.since, office.until) if office.since else ""
        tenure = lasts or self.labels.sentence("known", "as-of", on=parse_partial_date(known) or known)
        return f"{name}, {tenure}"

    def _standing(self, work: Work) -> str:
        status = status_of(self.corpus, work)
        language = self.labels.language
        return f"{work.title(language)}: {self.labels.stage(*status, gender=work.kind.gender[language])}"

    def _proposal(self, work: Work) -> str:
        proposing = read_names(work.original.get("/proposed_by"))
        return self.labels.sentence(
            "review-pack",
            "proposal",
            standing=self._standing(work),
            area=self.area(str(work.original.get("/area") or "")),
            by=", ".join(map(self.party, proposing)),
        )

    def _schedule(self, plan: Work) -> Schedule:
        items = _items(plan)
        counts = Counter(str(item.get("status") or "") for item in items)
        parts = (
            f"{self.labels.word('item-statuses', status, otherwise=status)}: {number}"
            for status, number in counts.items()
        )
        return Schedule(
            plan.title(self.labels.language), ", ".join(parts), tuple(self._row(plan, item) for item in items)
        )

    def _row(self, plan: Work, item: dict[str, Any]) -> tuple[str, str, str, str]:
        since, until = (str(item.get(key) or "") for key in ("from", "to"))
        outcome = item.get("outcome")
        reported = str(outcome.get("on") or "") if isinstance(outcome, dict) else ""
        status = str(item.get("status") or "")
        return (
            item_title(plan, str(item.get("id") or ""), self.labels.language),
            self.labels.period(since, until or since),
            self.labels.word("item-statuses", status, otherwise=status),
            self.labels.date(reported) if reported else "",
        )

    def _matter(self, matter: FollowUp) -> str:
        work = works(self.corpus).get(matter.work)
        values = {
            "work": work.title(self.labels.language) if work else matter.work,
            "item": item_title(work, matter.item, self.labels.language) if work and matter.item else matter.item,
            "by": self.party(matter.by) if matter.by else self._word("nobody"),
            "due": matter.due,
        }
        category = matter.category
        if category == "expiring" and matter.work.startswith("mandate/"):
            category = "expiring-tenure"
        if category in {"update-open", "verdict-open"} and matter.due is None:
            category = f"{category}-undated"
        if self.labels.has("follow-ups", category):
            return self.labels.sentence("follow-ups", category, **values)
        provision = self.corpus.decision.provision(category)
        says = provision.says.get(self.labels.language, "") if provision else ""
        clause = category.partition("/")[0]
        return self.labels.sentence("follow-ups", "owed", clause=clause, says=says.rstrip("."), **values)


def _items(plan: Work) -> list[dict[str, Any]]:
    items = plan.original.get("/items")
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
