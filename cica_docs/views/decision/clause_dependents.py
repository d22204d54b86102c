"""What hangs on a clause: provisions, what reports a breach, works that cite it, obligations under it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import clauses_cited
from cica_docs.register.references import references
from cica_docs.values.provision import Provision
from cica_docs.views.obligations import ObligationFilters, ObligationRow, list_obligations
from cica_docs.views.provisions import Clauses


@dataclass(frozen=True, eq=False)
class Dependents:
    """What hangs on a clause, in the order of the decision."""

    provisions: tuple[Provision, ...]
    rules: tuple[str, ...]
    """Rules, constraints of schemas and sections that provisions of the clause name."""
    works: tuple[str, ...]
    """Works and reference data whose texts or fields cite the clause."""
    obligations: tuple[ObligationRow, ...]


@dataclass(frozen=True, eq=False)
class DependentsIndex:
    """Finds what hangs on each clause of the decision."""

    clauses: Clauses

    def of(self, clause: str) -> Dependents:
        """Return what hangs on a clause; of a new one, "", nothing does."""
        provisions = tuple(
            provision for provision in self.clauses.corpus.decision.provisions.values() if provision.clause == clause
        )
        ids = {provision.id for provision in provisions}
        named = (name for provision in provisions for name in (*provision.enforced_by, *provision.basis_of))
        return Dependents(
            provisions=provisions,
            rules=tuple(dict.fromkeys(named)),
            works=self._citing.get(clause, ()),
            obligations=tuple(row for row in self._rows if row.obligation.provision in ids),
        )

    @cached_property
    def _rows(self) -> tuple[ObligationRow, ...]:
        everything = ObligationFilters(with_discharged=True)
        return list_obligations(self.clauses.corpus, self.clauses.catalogue, everything).rows

    @cached_property
    def _citing(self) -> Mapping[str, tuple[str, ...]]:
        citing: dict[str, set[str]] = {}
        for clause, work in _citations(self.clauses.corpus):
            citing.setdefault(clause, set()).add(work)
        return {clause: tuple(sorted(works)) for clause, works in citing.items()}


def _citations(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Yield each clause with a work that cites it, other than the decision."""
    known = {provision.clause for provision in corpus.decision.provisions.values()}
    own = f"decision/{corpus.decision.id}"
    cited = (*_in_texts(corpus, known, own), *_in_fields(corpus))
    yield from ((clause, work) for clause, work in cited if clause in known and work != own)


def _in_texts(corpus: Corpus, known: set[str], own: str) -> Iterator[tuple[str, str]]:
    numbers = [number for number in known if number[0].isdecimal()]
    for document in corpus.documents:
        if document.work == own:
            continue
        for paragraph in document.text.split("\n\n"):
            if any(number in paragraph for number in numbers):
                cited = clauses_cited(corpus, document.language, paragraph)
                yield from ((clause, document.work) for clause in cited)


def _in_fields(corpus: Corpus) -> Iterator[tuple[str, str]]:
    for reference in references(corpus):
        if reference.category == "provision":
            yield _clause_of(reference.name), "/".join(reference.file.path.split("/")[:2])
    for document in corpus.originals:
        waivers = document.get("/waivers")
        for waiver in waivers if isinstance(waivers, list) else ():
            if isinstance(waiver, dict):
                yield _clause_of(str(waiver.get("rule") or "")), document.work
    questions = corpus.reference.settings.get("open_questions")
    for question in questions.values() if isinstance(questions, dict) else ():
        if isinstance(question, dict):
            yield str(question.get("clause") or ""), "reference/settings.yaml"


def _clause_of(provision: str) -> str:
    return provision.partition("/")[0]
