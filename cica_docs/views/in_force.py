"""The works that are in force on a day, with their periods and the days that are left."""

from collections.abc import Iterator
from difflib import get_close_matches

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.kind import Kinds
from cica_docs.register.lifecycle import State, lifecycles
from cica_docs.register.mandates.service import services
from cica_docs.register.works import Work, works
from cica_docs.report.words import Words
from cica_docs.text.escape import escape_ci
from cica_docs.text.terminal import WIDTH, format_columns, join_lines, truncate
from cica_docs.values.failure import Failure
from cica_docs.values.period import Period
from cica_docs.views.listing import Listing, Row, holders_of

_COLUMNS = ("kind", "id", "title", "area", "state", "from", "to", "days_left")
_LONGEST_NAME = 48


def list_in_force(corpus: Corpus, words: Words, kind: str = "") -> Listing:
    """The works in force on the corpus' day, the first to end first; of one kind where it is named."""
    wanted = _kind(corpus.kinds, kind) if kind else ""
    found = [
        (lasts.last, work.name, _row(corpus, words, work, lasts, is_open=is_open))
        for work, lasts, is_open in _found(corpus)
        if wanted in {"", work.kind.name}
    ]
    return Listing("in-force", _COLUMNS, tuple(row for _, _, row in sorted(found, key=lambda one: one[:2])))


def _kind(kinds: Kinds, kind: str) -> str:
    for name in (kind, kind.removesuffix("s")):
        if name in kinds.kinds:
            return name
    near = get_close_matches(kind, kinds.kinds, 1, 0.6)
    raise Failure("kind-unknown", kind=kind, suggestion=tuple(near), kinds=tuple(kinds.kinds))


def _found(corpus: Corpus) -> Iterator[tuple[Work, Period, bool]]:
    """Works with their periods; a service without an end on record is open."""
    served = {service.mandate.work.name: service for service in services(corpus)}
    for name, work in works(corpus).items():
        cycle, service = lifecycles(corpus)[name], served.get(name)
        if service is not None and service.period.covers(corpus.as_of):
            yield work, service.period, service.is_open
        elif service is None and cycle.state is State.IN_FORCE and cycle.period is not None:
            yield work, cycle.period, False


def _row(corpus: Corpus, words: Words, work: Work, lasts: Period, *, is_open: bool) -> Row:
    return {
        "kind": work.kind.name,
        "id": work.id,
        "title": work.title(words.language),
        "area": str(work.original.get("/area") or ""),
        "state": " ".join(holders_of(work)),
        "from": lasts.first.isoformat(),
        "to": "" if is_open else lasts.last.isoformat(),
        "days_left": "" if is_open else str((lasts.last - corpus.as_of).days),
    }


def format_in_force(corpus: Corpus, words: Words, kind: str = "") -> str:
    """The works as columns, and how many are final without a period on record."""
    rows = list_in_force(corpus, words, kind).rows
    wanted = _kind(corpus.kinds, kind) if kind else ""
    bare = sum(
        1
        for name, cycle in lifecycles(corpus).items()
        if wanted in {"", name.partition("/")[0]} and cycle.state is State.APPROVED and cycle.period is None
    )
    lines = [words.sentence("in-force.title", day=corpus.as_of, works=words.count("work", len(rows)))]
    lines += ["", *format_columns((_cells(words, row) for row in rows), most=WIDTH, widest=1)] if rows else []
    if bare:
        lines += ["", words.sentence("in-force.bare", works=words.count("work", bare))]
    return join_lines(lines)


def _cells(words: Words, row: Row) -> tuple[str, ...]:
    left = words.count("day-left", int(row["days_left"])) if row["days_left"] else words.word("in-force.open")
    name = truncate(escape_ci(f"{row['kind']}/{row['id']}"), _LONGEST_NAME)
    return name, escape_ci(row["title"]), f"{row['from']} – {row['to'] or '…'}", left
