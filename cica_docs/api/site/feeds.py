"""What a reader subscribes to: feeds of acts and calendars of what falls due, of all, of an area, of a State."""

from collections.abc import Iterator

from cica_docs.api.act_rows import act_row, describe_act, name_in
from cica_docs.api.feeds.atom import Entry, Feed, format_feed, urn_of
from cica_docs.api.site.acts import Act, happened
from cica_docs.api.site.reader import Reader, safe_name_of
from cica_docs.render.data.works import organisation_name
from cica_docs.views.listing import holders_of
from cica_docs.views.obligations import ObligationFilters, list_obligations
from cica_docs.views.obligations_calendar import format_calendar

_MOST = 100
"""Entries of a feed."""


def feed_files(reader: Reader) -> Iterator[tuple[str, bytes]]:
    """Yield the path and bytes of each feed and calendar."""
    reference = reader.corpus.reference
    acts = tuple(happened(reader.corpus))
    yield from _files(reader, "all", reader.words.word("home.title"), acts, ObligationFilters())
    for id in reference.all("area"):
        of_area = tuple(act for act in acts if act.work.original.get("/area") == id)
        name = f"areas/{safe_name_of(id)}"
        yield from _files(reader, name, reader.name("area", id), of_area, ObligationFilters(area=id))
    for code in reference.all("state"):
        of_state = tuple(act for act in acts if code in (*act.parties, *holders_of(reader.corpus, act.work)))
        name = f"states/{safe_name_of(code)}"
        yield from _files(reader, name, reader.name("state", code), of_state, ObligationFilters(state=code))


def _files(
    reader: Reader, name: str, title: str, acts: tuple[Act, ...], filters: ObligationFilters
) -> Iterator[tuple[str, bytes]]:
    yield f"feeds/{name}.atom", _feed(reader, name, title, acts[:_MOST])
    yield f"calendars/{name}.ics", format_calendar(list_obligations(reader.corpus, reader.catalogue, filters))


def _feed(reader: Reader, name: str, title: str, acts: tuple[Act, ...]) -> bytes:
    corpus = reader.corpus
    organisation = str(corpus.reference.settings.get("organisation") or "")
    author = organisation_name(corpus, reader.language, corpus.as_of)
    id = urn_of(organisation, "site", reader.language, name)
    head = Feed(id, f"{title} · {author}", author, reader.language, corpus.as_of)
    return format_feed(head, (_entry(reader, act, organisation, name) for act in acts)).encode()


def _entry(reader: Reader, act: Act, organisation: str, name: str) -> Entry:
    described = describe_act(reader.labels, act.event.kind, act_row(act.event), name_in(reader.corpus, reader.labels))
    up = "../" * (name.count("/") + 2)
    return Entry(
        id=urn_of(organisation, act.work.name, *_identity(act)),
        title=act.work.title(reader.language),
        updated=act.event.on.first,
        category=act.event.kind,
        content=f"{reader.day(act.event.on)} · {described}",
        href=up + reader.work_link(act.work).href,
    )


def _identity(act: Act) -> tuple[str, ...]:
    """Return what tells an act from the others of its work."""
    return act.event.kind, act.event.on.text, *act.event.by, str(act.event.data.get("ref") or "")
