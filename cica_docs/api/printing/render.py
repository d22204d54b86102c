"""Print a corpus: works to files."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from cica_docs.api.printing.bundle import Bundled
from cica_docs.api.printing.composer import EditionComposer
from cica_docs.api.printing.refusals import (
    Refusal,
    refuse_unplaceable,
    refuse_unreadable,
    refuse_unwritten,
    refuse_without_original,
)
from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.labels import Labels
from cica_docs.i18n.translated import read_translated
from cica_docs.register.letters import letters
from cica_docs.register.works import Work, works
from cica_docs.render.data.coordinators import build_coordination_rows
from cica_docs.render.data.works import organisation_name
from cica_docs.render.edition import Edition
from cica_docs.render.pages.coordinators import compose_coordinators
from cica_docs.render.pages.parallel import compose_parallel
from cica_docs.render.print_jobs import Job, Progress, RenderPool, Unchanged, make_edition_job, print_jobs_of
from cica_docs.render.writers import DEFAULT_FORMATS, PAGED_FORMAT
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language
from cica_docs.values.output import Output

LISTS = ("coordinators",)


@dataclass(frozen=True)
class PrintRequest:
    """What to print: works by name (none: all, and the lists), formats, languages, whether side by side, from where."""

    works: tuple[str, ...] = ()
    formats: tuple[str, ...] = DEFAULT_FORMATS
    languages: tuple[Language, ...] = tuple(Language)
    parallel: bool = True
    commit: str | None = None
    """The commit that holds exactly these files, "" if none does; None if pages are not to say it."""


@dataclass(frozen=True)
class PrintResult:
    """What was printed, and what was refused."""

    outputs: tuple[Output, ...]
    refused: tuple[Refusal, ...]
    editions: Mapping[str, Mapping[Language, Edition]] = field(default_factory=dict)

    def joined(self, bundled: Bundled) -> "PrintResult":
        """Add bundles of what was printed."""
        return replace(self, outputs=(*self.outputs, *bundled.outputs), refused=(*self.refused, *bundled.refused))

    def without(self, unplaced: Mapping[str, Failure], corpus: Corpus) -> "PrintResult":
        """Drop the files that could not be put in place, and refuse them too."""
        placed = tuple(output for output in self.outputs if output.path not in unplaced)
        refused = [
            refuse_unplaceable(corpus, output, unplaced[output.path])
            for output in self.outputs
            if output.path in unplaced
        ]
        return replace(self, outputs=placed, refused=(*self.refused, *refused))


class PrintRun:
    """One printing of a corpus with the tool's templates."""

    def __init__(
        self, corpus: Corpus, templates: Snapshot, wanted: PrintRequest, unchanged: Unchanged, progress: Progress
    ) -> None:
        self.corpus = corpus
        self.wanted = wanted
        self.files = {path: templates.read(path) for path in templates.paths()}
        self.pool = RenderPool(self.files, unchanged, progress)
        self.refused: dict[str, Refusal] = {}
        """Versions that cannot be read, by path."""
        self.editions: dict[str, dict[Language, Edition]] = {}

    @cached_property
    def labels(self) -> Mapping[Language, Labels]:
        """The printed words of each language."""
        return {
            language: Labels(language, read_translated(self.files.__getitem__, language, "labels"))
            for language in Language
        }

    @cached_property
    def composer(self) -> EditionComposer:
        """What composes the editions."""
        return EditionComposer(self.corpus, self.files, self.labels, self.wanted.commit)

    def run(self) -> PrintResult:
        """Print everything, letters last, because they state the pages of their enclosures."""
        with self.pool:
            outputs = self._outputs()
        refused = [
            *self.refused.values(),
            *(refuse_unwritten(self.corpus, unwritten) for unwritten in self.pool.unwritten),
        ]
        return PrintResult(tuple(outputs), tuple(refused), self.editions)

    def run_lists(self) -> list[Output]:
        """Print the lists alone."""
        with self.pool:
            return self.pool.write(list(self._lists()))

    def _outputs(self) -> list[Output]:
        chosen = list(self._chosen())
        last = {letter.work.name for letter in letters(self.corpus)}
        first = [job for work in chosen if work.name not in last for job in self._jobs(work, {})]
        listed = list(self._lists()) if not self.wanted.works else []
        enclosed = self._enclosed([work for work in chosen if work.name in last], {work.name for work in chosen})
        expected = sum(len(list(self._languages(work))) for work in chosen if work.name in last)
        self.pool.total = len(first) + len(listed) + len(enclosed) + expected * len(self.wanted.formats)
        outputs = self.pool.write([*first, *listed])
        counted = [*outputs, *self.pool.write(enclosed)]
        pages = _pages(counted)
        letter_jobs = [job for work in chosen if work.name in last for job in self._jobs(work, pages)]
        self.pool.total = len(first) + len(listed) + len(enclosed) + len(letter_jobs)
        outputs += self.pool.write(letter_jobs)
        return outputs

    def _chosen(self) -> Iterator[Work]:
        """Yield the works to print; refuse each whose original cannot be read."""
        for name in self.wanted.works or dict.fromkeys(document.work for document in self.corpus.documents):
            work = works(self.corpus).get(name)
            if work is None:
                self.refused |= {refusal.place.path: refusal for refusal in refuse_without_original(self.corpus, name)}
            else:
                yield work

    def _enclosed(self, chosen: Iterable[Work], printed: set[str]) -> list[Job]:
        """Return a job for each enclosure that is not printed itself, so that its pages can be counted."""
        names = {letter.work.name: [name for name, _ in letter.enclosed] for letter in letters(self.corpus)}
        missing: dict[str, Job] = {}
        for work in chosen:
            for name in names[work.name]:
                enclosed = works(self.corpus).get(name)
                if enclosed is None or (name in printed and PAGED_FORMAT in self.wanted.formats):
                    continue
                for language in self._languages(enclosed):
                    edition = self.composer.edition(enclosed, language, {})
                    missing[edition.name] = make_edition_job(edition, PAGED_FORMAT, str(language))
        return list(missing.values())

    def _jobs(self, work: Work, pages: Mapping[str, Mapping[str, int]]) -> Iterator[Job]:
        languages = list(self._languages(work))
        editions = {
            language: self.composer.edition(work, language, pages.get(str(language), {})) for language in languages
        }
        self.editions[work.name] = editions
        parallel = None
        if self.wanted.parallel and len(languages) > 1:
            sides = [self.composer.page_data(work, language, pages.get(str(language), {})) for language in languages]
            joined = compose_parallel(sides, self.composer.plan(work.kind.name))
            parallel = replace(joined, commit=editions[languages[0]].commit, proof=editions[languages[0]].proof)
        return print_jobs_of(work.name, tuple(editions.values()), parallel, self.wanted.formats)

    def _lists(self) -> Iterator[Job]:
        """Yield the files of the list of coordinators and co-coordinators."""
        editions = {}
        for language in self.wanted.languages:
            rows = build_coordination_rows(self.corpus, language)
            name = organisation_name(self.corpus, language, self.corpus.as_of)
            listed = compose_coordinators(rows, self.labels[language], name, self.corpus.as_of)
            editions[language] = replace(listed, commit=self.wanted.commit or "")
        self.editions["coordinators"] = editions
        return print_jobs_of("coordinators", tuple(editions.values()), None, self.wanted.formats)

    def _languages(self, work: Work) -> Iterator[Language]:
        for language in self.wanted.languages:
            document = work.documents.get(language)
            if document is None:
                continue
            refusal = refuse_unreadable(self.corpus, document)
            if refusal is None:
                yield language
            else:
                self.refused[document.path] = refusal


def _pages(outputs: Iterable[Output]) -> dict[str, dict[str, int]]:
    """Count the pages of each printed work by language."""
    pages: dict[str, dict[str, int]] = {}
    for output in outputs:
        if output.format == PAGED_FORMAT:
            pages.setdefault(output.language, {})[output.work] = output.pages
    return pages
