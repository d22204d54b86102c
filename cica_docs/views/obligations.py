"""Obligations in the reader's words: who owes which duty by when."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.messages import Catalogue
from cica_docs.register.events import events_of
from cica_docs.register.naming.find import find_area, find_state
from cica_docs.register.naming.titles import concern_title
from cica_docs.register.obligations.all import is_known_only, obligations
from cica_docs.register.obligations.table import duties
from cica_docs.register.works import works
from cica_docs.text.escape import escape_ci
from cica_docs.values.language import SOURCE_LANGUAGE, Language
from cica_docs.values.obligation import Obligation, ObligationState
from cica_docs.values.provision import text_of
from cica_docs.values.texts import Texts
from cica_docs.views.listing import is_area_within
from cica_docs.views.provisions import Clauses


@dataclass(frozen=True)
class ObligationFilters:
    """Filters of obligations; an empty filter matches all that are open."""

    area: str = ""
    state: str = ""
    until: date | None = None
    with_discharged: bool = False
    """Include discharged obligations."""


@dataclass(frozen=True, eq=False)
class ObligationRow:
    """An obligation as printed on a day; all texts are safe to print."""

    obligation: Obligation
    state: ObligationState
    days: int
    """Until the due day; below zero once it is past."""
    clause: str
    citation: str
    """The clause and its force: `clause 2.7, shall`."""
    force: str
    addressee: str
    area: str
    title: str
    discharge: str
    path: str
    acts: int
    """The number of acts on record of the work from which it arises."""
    changed: date
    """The day of the last act that it depends on."""
    is_example: bool
    is_known_only: bool
    """Whether it arises from what is publicly known: that nothing is on record does not say that nothing was done."""

    @property
    def group(self) -> str:
        """The group under which it is listed: its state, or `known`."""
        if self.is_known_only:
            return "known"
        return self.state.value if self.state.is_open else "discharged"

    @property
    def where(self) -> str:
        """The place from which it arises: `registry/mandate/x/en.md:9`."""
        return f"{self.path}:{self.obligation.place.span.line}"


@dataclass(frozen=True, eq=False)
class ObligationList:
    """The obligations on a day, by due day, in the reader's words."""

    clauses: Clauses
    rows: tuple[ObligationRow, ...]

    @property
    def as_of(self) -> date:
        """The day of the corpus."""
        return self.clauses.corpus.as_of

    @property
    def decision_title(self) -> str:
        """The title of the decision."""
        return self.clauses.title_of(self.clauses.corpus.decision.id)

    def title_of(self, provision: str) -> str:
        """Return the title of the text that a provision is of: the decision, or one beside it."""
        return self.clauses.title_of(text_of(provision)) if text_of(provision) else self.decision_title

    @property
    def notes(self) -> tuple[str, ...]:
        """The status of the decision, and the limits of the record."""
        corpus, words, title = self.clauses.corpus, self.clauses.words, self.decision_title
        return words.sentence(f"due.decision.{corpus.decision.status}", title=title), words.word("due.record")

    def rows_in(self, group: str) -> tuple[ObligationRow, ...]:
        """Return the obligations of a group."""
        return tuple(row for row in self.rows if row.group == group)


def list_obligations(corpus: Corpus, catalogue: Catalogue, filters: ObligationFilters | None = None) -> ObligationList:
    """List the obligations of a corpus on its day; raise `Failure` for an unknown state or area."""
    applied = filters or ObligationFilters()
    applied = replace(
        applied,
        area=applied.area and find_area(corpus, applied.area),
        state=applied.state and find_state(corpus, applied.state),
    )
    clauses = Clauses(corpus, catalogue)
    selected = (obligation for obligation in obligations(corpus) if _matches(corpus, obligation, applied))
    return ObligationList(clauses, tuple(_obligation_row(obligation, clauses) for obligation in selected))


def _matches(corpus: Corpus, obligation: Obligation, filters: ObligationFilters) -> bool:
    state = obligation.state(corpus.as_of)
    return (
        (filters.with_discharged or state.is_open)
        and (not filters.area or is_area_within(corpus, obligation.area, filters.area))
        and (not filters.state or obligation.addressee == filters.state)
        and (filters.until is None or obligation.due <= filters.until)
    )


def _obligation_row(obligation: Obligation, clauses: Clauses) -> ObligationRow:
    corpus, language = clauses.corpus, clauses.catalogue.language
    clause = obligation.provision.partition("/")[0]
    duty = duties(corpus)[obligation.duty]
    provision = corpus.decision.provision(obligation.provision, obligation.due)
    force = clauses.force_of(provision) if provision else ""
    statement = clauses.statement_of(provision) if provision else obligation.provision
    work = works(corpus).get(obligation.work)
    acts = [event.on.first for event in events_of(work.original) if event.has_happened(corpus.as_of)] if work else []
    days = [day for day in (*acts, obligation.arises, obligation.discharged) if day is not None and day <= corpus.as_of]
    return ObligationRow(
        obligation=obligation,
        state=obligation.state(corpus.as_of),
        days=(obligation.due - corpus.as_of).days,
        clause=clauses.clause_name_of(clause),
        citation=", ".join(filter(None, (clauses.clause_name_of(clause), force))),
        force=force,
        addressee=_addressee(obligation, clauses),
        area=area_name_in(corpus, obligation.area, language),
        title=_title(corpus, obligation, _text_in(duty.title, language) or statement.rstrip("."), language),
        discharge=_text_in(duty.discharge, language) or statement,
        path=escape_ci(corpus.snapshot.prefix + obligation.place.path),
        acts=len(acts),
        changed=max(days, default=obligation.arises),
        is_example=work is not None and work.is_example,
        is_known_only=is_known_only(corpus, obligation),
    )


def _addressee(obligation: Obligation, clauses: Clauses) -> str:
    """Return the name of the addressee, and that nobody is in office if it is addressed for that reason."""
    corpus = clauses.corpus
    name = party_name_of(corpus, obligation.addressee, clauses.catalogue.language, corpus.as_of)
    if not obligation.is_vacant:
        return name
    return clauses.words.sentence("due.vacant", body=name) if name else clauses.words.word("due.nobody")


def _title(corpus: Corpus, obligation: Obligation, title: str, language: Language) -> str:
    if concern := concern_title(corpus, obligation, language):
        return f"{title}: {escape_ci(concern)}"
    return f"{title}, {escape_ci(obligation.period)}" if obligation.period else title


def _text_in(texts: Texts, language: Language) -> str:
    """Return a text of the decision in a language, else in English."""
    return escape_ci(texts.get(language) or texts.get(SOURCE_LANGUAGE) or "")


def party_name_of(corpus: Corpus, id: str, language: Language, on: date) -> str:
    """Return the name of a state or body on a day."""
    category = "state" if id in corpus.reference.all("state") else "body"
    return escape_ci(corpus.reference.names(category, id, on)[language])


def area_name_in(corpus: Corpus, id: str, language: Language) -> str:
    """Return the name of a priority area or dimension, or ""."""
    category = "area" if id in corpus.reference.all("area") else "dimension"
    return escape_ci(corpus.reference.names(category, id, corpus.as_of)[language]) if id else ""


def obligations_under(corpus: Corpus, catalogue: Catalogue, provisions: frozenset[str]) -> Iterator[ObligationRow]:
    """Yield the open obligations under some provisions."""
    yield from (row for row in list_obligations(corpus, catalogue).rows if row.obligation.provision in provisions)
