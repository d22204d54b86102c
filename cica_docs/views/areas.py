"""Priority areas, their officers, and the areas without a Coordinator or without any officer."""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.words import Words
from cica_docs.register.mandates.offices import Office, office_holders, vacancies
from cica_docs.text.escape import escape_ci
from cica_docs.text.terminal import format_columns, join_lines, table_width
from cica_docs.values.role import ACTING, CO_COORDINATOR, COORDINATOR
from cica_docs.views.listing import Listing, Row

_COLUMNS = ("id", "title", "dimension", "coordinator", "acting", "co_coordinators", "vacant", "since")


def list_areas(corpus: Corpus, words: Words, *, vacant: bool) -> Listing:
    """List all areas as of the corpus' day, or the vacant ones: `coordinator`, or `all` if no role is held."""
    without = {vacancy.area: vacancy for vacancy in vacancies(corpus)}
    rows = []
    for id, entry in corpus.reference.all("area").items():
        offices, gap = office_holders(corpus, id), without.get(id)
        if vacant and gap is None:
            continue
        rows.append(
            {
                "id": id,
                "title": corpus.reference.names("area", id, corpus.as_of)[words.language],
                "dimension": str(entry.get("dimension") or ""),
                "coordinator": _holders(offices, COORDINATOR),
                "acting": _holders(offices, ACTING),
                "co_coordinators": _holders(offices, CO_COORDINATOR),
                "vacant": "" if gap is None else "all" if gap.is_complete else "coordinator",
                "since": gap.since.isoformat() if gap and gap.since else "",
            }
        )
    return Listing("vacant-areas" if vacant else "areas", _COLUMNS, tuple(rows))


def _holders(offices: tuple[Office, ...], role: str) -> str:
    return " ".join(dict.fromkeys(office.mandate.holder for office in offices if office.mandate.role == role))


def format_areas(corpus: Corpus, words: Words, *, vacant: bool) -> str:
    """Format the areas as text: without officers, without a Coordinator and, unless `vacant`, the others."""
    rows = list_areas(corpus, words, vacant=vacant).rows
    lines = [words.sentence("as-of", day=corpus.as_of)]
    for gap in ("all", "coordinator", *(() if vacant else ("",))):
        areas = [row for row in rows if row["vacant"] == gap]
        lines += ["", words.sentence(f"areas.{gap or 'served'}", number=len(areas))]
        lines += [f"  {line}" for line in format_columns(_table(words, gap, areas), most=table_width() - 2, widest=1)]
    return join_lines(lines)


def _table(words: Words, gap: str, rows: list[Row]) -> Iterator[tuple[str, ...]]:
    for row in rows:
        acting = words.sentence("areas.acting", states=row["acting"]) if row["acting"] else ""
        supporting = words.sentence("areas.co-coordinators", states=row["co_coordinators"])
        since = words.sentence("areas.since", day=row["since"]) if row["since"] else words.word("areas.never")
        serving = [escape_ci(row["coordinator"]), acting, supporting if row["co_coordinators"] else ""]
        yield escape_ci(row["id"]), escape_ci(row["title"]), "; ".join(filter(None, serving)), since if gap else ""
