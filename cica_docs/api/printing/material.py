"""Material that is composed from the register, is no work of it, and is printed as one."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence

from cica_docs.api.printing.refusals import Refusal, refuse_unwritten
from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.labels import Labels, read_labels
from cica_docs.render.edition import Edition
from cica_docs.render.pages.parallel import join_editions
from cica_docs.render.print_jobs import Job, Progress, RenderPool, Unchanged, print_jobs_of
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.values.language import Language
from cica_docs.values.output import Output


class Material(ABC):
    """The printing of one piece of material with the tool's templates into a folder of its own."""

    def __init__(self, corpus: Corpus, templates: Snapshot, folder: str) -> None:
        self.corpus = corpus
        self.folder = folder
        self.refused: tuple[Refusal, ...] = ()
        self.files = {path: templates.read(path) for path in templates.paths()}
        self.labels: Mapping[Language, Labels] = {language: read_labels(templates, language) for language in Language}

    @abstractmethod
    def edition(self, language: Language) -> Edition:
        """Compose the document of one language."""

    def jobs(self, formats: Sequence[str], languages: tuple[Language, ...], *, parallel: bool) -> Iterator[Job]:
        """Yield the files to write."""
        editions = [self.edition(language) for language in languages]
        together = (
            join_editions(editions, [self.labels[language] for language in languages])
            if parallel and len(editions) > 1
            else None
        )
        return print_jobs_of(self.folder, editions, together, formats)

    def write(self, jobs: list[Job], unchanged: Unchanged, progress: Progress) -> list[Output]:
        """Write the files in the order of the jobs; those that cannot be written go to `refused`."""
        with RenderPool(self.files, unchanged, progress) as pool:
            pool.total = len(jobs)
            outputs = pool.write(jobs)
        self.refused = tuple(refuse_unwritten(self.corpus, unwritten) for unwritten in pool.unwritten)
        return outputs
