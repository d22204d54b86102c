"""The languages of a work in columns, paragraph beside paragraph, with marks at what does not follow the original."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cica_docs.api.printing.composer import EditionComposer
from cica_docs.api.printing.material import Material
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.markdown.blocks import Block
from cica_docs.register.works import works
from cica_docs.render.edition import Edition
from cica_docs.render.pages.build import make_group
from cica_docs.render.pages.compose import compose
from cica_docs.render.pages.parallel import join_editions
from cica_docs.render.pages.stale_marks import mark_stale
from cica_docs.render.print_jobs import Job, print_jobs_of
from cica_docs.render.writers import WRITERS, Scope
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.translations.staleness import staleness_notice_of, translation_of
from cica_docs.values.language import Language


class LanguageColumns(Material):
    """The printing of a work's languages side by side; unlike a parallel edition it marks final texts too."""

    def __init__(self, corpus: Corpus, templates: Snapshot, name: str) -> None:
        super().__init__(corpus, templates, f"languages/{name}")
        self.work = works(corpus)[name]
        self._composer = EditionComposer(corpus, self.files, self.labels)

    def edition(self, language: Language) -> Edition:
        """Compose the text of one language, with what a reader must know of it above."""
        edition = self._column(language, in_columns=False)
        return replace(edition, unmarked=(*self._notices((language,)), *edition.unmarked))

    def jobs(self, formats: Sequence[str], languages: tuple[Language, ...], *, parallel: bool) -> Iterator[Job]:  # noqa: ARG002 - it is always parallel
        """Yield the files to write: one for each format, with all languages in it."""
        columns = [self._column(language, in_columns=True) for language in languages]
        together = join_editions(columns, [self.labels[language] for language in languages])
        together = replace(
            together, name=f"{self.folder}/parallel", unmarked=(*self._notices(languages), *together.unmarked)
        )
        yield from print_jobs_of(self.folder, (), together, formats)
        whole = [name for name in formats if WRITERS[name].scope is Scope.WORK]
        if whole:
            yield from print_jobs_of(self.folder, [self.edition(language) for language in languages], None, whole)

    def _column(self, language: Language, *, in_columns: bool) -> Edition:
        page = self._composer.page_data(self.work, language, {})
        page = replace(page, in_columns=in_columns, stale=(), stale_notice="")
        edition = compose(page, self._composer.plan(self.work.kind.name))
        lines, _ = self._staleness(language)
        mark = self.labels[language].word("marks", "stale")
        return replace(edition, name=f"{self.folder}/{language}", unmarked=mark_stale(edition.unmarked, lines, mark))

    def _notices(self, languages: Sequence[Language]) -> Iterator[Block]:
        for language in languages:
            labels = self.labels[language]
            _, notice = self._staleness(language)
            if notice:
                yield make_group("notice", labels.sentence("notices", notice, mark=labels.word("marks", "stale")))

    def _staleness(self, language: Language) -> tuple[tuple[int, ...], str]:
        document = self.work.documents[language]
        if document is self.work.original or not document.is_readable:
            return (), ""
        return staleness_notice_of(translation_of(self.corpus, self.work, language))
