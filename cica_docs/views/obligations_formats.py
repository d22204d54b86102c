"""Obligations as text, JSON, CSV and Markdown."""

import csv
import io
from collections.abc import Iterator

from cica_docs.i18n.words import Words
from cica_docs.text.escape import escape_ci, escape_csv, escape_markdown, escape_markdown_code, to_json
from cica_docs.text.markdown import format_head, format_row
from cica_docs.text.terminal import cell_width, join_lines, line_width, pad, paint, truncate, wrap
from cica_docs.values.obligation import ObligationState
from cica_docs.views.obligations import ObligationList, ObligationRow, party_name_of

VERSION = 1
_MOST_OPEN = 8
_STRONG, _FAINT = "1", "2"
_GROUPS = {"overdue": "1;31", "due-soon": "1;33", "open": _STRONG, "known": _STRONG, "discharged": _STRONG}
_SHOWN = ("due", "days", "addressee", "area", "what", "discharge", "clause", "where", "id")


def format_obligations(obligation_list: ObligationList, *, colour: bool = False) -> str:
    """Format the obligations by group; open ones only until one screen is full."""
    return join_lines(_lines(obligation_list, colour))


def _lines(obligation_list: ObligationList, colour: bool) -> Iterator[str]:
    words, corpus = obligation_list.clauses.words, obligation_list.clauses.corpus
    where = escape_ci(corpus.snapshot.prefix.rstrip("/"))
    yield " · ".join(filter(None, (where, obligation_list.clauses.report.day(obligation_list.as_of))))
    for note in obligation_list.notes:
        yield from wrap(note)
    if not obligation_list.rows:
        yield from ("", words.word("due.none"))
    for key, code_of_colour in _GROUPS.items():
        rows = obligation_list.rows_in(key)
        if not rows:
            continue
        yield from ("", paint(words.sentence(f"due.{key}", number=len(rows)), code_of_colour, colour=colour))
        visible = rows[:_MOST_OPEN] if key == "open" else rows
        days = [format_days(row, words) for row in visible]
        room = max(map(cell_width, days))
        for row, text in zip(visible, days, strict=True):
            yield from format_entry(row, words, days=pad(text, room), colour=colour)
        if len(rows) > len(visible):
            yield paint(f"  {words.sentence('due.more', number=len(rows) - len(visible))}", _FAINT, colour=colour)


def format_entry(row: ObligationRow, words: Words, *, days: str = "", colour: bool = False) -> Iterator[str]:
    """Yield the lines of one obligation; `days` are those left, as wide as in the entries beside it."""
    example = words.word("example") if row.is_example else ""
    description = " · ".join(filter(None, (row.addressee, row.title, row.area, row.citation, example)))
    yield from wrap(description, first=f"  {row.obligation.due}  {days or format_days(row, words)}  ", rest=" " * 16)
    if row.state.is_open:
        yield from wrap(row.discharge, first="    → ", rest="      ")
    place = f"    {row.where} · {escape_ci(row.obligation.id)}"
    yield paint(truncate(place, line_width() * 2), _FAINT, colour=colour)


def format_days(row: ObligationRow, words: Words) -> str:
    """Return the days left or overdue, or the day of discharge; for public knowledge, whether it is on record."""
    if row.is_known_only and (row.days < 0 or not row.state.is_open):
        return (
            words.word("due.unrecorded")
            if row.state.is_open
            else words.sentence("due.recorded", day=_discharge_of(row))
        )
    if not row.state.is_open:
        key = "due.done" if row.state is ObligationState.DISCHARGED else "due.done-late"
        return words.sentence(key, day=_discharge_of(row))
    if row.days == 0:
        return words.word("due.today")
    return words.count("left", row.days) if row.days > 0 else words.count("overdue", -row.days)


def _discharge_of(row: ObligationRow) -> str:
    return row.obligation.discharged.isoformat() if row.obligation.discharged else ""


def format_obligations_json(obligation_list: ObligationList) -> str:
    """Format the obligations as JSON; keys and states do not depend on the reader's language."""
    decision = obligation_list.clauses.corpus.decision
    return to_json(
        {
            "version": VERSION,
            "as_of": obligation_list.as_of.isoformat(),
            "decision": {"id": decision.id, "status": decision.status},
            "obligations": [_object(row, obligation_list) for row in obligation_list.rows],
        }
    )


def format_obligations_csv(obligation_list: ObligationList) -> str:
    """Format the obligations as CSV with keys as headings; no cell can be taken for a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    rows = [_object(row, obligation_list) for row in obligation_list.rows]
    writer.writerow(_COLUMNS)
    for row in rows:
        writer.writerow(["" if row[key] is None else _figure_or_cell(row[key]) for key in _COLUMNS])
    return text.getvalue()


def _figure_or_cell(value: object) -> str:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else escape_csv(str(value))


_COLUMNS = (
    "id",
    "state",
    "due",
    "days",
    "arises",
    "soon",
    "discharged",
    "addressee",
    "addressee_name",
    "vacant",
    "area",
    "area_name",
    "clause",
    "provision",
    "force",
    "title",
    "discharge",
    "work",
    "path",
    "line",
    "example",
    "known_only",
)


def _object(row: ObligationRow, obligation_list: ObligationList) -> dict[str, object]:
    corpus, language = obligation_list.clauses.corpus, obligation_list.clauses.catalogue.language
    obligation = row.obligation
    return {
        "id": obligation.id,
        "state": row.state.value,
        "due": obligation.due.isoformat(),
        "days": row.days,
        "arises": obligation.arises.isoformat(),
        "soon": obligation.soon.isoformat(),
        "discharged": obligation.discharged.isoformat() if obligation.discharged else None,
        "addressee": obligation.addressee,
        "addressee_name": party_name_of(corpus, obligation.addressee, language, corpus.as_of),
        "vacant": obligation.is_vacant,
        "area": obligation.area,
        "area_name": row.area,
        "clause": obligation.provision.partition("/")[0],
        "provision": obligation.provision,
        "force": row.force,
        "title": row.title,
        "discharge": row.discharge,
        "work": obligation.work,
        "path": row.path,
        "line": obligation.place.span.line,
        "example": row.is_example,
        "known_only": row.is_known_only,
    }


def tabulate_obligations(obligation_list: ObligationList) -> tuple[tuple[str, ...], ...]:
    """Return headings and cells of all obligations in the reader's words, for a workbook."""
    words = obligation_list.clauses.words
    headings = tuple(words.word(f"due.head.{name}") for name in _SHOWN)
    return (headings, *(tuple(_texts(row, words)) for row in obligation_list.rows))


def format_obligations_markdown(obligation_list: ObligationList) -> str:
    """Format the obligations as Markdown, one table for each group."""
    words = obligation_list.clauses.words
    lines = [
        f"# {escape_markdown(words.word('due.title'))}",
        "",
        escape_markdown(obligation_list.clauses.report.day(obligation_list.as_of)),
        "",
    ]
    lines.append(" ".join(map(escape_markdown, obligation_list.notes)))
    if not obligation_list.rows:
        lines += ["", escape_markdown(words.word("due.none"))]
    for key in _GROUPS:
        rows = obligation_list.rows_in(key)
        if rows:
            heads = [escape_markdown(words.word(f"due.head.{name}")) for name in _SHOWN]
            lines += ["", f"## {escape_markdown(words.sentence(f'due.{key}', number=len(rows)))}", ""]
            lines += [*format_head(heads), *(format_row(_cells(row, words)) for row in rows)]
    return join_lines(lines)


def _cells(row: ObligationRow, words: Words) -> list[str]:
    due, *texts, where, id = _texts(row, words)
    return [due, *map(escape_markdown, texts), escape_markdown_code(where), escape_markdown_code(id)]


def _texts(row: ObligationRow, words: Words) -> list[str]:
    """Return what an obligation has in each of the columns shown."""
    texts = (format_days(row, words), row.addressee, row.area, row.title, row.discharge, row.citation)
    return [row.obligation.due.isoformat(), *texts, row.where, row.obligation.id]
