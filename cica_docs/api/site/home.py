"""The first page, and the pages that say what is new, how a text is verified, and what is not known."""

from collections.abc import Iterator

from cica_docs.api.site.acts import act_grid, happened
from cica_docs.api.site.dues import due_grid
from cica_docs.api.site.lists import work_grid
from cica_docs.api.site.reader import Reader, page_path
from cica_docs.register.lifecycle import State, lifecycles
from cica_docs.register.mandates.offices import vacancies
from cica_docs.register.works import Work, works
from cica_docs.render.site.parts import Facts, Link, Listed, Page, PagePart, Paragraphs, Part

_FEW = 8
_NEW = 100


def home_pages(reader: Reader) -> Iterator[Page]:
    """Yield the first page of a language, and what is new."""
    say = reader.words.word
    parts: list[PagePart] = [Paragraphs((say("home.about"),)), Facts(tuple(_figures(reader)))]
    for key, state in (("home.in-force", State.IN_FORCE), ("home.open", State.CIRCULATED)):
        members = _in_state(reader, state)
        parts += [Part(say(key), key.partition(".")[2]), work_grid(reader, members[:_FEW])]
        if len(members) > _FEW:
            parts.append(Listed((Link(reader.say("home.all", number=len(members)), reader.address("works")),)))
    parts += [Part(say("due.title"), "due"), due_grid(reader, most=_FEW)]
    parts.append(Listed((Link(say("home.calendar"), reader.address("calendar")),)))
    latest = tuple(act for act, _ in zip(happened(reader.corpus), range(_FEW), strict=False))
    parts += [Part(say("home.new"), "new"), act_grid(reader, latest)]
    parts.append(Listed((Link(say("home.all-new"), reader.address("new")),)))
    feeds = (Link("Atom", f"{reader.language}/feeds/all.atom", "application/atom+xml"),)
    yield Page("index.html", say("home.title"), tuple(parts), section="home", feeds=feeds)
    newest = tuple(act for act, _ in zip(happened(reader.corpus), range(_NEW), strict=False))
    yield Page(page_path("new"), say("home.new"), (act_grid(reader, newest),), (reader.home(),), "home", feeds=feeds)
    yield Page(
        page_path("verify"), say("verify.title"), (Paragraphs(reader.words.lines("verify.text")),), (reader.home(),)
    )
    yield Page(page_path("not-known"), say("not-known.title"), _not_known(reader), (reader.home(),))


def _in_state(reader: Reader, state: State) -> list[Work]:
    cycles = lifecycles(reader.corpus)
    return [
        work
        for name, work in works(reader.corpus).items()
        if cycles[name].state is state and work.kind.name != "decision"
    ]


def _figures(reader: Reader) -> Iterator[tuple[str, tuple[Link, ...]]]:
    say, corpus = reader.words.word, reader.corpus
    yield say("home.works"), (Link(str(len(works(corpus))), reader.address("works")),)
    areas = corpus.reference.all("area")
    served = len(areas) - sum(1 for vacancy in vacancies(corpus))
    yield (
        say("home.areas"),
        (Link(reader.say("home.served", served=served, areas=len(areas)), reader.address("areas")),),
    )
    yield say("home.members"), (Link(str(len(corpus.reference.members(corpus.as_of))), reader.address("states")),)


def _not_known(reader: Reader) -> tuple[PagePart, ...]:
    """Say what is recorded as not known: areas nobody is known to serve in, mandates without a term."""
    say, corpus = reader.words.word, reader.corpus
    known_only = [work for work in works(corpus).values() if work.is_known_only]
    vacant = tuple(reader.area_link(vacancy.area) for vacancy in vacancies(corpus) if vacancy.is_complete)
    return (
        Paragraphs((say("not-known.about"),)),
        Part(say("not-known.areas"), "areas"),
        Listed(vacant, say("not-known.none")),
        Part(say("not-known.reports"), "reports"),
        work_grid(reader, known_only),
    )
