"""The page of a work: its status in words, its text in all languages, its acts, what it cites and what cites it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from cica_docs.api.site.acts import Act, act_grid
from cica_docs.api.site.citations import cited_by, cites
from cica_docs.api.site.reader import Reader, page_path, symbol_of
from cica_docs.documents.markdown.blocks import Block, Group, Heading, text_of
from cica_docs.register.events import events_of
from cica_docs.register.lifecycle import State, lifecycles
from cica_docs.register.works import Work, works
from cica_docs.render.edition import Edition
from cica_docs.render.html.page import WrittenRows, write_rows
from cica_docs.render.html.style import Words as PageWords
from cica_docs.render.site.parts import Cell, Facts, Grid, Link, Listed, Notice, Page, PagePart, Part, Written
from cica_docs.text.profile import profile_of
from cica_docs.translations.staleness import TranslationStatus, translations_of
from cica_docs.values.language import Language
from cica_docs.views.listing import holders_of

_APPLIES = frozenset({State.IN_FORCE, State.APPROVED, State.ON_RECORD})
"""The states in which a reader may rely on the text."""
_KILO = 1024


class Text(NamedTuple):
    """The text of a work as written once for the pages of all readers."""

    editions: Mapping[Language, Edition]
    written: WrittenRows


def write_text(editions: Mapping[Language, Edition], words: PageWords) -> Text:
    """Write the text of a work once; the pages of all readers hold the same rows."""
    return Text(editions, write_rows(tuple(editions.values()), words))


def work_page(reader: Reader, work: Work, text: Text, versions: tuple[PagePart, ...]) -> Page:
    """Compose the page of a work; `versions` is the part that lists its versions."""
    say = reader.words.word
    parts = [
        *_notices(reader, work),
        Facts(tuple(_facts(reader, work, text))),
        *_texts(reader, text),
        Part(say("work.acts"), "acts"),
        act_grid(reader, tuple(Act(work, event) for event in reversed(events_of(work.original))), with_work=False),
        *versions,
        *_links(reader, work),
        *_files(reader, work),
    ]
    return Page(
        page_path(f"works/{work.kind.name}", work.id),
        work.title(reader.language),
        tuple(parts),
        trail=(reader.home(), reader.section("works"), _kind_link(reader, work)),
        section="works",
        widths=text.written.widths,
        feeds=(Link("JSON-LD", f"data/works/{work.kind.name}/{work.id}.jsonld", "application/ld+json"),),
        has_own_title=text.written.has_title,
    )


def _kind_link(reader: Reader, work: Work) -> Link:
    return Link(work.kind.plural[reader.language], f"{reader.address('works')}#{work.kind.name}")


def _notices(reader: Reader, work: Work) -> Iterator[Notice]:
    """Yield what a reader must know before the text: that it is an example, and what it is on this day."""
    state = lifecycles(reader.corpus)[work.name].state
    later = [other for other in works(reader.corpus).values() if other.original.get("/revises/work") == work.name]
    if work.is_example:
        yield Notice(reader.words.word("work.example"), is_loud=True)
    yield Notice(
        reader.say("work.status", status=reader.status(work), day=reader.corpus.as_of),
        is_loud=state not in _APPLIES,
        links=tuple(reader.work_link(other, reader.words.word("work.changed-by")) for other in later),
    )
    for translation in translations_of(reader.corpus, work, tuple(work.documents)):
        if translation.status is not TranslationStatus.CURRENT:
            language = reader.words.word("languages", translation.language)
            yield Notice(reader.say(f"work.translation.{translation.status.value}", language=language))


def _facts(reader: Reader, work: Work, text: Text) -> Iterator[tuple[str, Cell]]:
    say = reader.words.word
    yield say("work.kind"), (_kind_link(reader, work)._replace(text=work.kind.title[reader.language]),)
    if symbol := symbol_of(work):
        yield say("work.symbol"), (Link(symbol),)
    if area := str(work.original.get("/area") or ""):
        yield say("work.area"), (reader.area_link(area),)
    if states := holders_of(reader.corpus, work):
        yield say("work.states"), reader.party_links(states)
    original = reader.corpus.reference.original
    yield say("work.original"), (Link(say("languages", original)),)
    if others := [say("languages", language) for language in text.editions if language != original]:
        yield say("work.translations"), tuple(map(Link, others))
    yield say("work.cite"), (Link(_citation(reader, work, symbol)),)


def _citation(reader: Reader, work: Work, symbol: str) -> str:
    commit = reader.say("work.commit", commit=reader.commit[:12]) if reader.commit else ""
    return ", ".join(filter(None, (work.title(reader.language), symbol, reader.status(work), commit)))


def _texts(reader: Reader, text: Text) -> Iterator[PagePart]:
    editions = text.editions
    if not editions:
        return
    shown = reader.language if reader.language in editions else next(iter(editions))
    headings = {language: tuple(_headings(edition.unmarked)) for language, edition in editions.items()}
    has_contents = all(len(links) > 1 for links in headings.values())
    yield Written(
        rows=text.written.rows,
        languages=tuple(Link(profile_of(language).name, language.value) for language in editions),
        shown=shown.value,
        layout=next(iter(editions.values())).layout,
        together=reader.words.word("work.together"),
        switch=reader.words.word("work.switch"),
        contents=tuple((language.value, links) for language, links in headings.items()) if has_contents else (),
        contents_title=reader.words.word("work.contents"),
        stamps=tuple((language.value, " · ".join(edition.marks)) for language, edition in editions.items()),
    )


def _headings(blocks: Iterable[Block]) -> Iterator[Link]:
    for block in blocks:
        if isinstance(block, Heading) and block.id and block.level > 1:
            yield Link(text_of((block,)), f"#{block.id}")
        elif isinstance(block, Group):
            yield from _headings(block.blocks)


def _links(reader: Reader, work: Work) -> Iterator[PagePart]:
    for key, linked in (("cites", cites(reader.corpus, work)), ("cited-by", cited_by(reader.corpus, work))):
        entries = tuple(_citation_link(reader, category, name) for category, name in linked)
        if entries:
            yield Part(reader.words.word("work", key), key)
            yield Listed(entries)


def _citation_link(reader: Reader, category: str, name: str) -> Link:
    match category:
        case "work":
            work = works(reader.corpus)[name]
            return reader.work_link(work, work.kind.title[reader.language])
        case "clause":
            return Link(reader.clauses.clause_name_of(name), reader.address("clauses", name))
        case "measure":
            area = str(reader.corpus.reference.entry("measure", name).get("area") or "")
            href = f"{reader.address('areas', area)}#measures" if area in reader.corpus.reference.all("area") else ""
            return Link(reader.measure(name), href, reader.words.word("work.measure"))
        case _:
            return Link(reader.meeting_name(name), reader.address("meetings", name))


def _files(reader: Reader, work: Work) -> Iterator[PagePart]:
    files = reader.printed.get(work.name, ())
    if not files:
        return
    say = reader.words.word
    yield Part(say("files.title"), "files")
    rows = tuple(
        (
            (Link(f"{_language_of(reader, file.language)}, {file.format.upper()}", file.href),),
            (Link(_count(file.pages)),),
            (Link(reader.say("files.kilobytes", number=max(1, round(file.size / _KILO)))),),
            (Link(file.sha256),),
        )
        for file in files
    )
    columns = ("files.file", "files.pages", "files.size", "files.checksum")
    yield Grid(say("files.title"), tuple(map(say, columns)), rows)


def _language_of(reader: Reader, language: str) -> str:
    if language in Language:
        return reader.words.word("languages", language)
    return reader.words.word("files.parallel" if language else "files.all")


def _count(pages: int) -> str:
    return str(pages) if pages else ""
