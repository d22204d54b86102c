"""The pages of the decision: each clause with its text, what enforces it, what it makes due, and who cites it."""

from collections.abc import Iterator, Mapping

from cica_docs.api.site.reader import Reader, page_path
from cica_docs.documents.clauses import read_clauses
from cica_docs.register.works import works
from cica_docs.render.site.parts import Facts, Grid, Link, Listed, Page, PagePart, Paragraphs, Part
from cica_docs.values.provision import HOUSE, Provision, number_of, text_of
from cica_docs.views.obligations import obligations_under


def clause_pages(reader: Reader) -> Iterator[Page]:
    """Yield the list of clauses of the governing texts, and the page of each clause."""
    say = reader.words.word
    by_clause = _provisions_by_clause(reader)
    parts: list[PagePart] = [Paragraphs((_status(reader),))]
    for text in dict.fromkeys(text_of(clause) for clause in by_clause):
        title = reader.clauses.title_of(text or reader.corpus.decision.id)
        members = [clause for clause in by_clause if text_of(clause) == text and clause != HOUSE]
        parts += [Part(title, text or "decision"), _clause_grid(reader, members, by_clause)]
    if HOUSE in by_clause:
        parts += [Part(say("clause.house"), HOUSE), _clause_grid(reader, [HOUSE], by_clause)]
    yield Page(page_path("clauses"), say("sections.clauses"), tuple(parts), (reader.home(),), "clauses")
    for clause, provisions in by_clause.items():
        yield _page(reader, clause, provisions)


def _status(reader: Reader) -> str:
    corpus = reader.corpus
    title = reader.clauses.title_of(corpus.decision.id)
    return reader.catalogue.commands.sentence(f"due.decision.{corpus.decision.status}", title=title)


def _provisions_by_clause(reader: Reader) -> Mapping[str, list[Provision]]:
    by_clause: dict[str, list[Provision]] = {}
    for provision in reader.corpus.decision.provisions.values():
        by_clause.setdefault(provision.clause, []).append(provision)
    return by_clause


def _clause_grid(reader: Reader, clauses: list[str], by_clause: Mapping[str, list[Provision]]) -> Grid:
    say = reader.words.word
    rows = tuple(
        (
            (Link(reader.clauses.clause_name_of(clause), reader.address("clauses", clause)),),
            tuple(Link(reader.clauses.statement_of(provision)) for provision in by_clause[clause][:3]),
        )
        for clause in clauses
    )
    return Grid(say("sections.clauses"), (say("clause.clause"), say("clause.says")), rows)


def _page(reader: Reader, clause: str, provisions: list[Provision]) -> Page:
    say, view = reader.words.word, reader.clauses
    parts: list[PagePart] = [Paragraphs((_status(reader),))]
    if text := _text(reader, clause):
        parts += [Part(say("clause.text"), "text-of-clause"), Paragraphs((text,))]
    for provision in provisions:
        names = dict.fromkeys(rule for enforcement in view.enforcements_of(provision) for rule in enforcement.rules)
        rules = tuple(map(Link, names))
        rows = [
            (say("clause.force"), (Link(f"{view.force_of(provision)} · {view.addressee_of(provision)}"),)),
            (say("clause.values"), tuple(map(Link, view.values_of(provision)))),
            (say("clause.enforced-by"), rules or (Link(view.reason_of(provision)),)),
            (say("clause.history"), tuple(map(Link, view.history_of(provision)))),
        ]
        name = provision.id.partition("/")[2] or provision.id
        parts += [
            Part(view.statement_of(provision), name),
            Facts(tuple((key, cell) for key, cell in rows if any(link.text for link in cell))),
        ]
    under = tuple(obligations_under(reader.corpus, reader.catalogue, frozenset(each.id for each in provisions)))
    if under:
        parts += [
            Part(say("due.title"), "due"),
            Listed(
                tuple(
                    reader.work_named(row.obligation.work)._replace(
                        text=f"{reader.day(row.obligation.due)} · {row.title}", note=f"{row.addressee} · {row.area}"
                    )
                    for row in under
                )
            ),
        ]
    title = view.clause_name_of(clause)
    trail = (reader.home(), reader.section("clauses"))
    return Page(page_path("clauses", clause), title[:1].upper() + title[1:], tuple(parts), trail, "clauses")


def _text(reader: Reader, clause: str) -> str:
    """Return the text of a clause in the language of the reader, or "" if the register does not hold it."""
    decision = text_of(clause) or reader.corpus.decision.id
    work = works(reader.corpus).get(f"decision/{decision}")
    document = work.documents.get(reader.language) if work else None
    if document is None:
        return ""
    texts = read_clauses(document.text, has_single_numbers=reader.corpus.decision.has_single_numbers)
    return next((each.text for each in texts if each.number == number_of(clause)), "")
