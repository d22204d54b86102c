"""Who owes what by when, in the reader's words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.messages import Catalogue
from cica_docs.register.events import events_of
from cica_docs.register.obligations.all import is_known_only, obligations
from cica_docs.register.works import works
from cica_docs.text.escape import escape_ci
from cica_docs.values.language import Language
from cica_docs.values.obligation import Obligation, ObligationState
from cica_docs.views.listing import lies_in, require_known_name
from cica_docs.views.provisions import Clauses

# An obligation of these is told from its like by the last part of its id.
_SEVERAL = frozenset({"2.9/update", "3.5/follow-up"})


@dataclass(frozen=True)
class ObligationFilters:
    """What the obligations are narrowed to; nothing keeps all that are open."""

    area: str = ""
    state: str = ""
    until: date | None = None
    everything: bool = False
    """Those that are discharged, too."""


@dataclass(frozen=True, eq=False)
class ObligationRow:
    """An obligation as a reader is shown it on a day; all texts are safe to print."""

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
    """How many acts of the work from which it arises are on record."""
    changed: date
    """The day of the last act that it depends on."""
    is_example: bool
    is_known_only: bool
    """Whether it arises from what is publicly known: that nothing is on record does not say that nothing was done."""

    @property
    def group(self) -> str:
        """What it is listed under: how it stands, or `known`."""
        if self.is_known_only:
            return "known"
        return self.state.value if self.state.is_open else "discharged"

    @property
    def where(self) -> str:
        """The place that it arises from: `registry/mandate/x/en.md:9`."""
        return f"{self.path}:{self.obligation.place.span.line}"


@dataclass(frozen=True, eq=False)
class ObligationList:
    """The obligations on a day, by due day, as one reader is shown them."""

    clauses: Clauses
    rows: tuple[ObligationRow, ...]

    @property
    def as_of(self) -> date:
        """The day."""
        return self.clauses.corpus.as_of

    @property
    def decision_title(self) -> str:
        """What the decision is called."""
        decision = self.clauses.corpus.decision.id
        work = works(self.clauses.corpus).get(f"decision/{decision}")
        return work.title(self.clauses.catalogue.language) if work else decision

    @property
    def notes(self) -> tuple[str, ...]:
        """On what kind of decision they rest, and how far the record goes."""
        corpus, words, title = self.clauses.corpus, self.clauses.words, self.decision_title
        status = corpus.decision.status if corpus.decision.status in {"adopted", "superseded"} else "draft"
        return words.sentence(f"due.decision.{status}", title=title), words.word("due.record")

    def under(self, group: str) -> tuple[ObligationRow, ...]:
        """The obligations of a group."""
        return tuple(row for row in self.rows if row.group == group)


def list_obligations(corpus: Corpus, catalogue: Catalogue, filters: ObligationFilters | None = None) -> ObligationList:
    """The obligations of a corpus on its day; a state or area that is not on record is a failure."""
    wanted = filters or ObligationFilters()
    require_known_name("area", wanted.area, (*corpus.reference.all("area"), *corpus.reference.all("dimension")))
    require_known_name("state", wanted.state.upper(), tuple(corpus.reference.all("state")))
    clauses = Clauses(corpus, catalogue)
    kept = (obligation for obligation in obligations(corpus) if _is_kept(corpus, obligation, wanted))
    return ObligationList(clauses, tuple(_due(one, clauses) for one in kept))


def _is_kept(corpus: Corpus, one: Obligation, wanted: ObligationFilters) -> bool:
    state = one.state(corpus.as_of)
    return (
        (wanted.everything or state.is_open)
        and (not wanted.area or lies_in(corpus, one.area, wanted.area))
        and (not wanted.state or one.addressee == wanted.state.upper())
        and (wanted.until is None or one.due <= wanted.until)
    )


def _due(one: Obligation, clauses: Clauses) -> ObligationRow:
    corpus, language = clauses.corpus, clauses.catalogue.language
    clause, _, slug = one.provision.partition("/")
    provision = corpus.decision.provision(one.provision)
    force = clauses.force(provision) if provision else ""
    work = works(corpus).get(one.work)
    acts = [event.on.first for event in events_of(work.original) if event.has_happened(corpus.as_of)] if work else []
    days = [day for day in (*acts, one.arises, one.discharged) if day is not None and day <= corpus.as_of]
    return ObligationRow(
        obligation=one,
        state=one.state(corpus.as_of),
        days=(one.due - corpus.as_of).days,
        clause=clauses.clause(clause),
        citation=", ".join(filter(None, (clauses.clause(clause), force))),
        force=force,
        addressee=party_name_of(corpus, one.addressee, language, corpus.as_of),
        area=area_name_in(corpus, one.area, language),
        title=_title(one, clauses.words.word(f"obligations.{slug}.title")),
        discharge=clauses.words.word(f"obligations.{slug}.discharge"),
        path=escape_ci(corpus.snapshot.prefix + one.place.path),
        acts=len(acts),
        changed=max(days, default=one.arises),
        is_example=work is not None and work.is_example,
        is_known_only=is_known_only(corpus, one),
    )


def _title(one: Obligation, title: str) -> str:
    if one.provision in _SEVERAL:
        return f"{title}: {escape_ci(one.id.rpartition(':')[2])}"
    return f"{title}, {one.due.year}" if one.provision == "3.2/yearly" else title


def party_name_of(corpus: Corpus, id: str, language: Language, on: date) -> str:
    """What a state or body is called on a day."""
    what = "state" if id in corpus.reference.all("state") else "body"
    return escape_ci(corpus.reference.names(what, id, on)[language])


def area_name_in(corpus: Corpus, id: str, language: Language) -> str:
    """What a priority area or dimension is called; empty where there is none."""
    what = "area" if id in corpus.reference.all("area") else "dimension"
    return escape_ci(corpus.reference.names(what, id, corpus.as_of)[language]) if id else ""


def obligations_under(corpus: Corpus, catalogue: Catalogue, provisions: frozenset[str]) -> Iterator[ObligationRow]:
    """The open obligations that follow from some provisions."""
    yield from (row for row in list_obligations(corpus, catalogue).rows if row.obligation.provision in provisions)
