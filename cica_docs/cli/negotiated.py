"""Print works under negotiation as a view shows them, for `cica render --as`."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from cica_docs.api.negotiation.views import NegotiatedWork, open_works, view_named
from cica_docs.api.printing.publication import build_manifest
from cica_docs.api.printing.refusals import Refusal, refuse_without_original
from cica_docs.cli.output_folder import OutputFolder
from cica_docs.cli.printing import Progress
from cica_docs.cli.publishing import refuse
from cica_docs.cli.register import OpenedRegister
from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.messages import Catalogue
from cica_docs.register.open import packaged_templates
from cica_docs.register.works import works
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language
from cica_docs.values.output import Output
from cica_docs.values.span import Place, Span

_MOST_NAMED = 8


class View:
    """A printing of works as a view shows them: those named, else all with text in brackets."""

    def __init__(self, opened: OpenedRegister, corpus: Corpus, view: str, names: Sequence[str]) -> None:
        self.opened = opened
        self.corpus = corpus
        self.view = view_named(corpus, view)
        self.names = tuple(names) or open_works(corpus)
        if not self.names:
            raise Failure("nothing-open")

    def write(
        self,
        formats: Sequence[str],
        languages: tuple[Language, ...],
        output: Path,
        catalogue: Catalogue,
        *,
        parallel: bool,
    ) -> int:
        """Write the files and a manifest of their own; return the exit status.

        A text that is still open is not printed as clean: the places are named.
        """
        progress = Progress(catalogue)
        refused: list[Refusal] = []
        outputs: list[Output] = []
        with OutputFolder(output, catalogue) as folder:
            for name in self.names:
                if name not in works(self.corpus):
                    refused += refuse_without_original(self.corpus, name)
                    continue
                work = NegotiatedWork(self.corpus, packaged_templates(), name, self.view)
                if places := tuple(work.open_places()):
                    refused.append(_refusal_of(work, places))
                    continue
                jobs = list(work.jobs(formats, languages, parallel=parallel))
                written = work.write(jobs, folder.unchanged, progress.show)
                unplaced = folder.write(written)
                outputs += [replace(each, view=self.view) for each in written if each.path not in unplaced]
                refused += (*work.unreadable, *work.refused)
            if outputs:
                folder.write([self._manifest(outputs, refused)])
            progress.end(len(folder.written), folder.fresh, output)
        return refuse(refused, self.corpus, catalogue)

    def _manifest(self, outputs: Sequence[Output], refused: Sequence[Refusal]) -> Output:
        content = build_manifest(self.opened.commit, self.opened.snapshot, self.corpus, outputs, refused)
        return Output(f"manifest-{self.view.lower()}.json", content)


def _refusal_of(work: NegotiatedWork, places: Sequence[str]) -> Refusal:
    named = (*places[:_MOST_NAMED], *(("…",) if len(places) > _MOST_NAMED else ()))
    reason = Failure("not-clean", status=3, number=len(places), places=named)
    return Refusal(Place(work.work.original.path, Span.point(0)), work.name, reason)
