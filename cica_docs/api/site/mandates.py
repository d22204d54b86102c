"""The register of mandates: who served in which area when, as a picture and as a table, with the gaps."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from cica_docs.api.site.reader import Reader, page_path
from cica_docs.register.mandates.mandates import Mandate, mandates
from cica_docs.register.mandates.service import Service, services
from cica_docs.render.site.parts import Cell, Drawing, Grid, Link, Page, PagePart, Paragraphs, Part
from cica_docs.render.site.timeline import Bar, Lane, draw_timeline
from cica_docs.values.role import ACTING, COORDINATOR, ROLES

_KINDS = {COORDINATOR: "held", ACTING: "acting"}


def mandate_pages(reader: Reader) -> Iterator[Page]:
    """Yield the page of all mandates."""
    say = reader.words.word
    parts: tuple[PagePart, ...] = (
        Paragraphs((reader.say("mandates.about", day=reader.corpus.as_of),)),
        Drawing(_drawing(reader, tuple(mandates(reader.corpus)), by_area=True)),
        Part(say("mandates.table"), "table"),
        _grid(reader, tuple(mandates(reader.corpus)), by_area=True),
    )
    yield Page(page_path("mandates"), say("sections.mandates"), parts, (reader.home(),), "mandates")


def timeline_of(reader: Reader, area: str) -> Iterator[PagePart]:
    """Yield the picture and the table of the services in an area."""
    held = tuple(mandate for mandate in mandates(reader.corpus) if mandate.area == area)
    if held:
        yield Part(reader.words.word("mandates.past"), "mandates")
        yield Drawing(_drawing(reader, held, by_area=False))
        yield _grid(reader, held, by_area=False)


def mandates_of_state(reader: Reader, state: str) -> Iterator[PagePart]:
    """Yield the table of the mandates of a State."""
    held = tuple(mandate for mandate in mandates(reader.corpus) if mandate.holder == state)
    if held:
        yield Part(reader.words.word("sections.mandates"), "mandates")
        yield _grid(reader, held, by_area=True)


def _service_of(reader: Reader, mandate: Mandate) -> Service | None:
    by_mandate = {service.mandate.work.name: service for service in services(reader.corpus)}
    return by_mandate.get(mandate.work.name)


def _drawing(reader: Reader, held: Sequence[Mandate], *, by_area: bool) -> Markup:
    lanes: dict[tuple[str, str], list[Bar]] = {}
    order = {area: number for number, area in enumerate(reader.corpus.reference.all("area"))}
    for mandate in sorted(
        held, key=lambda each: (order.get(each.area, len(order)), each.role not in _KINDS, each.work.id)
    ):
        if bar := _bar(reader, mandate):
            whose = reader.area_link(mandate.area).text if by_area else reader.party(mandate.holder)
            # Those who support a Coordinator serve beside it, each in a lane of its own.
            beside = mandate.role not in _KINDS
            label = f"{reader.party(mandate.holder)}, {_role(reader, mandate)}" if beside else whose
            lanes.setdefault((mandate.area, label), []).append(bar)
    drawn = tuple(Lane(label, tuple(bars)) for (_, label), bars in lanes.items())
    return draw_timeline(drawn, reader.corpus.as_of, reader.words.word("mandates.picture"))


def _bar(reader: Reader, mandate: Mandate) -> Bar | None:
    label = f"{reader.party(mandate.holder)}, {_role(reader, mandate)}: {_days(reader, mandate)}"
    service = _service_of(reader, mandate)
    if service is not None:
        kind = _KINDS.get(mandate.role, "supporting")
        return Bar(service.period.first, None if service.is_open else service.period.last, label, kind)
    known = mandate.known_as_of
    return Bar(known.first, known.last, label, "known") if known else None


def _grid(reader: Reader, held: Sequence[Mandate], *, by_area: bool) -> Grid:
    say = reader.words.word
    keys = ("office.area", "office.state", "office.role", "office.days", "office.basis")
    columns = tuple(map(say, keys if by_area else keys[1:]))
    rows = tuple(_row(reader, mandate, by_area=by_area) for mandate in sorted(held, key=_first_day, reverse=True))
    return Grid(say("mandates.table"), columns, rows)


def _first_day(mandate: Mandate) -> str:
    known = mandate.known_as_of
    return known.text if known else str(mandate.lifecycle.period.first if mandate.lifecycle.period else "")


def _row(reader: Reader, mandate: Mandate, *, by_area: bool) -> tuple[Cell, ...]:
    state = (reader.party_link(mandate.holder),)
    rest: tuple[Cell, ...] = (
        (Link(_role(reader, mandate)),),
        (Link(_days(reader, mandate)),),
        (reader.work_link(mandate.work),),
    )
    return ((reader.area_link(mandate.area),), state, *rest) if by_area else (state, *rest)


def _role(reader: Reader, mandate: Mandate) -> str:
    return reader.catalogue.commands.word(f"roles.{mandate.role}") if mandate.role in ROLES else mandate.role


def _days(reader: Reader, mandate: Mandate) -> str:
    service = _service_of(reader, mandate)
    if service is None:
        known = mandate.known_as_of
        return reader.say("office.known", day=known) if known else reader.words.word("office.not-yet")
    return reader.labels.period(service.period.first, None if service.is_open else service.period.last)
