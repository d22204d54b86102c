"""Build the site of a register: every page in every language, the same bytes for the same register and day."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from cica_docs.api.printing.composer import EditionComposer
from cica_docs.api.printing.refusals import Refusal, refuse_unreadable, refuse_without_original
from cica_docs.api.site.areas import area_pages
from cica_docs.api.site.clauses import clause_pages
from cica_docs.api.site.data import data_files
from cica_docs.api.site.days import calendar_pages, day_pages
from cica_docs.api.site.feeds import feed_files
from cica_docs.api.site.home import home_pages
from cica_docs.api.site.lists import list_pages
from cica_docs.api.site.mandates import mandate_pages
from cica_docs.api.site.reader import PrintedFile, Reader
from cica_docs.api.site.search import search_index, search_pages
from cica_docs.api.site.states import body_pages, state_pages
from cica_docs.api.site.versions import compare_versions, comparison_pages, version_parts, versions_of
from cica_docs.api.site.works import Text, work_page, write_text
from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.labels import Labels
from cica_docs.i18n.messages import read_catalogue
from cica_docs.i18n.translated import read_translated
from cica_docs.i18n.words import Words
from cica_docs.register.works import Work, works
from cica_docs.render.data.works import organisation_name
from cica_docs.render.html.style import Words as PageWords
from cica_docs.render.html.style import read_page_words
from cica_docs.render.site.parts import Link, Page
from cica_docs.render.site.write import Frame, write_entrance, write_page
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.text.profile import profile_of
from cica_docs.values.language import Language
from cica_docs.values.output import Output

_SECTIONS = ("works", "areas", "states", "bodies", "mandates", "calendar", "clauses", "search")
_PAGES: tuple[Callable[[Reader], Iterator[Page]], ...] = (
    home_pages,
    list_pages,
    area_pages,
    state_pages,
    body_pages,
    mandate_pages,
    calendar_pages,
    day_pages,
    clause_pages,
    search_pages,
)


@dataclass(frozen=True, eq=False)
class Site:
    """The site of a register; `printed` are the files that its pages offer, by work."""

    corpus: Corpus
    templates: Snapshot
    commit: str
    printed: Mapping[str, Sequence[PrintedFile]]

    @cached_property
    def readers(self) -> tuple[Reader, ...]:
        """The languages of the site, those of the register."""
        return tuple(
            Reader(
                corpus=self.corpus,
                language=language,
                labels=self._labels[language],
                catalogue=read_catalogue(self.templates, language),
                words=self._words(language),
                printed=self.printed,
                commit=self.commit,
            )
            for language in self.corpus.languages
        )

    def _words(self, language: Language) -> Words:
        """Return the words of the site with the days of the printed pages, in the cases that its sentences ask for."""
        printed = self._labels[language].data
        dates = {key: printed[key] for key in ("dates", "cases", "periods")}
        return Labels(language, {**dates, **read_translated(self.templates.read, language, "site")})

    @cached_property
    def _labels(self) -> Mapping[Language, Labels]:
        read = self.templates.read
        return {language: Labels(language, read_translated(read, language, "labels")) for language in Language}

    @cached_property
    def _page_words(self) -> PageWords:
        return read_page_words(self.templates.read)

    @cached_property
    def refused(self) -> tuple[Refusal, ...]:
        """The works that have no page, since their original cannot be read."""
        names = dict.fromkeys(document.work for document in self.corpus.documents)
        return tuple(
            refusal
            for name in names
            if name not in works(self.corpus)
            for refusal in refuse_without_original(self.corpus, name)
        )

    def outputs(self) -> Iterator[Output]:
        """Yield the files of the site, those of each page in all languages together."""
        frames = {reader.language: self._frame(reader) for reader in self.readers}
        yield _output("index.html", self._entrance())
        for work, text in self._texts():
            comparisons = tuple(
                comparison
                for language in text.editions
                for comparison in compare_versions(versions_of(self.readers[0], work, language), text, self._page_words)
            )
            for reader in self.readers:
                frame = frames[reader.language]
                parts = tuple(version_parts(reader, work, comparisons))
                yield self._written(work_page(reader, work, text, parts), frame, work.name)
                for page in comparison_pages(reader, work, text, comparisons):
                    yield self._written(page, frame, work.name)
        for reader in self.readers:
            for pages in _PAGES:
                for page in pages(reader):
                    yield self._written(page, frames[reader.language])
            yield _output(f"{reader.language}/search-index.js", search_index(reader), language=reader.language)
            for path, content in feed_files(reader):
                yield _output(f"{reader.language}/{path}", content, language=reader.language)
        yield _output("search.js", self.templates.read("site/search.js"))
        for path, content in data_files(self.readers):
            yield _output(path, content)

    def _texts(self) -> Iterator[tuple[Work, Text]]:
        files = {path: self.templates.read(path) for path in self.templates.paths()}
        composer = EditionComposer(self.corpus, files, self._labels, self.commit)
        for work in works(self.corpus).values():
            editions = {
                language: composer.edition(work, language, {})
                for language in self.corpus.languages
                if language in work.documents and refuse_unreadable(self.corpus, work.documents[language]) is None
            }
            yield work, write_text(editions, self._page_words)

    def _written(self, page: Page, frame: Frame, work: str = "") -> Output:
        return _output(
            f"{frame.language}/{page.path}", write_page(page, frame, self.templates.read), work, frame.language
        )

    def _frame(self, reader: Reader) -> Frame:
        say = reader.words.word
        commit = reader.say("frame.commit", commit=self.commit[:12]) if self.commit else say("frame.uncommitted")
        return Frame(
            language=reader.language,
            organisation=organisation_name(self.corpus, reader.language, self.corpus.as_of),
            words=reader.words.part("frame.words"),
            sections=tuple(Link(say("sections", section), reader.address(section), section) for section in _SECTIONS),
            languages=tuple((language.value, profile_of(language).name) for language in self.corpus.languages),
            foot=(reader.say("frame.as-of", day=self.corpus.as_of, commit=commit),),
        )

    def _entrance(self) -> bytes:
        names = {
            reader.language: organisation_name(self.corpus, reader.language, self.corpus.as_of)
            for reader in self.readers
        }
        choices = [
            (
                reader.language.value,
                profile_of(reader.language).name,
                names[reader.language],
                reader.words.word("home.title"),
            )
            for reader in self.readers
        ]
        return write_entrance(choices, tuple(names.values()), self.templates.read)


def _output(path: str, content: bytes, work: str = "", language: str = "") -> Output:
    form = path.rpartition(".")[2]
    return Output(path, content, work, language, format=form, made_from=sha256(content).hexdigest())
