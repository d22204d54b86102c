"""What falls due, as rows of a page and as calendars."""

from cica_docs.api.site.reader import Reader
from cica_docs.render.site.parts import Grid, Link
from cica_docs.views.obligations import ObligationFilters, ObligationRow, list_obligations


def due_rows(reader: Reader, *, area: str = "", state: str = "") -> tuple[ObligationRow, ...]:
    """Return the open obligations in an area or of a State, by due day."""
    return list_obligations(reader.corpus, reader.catalogue, ObligationFilters(area=area, state=state)).rows


def due_grid(reader: Reader, *, area: str = "", state: str = "", most: int | None = None) -> Grid:
    """Lay out what falls due: when, what, for whom, under which clause."""
    say = reader.words.word
    columns = tuple(map(say, ("due.on", "due.what", "due.for", "due.clause")))
    rows = tuple(
        (
            (Link(reader.day(row.obligation.due), note=say(f"due.states.{row.group}")),),
            (reader.work_named(row.obligation.work)._replace(text=row.title, note=row.area),),
            (Link(row.addressee),),
            (Link(row.clause, reader.address("clauses", row.obligation.provision.partition("/")[0]), row.force),),
        )
        for row in due_rows(reader, area=area, state=state)[:most]
    )
    return Grid(say("due.title"), columns, rows, say("due.none"))
