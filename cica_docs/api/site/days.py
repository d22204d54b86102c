"""The calendar, and the page of each day on which something changed: what was in force, and who was in office."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from cica_docs.api.site.acts import act_grid, acts_on_record, days_of_change
from cica_docs.api.site.areas import office_grid
from cica_docs.api.site.dues import due_rows
from cica_docs.api.site.reader import Reader, page_path
from cica_docs.register.lifecycle import State, lifecycle
from cica_docs.register.mandates.offices import Office, office_holders
from cica_docs.register.works import Work, works
from cica_docs.render.site.parts import Grid, Link, Listed, Notice, Page, PagePart, Paragraphs, Part
from cica_docs.values.day import parse_day, plus_days

_MONTH = "2026-01"


def change_days(reader: Reader) -> tuple[date, ...]:
    """List the days from which something is otherwise: acts, and the ends and beginnings of periods in force."""
    corpus = reader.corpus
    days = set(days_of_change(corpus))
    for work in works(corpus).values():
        period = lifecycle(work, date.max).period
        if period is not None:
            days |= {period.first, *((plus_days(period.last, 1),) if period.last.year < date.max.year - 1 else ())}
    return tuple(sorted(days))


def day_pages(reader: Reader) -> Iterator[Page]:
    """Yield the list of days, and a page for each."""
    say = reader.words.word
    days = change_days(reader)
    parts: list[PagePart] = [Paragraphs((say("days.about"),))]
    for year, group in groupby(reversed(days), key=lambda day: day.year):
        links = tuple(
            Link(
                reader.day(day),
                reader.address("on", day.isoformat()),
                say("days.to-come") if day > reader.corpus.as_of else "",
            )
            for day in group
        )
        parts += [Part(str(year), f"year-{year}"), Listed(links)]
    trail = (reader.home(), reader.section("calendar"))
    yield Page(page_path("on"), say("days.title"), tuple(parts), trail, "calendar")
    for index, day in enumerate(days):
        following = days[index + 1] if index + 1 < len(days) else None
        former = days[index - 1] if index else None
        yield _day(reader, day, former, following)


def _day(reader: Reader, day: date, former: date | None, following: date | None) -> Page:
    say, corpus = reader.words.word, reader.corpus
    until = plus_days(following, -1) if following else None
    nearby = tuple(
        Link(reader.say(key, day=other), reader.address("on", other.isoformat()))
        for key, other in (("days.former", former), ("days.following", following))
        if other is not None
    )
    sentence = reader.say("days.holds", days=reader.labels.period(day, until))
    offices = [
        office for area in corpus.reference.all("area") for office in office_holders(corpus, area, day, enclosing=False)
    ]
    acts = tuple(act for act in acts_on_record(corpus) if act.event.on.first == day)
    parts: tuple[PagePart, ...] = (
        Notice(sentence, is_loud=day > corpus.as_of, links=nearby),
        Part(say("days.acts"), "acts"),
        act_grid(reader, acts),
        Part(say("days.in-force"), "in-force"),
        _in_force(reader, day),
        Part(say("area.in-office"), "in-office"),
        office_grid_of_day(reader, offices),
    )
    title = reader.say("days.on", day=day)
    trail = (reader.home(), reader.section("calendar"), Link(say("days.title"), reader.address("on")))
    return Page(page_path("on", day.isoformat()), title, parts, trail, "calendar")


def office_grid_of_day(reader: Reader, offices: list[Office]) -> Grid:
    """Lay out the offices of a day by area, each with its State."""
    grid = office_grid(reader, tuple(offices), by_area=True)
    states = tuple((reader.party_link(office.mandate.holder),) for office in offices)
    columns = (grid.columns[0], reader.words.word("office.state"), *grid.columns[1:])
    rows = tuple((row[0], state, *row[1:]) for row, state in zip(grid.rows, states, strict=True))
    return grid._replace(columns=columns, rows=rows)


def _in_force(reader: Reader, day: date) -> Grid:
    say = reader.words.word
    rows = tuple(
        _row(reader, work, day)
        for work in works(reader.corpus).values()
        if lifecycle(work, day).state is State.IN_FORCE
    )
    return Grid(
        say("days.in-force"), (say("list.title"), say("work.kind"), say("days.period")), rows, say("days.nothing")
    )


def _row(reader: Reader, work: Work, day: date) -> tuple[tuple[Link, ...], ...]:
    period = lifecycle(work, day).period
    return (
        (reader.work_link(work),),
        (Link(work.kind.title[reader.language]),),
        (Link(reader.labels.period(period) if period else ""),),
    )


def calendar_pages(reader: Reader) -> Iterator[Page]:
    """Yield the calendar: what is to come by month, and what happened by month, the latest first."""
    say = reader.words.word
    entries: dict[str, list[tuple[date, Link]]] = {}
    for day, link in (*_dues(reader), *_meetings(reader), *_changes(reader)):
        entries.setdefault(day.isoformat()[: len(_MONTH)], []).append((day, link))
    present = reader.corpus.as_of.isoformat()[: len(_MONTH)]
    feed = Link("ICS", f"{reader.language}/calendars/all.ics", "text/calendar")
    parts: list[PagePart] = [
        Listed((Link(say("days.title"), reader.address("on")), feed._replace(note=say("calendar.subscribe"))))
    ]
    coming = sorted(month for month in entries if month >= present)
    past = sorted((month for month in entries if month < present), reverse=True)
    for month in (*coming, *past):
        links = (link._replace(text=f"{reader.day(day)} · {link.text}") for day, link in sorted(entries[month]))
        parts += [Part(reader.day(month), f"month-{month}"), Listed(tuple(links))]
    title = say("sections.calendar")
    yield Page(page_path("calendar"), title, tuple(parts), (reader.home(),), "calendar", feeds=(feed,))


def _dues(reader: Reader) -> Iterator[tuple[date, Link]]:
    for row in due_rows(reader):
        link = reader.work_named(row.obligation.work)
        yield row.obligation.due, link._replace(text=row.title, note=f"{row.addressee} · {row.clause}")


def _meetings(reader: Reader) -> Iterator[tuple[date, Link]]:
    """Yield the meetings whose day is on record."""
    for id, entry in reader.corpus.reference.all("meeting").items():
        if on := parse_day(str(entry.get("on") or entry.get("from") or "")):
            yield on, Link(reader.party(str(entry.get("body") or "")), reader.address("meetings", id))


def _changes(reader: Reader) -> Iterator[tuple[date, Link]]:
    for day in change_days(reader):
        yield day, _day_link(reader, day)._replace(text=reader.words.word("days.changes"))


def _day_link(reader: Reader, day: date, note: str = "") -> Link:
    return Link(reader.day(day), reader.address("on", day.isoformat()), note)
