"""The works in force on a day, with their periods and the days left."""

from collections.abc import Iterator
from difflib import get_close_matches

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.kind import Kinds
from cica_docs.i18n.words import Words
from cica_docs.register.lifecycle import State, lifecycles
from cica_docs.register.mandates.service import services
from cica_docs.register.papers.concept_papers import areas_without_paper
from cica_docs.register.works import Work, works
from cica_docs.text.escape import escape_ci
from cica_docs.text.terminal import format_columns, join_lines, table_width, truncate, wrap
from cica_docs.values.failure import Failure
from cica_docs.values.period import Period
from cica_docs.views.listing import Listing, Row, holders_of

_COLUMNS = ("kind", "id", "title", "area", "state", "from", "to", "days_left")
_NAME_WIDTH = 48
_PAPER = "concept-paper"


def list_in_force(corpus: Corpus, words: Words, kind: str = "") -> Listing:
    """List the works in force on the corpus' day, the first to end first; of one kind if given."""
    kind_name = _kind(corpus.kinds, kind) if kind else ""
    sorted_rows = [
        (period.last, work.name, _row(corpus, words, work, period, is_open=is_open))
        for work, period, is_open in _works_in_force(corpus)
        if kind_name in {"", work.kind.name}
    ]
    return Listing("in-force", _COLUMNS, tuple(row for _, _, row in sorted(sorted_rows, key=lambda entry: entry[:2])))


def _kind(kinds: Kinds, kind: str) -> str:
    for name in (kind, kind.removesuffix("s")):
        if name in kinds.kinds:
            return name
        kinds.require_used(name)
    similar = get_close_matches(kind, kinds.kinds, 1, 0.6)
    raise Failure("kind-unknown", kind=kind, suggestion=tuple(similar), kinds=tuple(kinds.kinds))


def _works_in_force(corpus: Corpus) -> Iterator[tuple[Work, Period, bool]]:
    """Yield works in force with their periods; a service without an end on record is open."""
    service_by_work = {service.mandate.work.name: service for service in services(corpus)}
    for name, work in works(corpus).items():
        cycle, service = lifecycles(corpus)[name], service_by_work.get(name)
        if service is not None and service.period.covers(corpus.as_of):
            yield work, service.period, service.is_open
        elif service is None and cycle.state is State.IN_FORCE and cycle.period is not None:
            yield work, cycle.period, False


def _row(corpus: Corpus, words: Words, work: Work, period: Period, *, is_open: bool) -> Row:
    return {
        "kind": work.kind.name,
        "id": work.id,
        "title": work.title(words.language),
        "area": str(work.original.get("/area") or ""),
        "state": " ".join(holders_of(corpus, work)),
        "from": period.first.isoformat(),
        "to": "" if is_open else period.last.isoformat(),
        "days_left": "" if is_open else str((period.last - corpus.as_of).days),
    }


def format_in_force(corpus: Corpus, words: Words, kind: str = "") -> str:
    """Format the works as columns, and count final works without a period on record."""
    rows = list_in_force(corpus, words, kind).rows
    kind_name = _kind(corpus.kinds, kind) if kind else ""
    without_period = sum(
        1
        for name, cycle in lifecycles(corpus).items()
        if kind_name in {"", name.partition("/")[0]} and cycle.state is State.APPROVED and cycle.period is None
    )
    lines = [words.sentence("in-force.title", day=corpus.as_of, works=words.count("work", len(rows)))]
    lines += ["", *format_columns((_cells(words, row) for row in rows), most=table_width(), widest=1)] if rows else []
    if without_period:
        lines += ["", words.sentence("in-force.bare", works=words.count("work", without_period))]
    if kind_name in {"", _PAPER} and _PAPER in corpus.kinds.kinds:
        lines += _without_paper(corpus, words)
    return join_lines(lines)


def _without_paper(corpus: Corpus, words: Words) -> Iterator[str]:
    """Yield the areas without a concept paper in force: what Member States have still to draw up together."""
    areas = areas_without_paper(corpus)
    if areas:
        names = (corpus.reference.names("area", area, corpus.as_of)[words.language] for area in areas)
        yield from ("", words.sentence("in-force.without-paper", number=len(areas)))
        yield from wrap("; ".join(map(escape_ci, names)), first="  ")


def _cells(words: Words, row: Row) -> tuple[str, ...]:
    days_left = words.count("day-left", int(row["days_left"])) if row["days_left"] else words.word("in-force.open")
    name = truncate(escape_ci(f"{row['kind']}/{row['id']}"), _NAME_WIDTH)
    return name, escape_ci(row["title"]), f"{row['from']} – {row['to'] or '…'}", days_left
