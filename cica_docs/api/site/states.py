"""The pages of Member States and observers, of bodies, and of meetings."""

from collections.abc import Iterator

from cica_docs.api.site.acts import act_grid, happened
from cica_docs.api.site.dues import due_grid
from cica_docs.api.site.lists import work_grid
from cica_docs.api.site.mandates import mandates_of_state
from cica_docs.api.site.reader import Reader, page_path
from cica_docs.register.works import works
from cica_docs.render.site.parts import Cell, Facts, Grid, Link, Listed, Page, PagePart, Part
from cica_docs.values.day import parse_partial_date
from cica_docs.views.listing import holders_of


def state_pages(reader: Reader) -> Iterator[Page]:
    """Yield the list of States, Member States first, and the page of each."""
    reference, say = reader.corpus.reference, reader.words.word
    members = reference.members(reader.corpus.as_of)
    others = tuple(code for code in reference.all("state") if code not in members)
    parts: list[PagePart] = [Part(say("state.members"), "members"), Listed(reader.party_links(members))]
    if others:
        parts += [Part(say("state.others"), "others"), Listed(reader.party_links(others))]
    yield Page(page_path("states"), say("sections.states"), tuple(parts), (reader.home(),), "states")
    for code in reference.all("state"):
        yield _state(reader, code)


def _state(reader: Reader, code: str) -> Page:
    say, corpus = reader.words.word, reader.corpus
    own = [work for work in works(corpus).values() if code in holders_of(corpus, work)]
    parts: list[PagePart] = [
        Facts(tuple(_state_facts(reader, code))),
        *mandates_of_state(reader, code),
        Part(say("state.works"), "works"),
        work_grid(reader, own),
        Part(say("due.title"), "due"),
        due_grid(reader, state=code),
    ]
    feeds = (
        Link("Atom", f"{reader.language}/feeds/states/{code.lower()}.atom", "application/atom+xml"),
        Link("ICS", f"{reader.language}/calendars/states/{code.lower()}.ics", "text/calendar"),
    )
    trail = (reader.home(), reader.section("states"))
    return Page(page_path("states", code), reader.name("state", code), tuple(parts), trail, "states", feeds=feeds)


def _state_facts(reader: Reader, code: str) -> Iterator[tuple[str, Cell]]:
    entry = reader.corpus.reference.entry("state", code)
    for key in ("member", "observer"):
        spells = entry.get(key)
        if isinstance(spells, list) and spells:
            yield reader.words.word("state", key), tuple(Link(_spell(reader, spell)) for spell in spells)
    names = reader.corpus.reference.names("state", code, reader.corpus.as_of)
    for language in reader.corpus.languages:
        if language != reader.language:
            yield reader.words.word("languages", language), (Link(names[language]),)


def _spell(reader: Reader, spell: object) -> str:
    """Return a period of membership, and how sure its beginning is."""
    if not isinstance(spell, dict):
        return str(spell)
    if known := spell.get("as_of"):
        return reader.say("office.known", day=str(known))
    period = reader.labels.period(str(spell.get("from") or "") or None, str(spell.get("until") or "") or None)
    confidence = str(spell.get("confidence") or "certain")
    return period if confidence == "certain" else f"{period} ({reader.words.word('state.confidence', confidence)})"


def body_pages(reader: Reader) -> Iterator[Page]:
    """Yield the list of bodies and meetings, and the page of each."""
    say, reference = reader.words.word, reader.corpus.reference
    bodies = tuple(reference.all("body"))
    parts = (
        Part(say("body.bodies"), "bodies"),
        Listed(reader.party_links(bodies)),
        Part(say("body.meetings"), "meetings"),
        _meeting_grid(reader, tuple(reference.all("meeting"))),
    )
    yield Page(page_path("bodies"), say("sections.bodies"), parts, (reader.home(),), "bodies")
    for id in bodies:
        yield _body(reader, id)
    for id in reference.all("meeting"):
        yield _meeting(reader, id)


def _meeting_grid(reader: Reader, ids: tuple[str, ...]) -> Grid:
    say, reference = reader.words.word, reader.corpus.reference
    latest_first = sorted(ids, key=lambda id: _first_day(reader, id), reverse=True)
    rows = tuple(
        (
            (Link(_meeting_days(reader, id), reader.address("meetings", id)),),
            (reader.party_link(str(reference.entry("meeting", id).get("body") or "")),),
        )
        for id in latest_first
    )
    return Grid(say("body.meetings"), (say("body.held"), say("body.body")), rows, say("body.no-meetings"))


def _first_day(reader: Reader, id: str) -> str:
    entry = reader.corpus.reference.entry("meeting", id)
    return str(entry.get("on") or entry.get("from") or "")


def _meeting_days(reader: Reader, id: str) -> str:
    entry = reader.corpus.reference.entry("meeting", id)
    if entry.get("on"):
        return reader.day(str(entry["on"]))
    return reader.labels.period(str(entry.get("from") or "") or None, str(entry.get("to") or "") or None)


def _body(reader: Reader, id: str) -> Page:
    say, corpus = reader.words.word, reader.corpus
    meetings = tuple(name for name, entry in corpus.reference.all("meeting").items() if entry.get("body") == id)
    parts: list[PagePart] = []
    if meetings:
        parts += [Part(say("body.meetings"), "meetings"), _meeting_grid(reader, meetings)]
    acts = tuple(act for act in happened(corpus) if id in act.parties)
    parts += [Part(say("body.acts"), "acts"), act_grid(reader, acts)]
    trail = (reader.home(), reader.section("bodies"))
    return Page(page_path("bodies", id), reader.name("body", id), tuple(parts), trail, "bodies")


def _meeting(reader: Reader, id: str) -> Page:
    say, corpus = reader.words.word, reader.corpus
    entry = corpus.reference.entry("meeting", id)
    body = str(entry.get("body") or "")
    days = parse_partial_date(str(entry.get("on") or entry.get("from") or ""))
    last = parse_partial_date(str(entry.get("to") or "")) or days
    acts = tuple(
        act
        for act in happened(corpus)
        if body in act.parties and days and last and days.first <= act.event.on.first <= last.last
    )
    parts: tuple[PagePart, ...] = (
        Facts(
            (
                (say("body.body"), (reader.party_link(body),)),
                (say("body.held"), (Link(_meeting_days(reader, id)),)),
                (say("work.symbol"), (Link(str(entry.get("symbol") or "")),)),
            )[: 3 if entry.get("symbol") else 2]
        ),
        Part(say("body.done"), "acts"),
        act_grid(reader, acts),
    )
    title = f"{reader.party(body)}, {_meeting_days(reader, id)}"
    return Page(page_path("meetings", id), title, parts, (reader.home(), reader.section("bodies")), "bodies")
