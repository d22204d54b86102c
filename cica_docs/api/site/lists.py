"""The lists of works: by kind, by area, by title, by symbol."""

from collections.abc import Iterable, Iterator

from cica_docs.api.site.reader import Reader, page_path, symbol_of
from cica_docs.register.works import Work, works
from cica_docs.render.site.parts import Grid, Link, Listed, Page, PagePart, Part


def work_grid(reader: Reader, members: Iterable[Work], *, with_area: bool = True) -> Grid:
    """Lay out works: title, status, symbol and, unless the page is of an area, the area."""
    say = reader.words.word
    columns = ("list.title", "list.status", "list.symbol", *(("list.area",) if with_area else ()))
    rows = []
    for work in sorted(members, key=lambda each: reader.sort_key(each.title(reader.language))):
        area = str(work.original.get("/area") or "")
        note = say("list.example") if work.is_example else ""
        cells = [
            (reader.work_link(work, note),),
            (Link(reader.status(work)),),
            (Link(symbol_of(work)),),
        ]
        rows.append(tuple([*cells, (reader.area_link(area),)] if with_area else cells))
    return Grid(say("list.caption"), tuple(map(say, columns)), tuple(rows), say("list.none"))


def list_pages(reader: Reader) -> Iterator[Page]:
    """Yield the list of works by kind, the list by title, and the list of symbols."""
    say, corpus = reader.words.word, reader.corpus
    everything = tuple(works(corpus).values())
    parts: list[PagePart] = [
        Listed(
            (
                Link(say("list.by-title"), reader.address("titles")),
                Link(say("list.by-symbol"), reader.address("symbols")),
            )
        )
    ]
    for kind in corpus.kinds.kinds.values():
        members = [work for work in everything if work.kind.name == kind.name]
        if members:
            parts += [Part(kind.plural[reader.language], kind.name), work_grid(reader, members)]
    trail = (reader.home(),)
    below = (*trail, reader.section("works"))
    yield Page(page_path("works"), say("sections.works"), tuple(parts), trail, "works")
    yield Page(page_path("titles"), say("list.by-title"), _by_letter(reader, everything), below, "works")
    yield Page(page_path("symbols"), say("list.by-symbol"), (_symbols(reader, everything),), below, "works")


def _by_letter(reader: Reader, everything: tuple[Work, ...]) -> tuple[PagePart, ...]:
    by_letter: dict[str, list[Link]] = {}
    for work in sorted(everything, key=lambda each: reader.sort_key(each.title(reader.language))):
        title = work.title(reader.language)
        letter = next((character.upper() for character in title if character.isalnum()), "#")
        by_letter.setdefault(letter, []).append(reader.work_link(work, reader.status(work)))
    return tuple(
        part for letter, links in by_letter.items() for part in (Part(letter, f"letter-{letter}"), Listed(tuple(links)))
    )


def _symbols(reader: Reader, everything: tuple[Work, ...]) -> Grid:
    say = reader.words.word
    bearing = sorted((work for work in everything if symbol_of(work)), key=symbol_of)
    rows = tuple(
        ((Link(symbol_of(work)),), (reader.work_link(work),), (Link(reader.status(work)),)) for work in bearing
    )
    columns = tuple(map(say, ("list.symbol", "list.title", "list.status")))
    return Grid(say("list.by-symbol"), columns, rows, say("list.none"))
