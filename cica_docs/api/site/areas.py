"""The pages of priority areas: who is in office, who was, which papers there are, what falls due."""

from collections.abc import Iterator
from itertools import groupby

from cica_docs.api.site.dues import due_grid
from cica_docs.api.site.lists import work_grid
from cica_docs.api.site.mandates import timeline_of
from cica_docs.api.site.reader import Reader, page_path
from cica_docs.register.mandates.offices import Office, latest_symbol_of, office_holders, vacancies
from cica_docs.register.works import works
from cica_docs.render.site.parts import Cell, Facts, Grid, Link, Listed, Notice, Page, PagePart, Part
from cica_docs.values.role import ROLES


def area_pages(reader: Reader) -> Iterator[Page]:
    """Yield the list of areas by dimension, and the page of each area."""
    areas = reader.corpus.reference.all("area")
    parts: list[PagePart] = []
    for dimension, group in groupby(areas, key=lambda id: str(areas[id].get("dimension") or "")):
        parts.append(Part(reader.name("dimension", dimension), dimension or "areas"))
        parts.append(_area_grid(reader, tuple(group)))
    yield Page(page_path("areas"), reader.words.word("sections.areas"), tuple(parts), (reader.home(),), "areas")
    for id in areas:
        yield _page(reader, id)


def _area_grid(reader: Reader, areas: tuple[str, ...]) -> Grid:
    say = reader.words.word
    columns = ("area.area", "area.in-office", "area.works")
    rows = tuple(
        (
            (reader.area_link(id),),
            tuple(_holder(reader, office) for office in office_holders(reader.corpus, id))
            or (Link(say("area.nobody")),),
            (Link(str(sum(work.original.get("/area") == id for work in works(reader.corpus).values()))),),
        )
        for id in areas
    )
    return Grid(say("sections.areas"), tuple(map(say, columns)), rows)


def _holder(reader: Reader, office: Office) -> Link:
    return reader.party_link(office.mandate.holder, role_name_of(reader, office.mandate.role))


def role_name_of(reader: Reader, role: str) -> str:
    """Return the name of a role in an area."""
    return reader.catalogue.commands.word(f"roles.{role}") if role in ROLES else role


def _page(reader: Reader, id: str) -> Page:
    say, corpus = reader.words.word, reader.corpus
    entry = corpus.reference.entry("area", id)
    dimension = str(entry.get("dimension") or "")
    offices = office_holders(corpus, id)
    parts: list[PagePart] = [
        *_vacancy(reader, id),
        Facts(((say("area.dimension"), (reader.area_link(dimension),)), *_names(reader, id))),
        Part(say("area.in-office"), "in-office"),
        office_grid(reader, offices),
        *timeline_of(reader, id),
    ]
    for kind in corpus.kinds.kinds.values():
        members = [work for work in works(corpus).values() if work.original.get("/area") == id and work.kind == kind]
        if members:
            parts += [Part(kind.plural[reader.language], kind.name), work_grid(reader, members, with_area=False)]
    measures = [name for name, entry in corpus.reference.all("measure").items() if entry.get("area") == id]
    if measures:
        parts += [
            Part(say("area.measures"), "measures"),
            Listed(tuple(Link(reader.measure(name)) for name in measures)),
        ]
    parts += [Part(say("due.title"), "due"), due_grid(reader, area=id)]
    feeds = (
        Link("Atom", f"{reader.language}/feeds/areas/{id}.atom", "application/atom+xml"),
        Link("ICS", f"{reader.language}/calendars/areas/{id}.ics", "text/calendar"),
    )
    trail = (reader.home(), reader.section("areas"))
    return Page(page_path("areas", id), reader.name("area", id), tuple(parts), trail, "areas", feeds=feeds)


def _vacancy(reader: Reader, id: str) -> Iterator[Notice]:
    for vacancy in vacancies(reader.corpus):
        if vacancy.area == id:
            key = "area.vacant" if vacancy.is_complete else "area.without-coordinator"
            since = reader.say("area.since", day=vacancy.since) if vacancy.since else ""
            yield Notice(" ".join(filter(None, (reader.words.word(key), since))))


def _names(reader: Reader, id: str) -> Iterator[tuple[str, Cell]]:
    names = reader.corpus.reference.names("area", id, reader.corpus.as_of)
    for language in reader.corpus.languages:
        if language != reader.language:
            yield reader.words.word("languages", language), (Link(names[language]),)


def office_grid(reader: Reader, offices: tuple[Office, ...], *, by_area: bool = False) -> Grid:
    """Lay out offices: who, in which role, from when to when, by which act."""
    say = reader.words.word
    first = "office.area" if by_area else "office.state"
    columns = tuple(map(say, (first, "office.role", "office.days", "office.basis")))
    rows = tuple(
        (
            (reader.area_link(office.mandate.area),) if by_area else (reader.party_link(office.mandate.holder),),
            (Link(role_name_of(reader, office.mandate.role)),),
            (Link(_days(reader, office)),),
            (reader.work_link(office.mandate.work, latest_symbol_of(office.mandate)),),
        )
        for office in offices
    )
    return Grid(say("area.in-office"), columns, rows, say("area.nobody"))


def _days(reader: Reader, office: Office) -> str:
    if office.known_as_of:
        return reader.say("office.known", day=office.known_as_of)
    return reader.labels.period(office.since, office.until)
