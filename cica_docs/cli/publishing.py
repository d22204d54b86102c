"""The last steps of printing: the index, the record, and the list of refusals."""

from collections.abc import Sequence
from pathlib import Path

from cica_docs.api.printing.material import Material
from cica_docs.api.printing.publication import build_index_page, build_manifest
from cica_docs.api.printing.refusals import Refusal
from cica_docs.api.printing.render import PrintResult
from cica_docs.cli.console import warn
from cica_docs.cli.output_folder import OutputFolder
from cica_docs.cli.printing import Progress
from cica_docs.cli.register import OpenedRegister
from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.messages import Catalogue
from cica_docs.register.open import packaged_templates
from cica_docs.values.language import Language

_NOT_ALL = 3


def publish(opened: OpenedRegister, corpus: Corpus, printed: PrintResult, folder: OutputFolder) -> None:
    """Write the index and the record, which describe the files and so come last.

    Files from an earlier run are removed only if everything was printed.
    """
    page = build_index_page(corpus, packaged_templates(), printed)
    for failure in folder.write([page]).values():
        raise failure
    if not printed.refused:
        folder.clear()
    outputs = [*printed.outputs, page]
    folder.record(build_manifest(opened.commit, opened.snapshot, corpus, outputs, printed.refused, folder.earlier()))


def refuse(refused: Sequence[Refusal], corpus: Corpus, catalogue: Catalogue) -> int:
    """Report everything that was not printed with its place and reason; return the exit status."""
    for refusal in refused:
        warn(f"{refusal.words(corpus, catalogue)}\n")
    return _NOT_ALL if refused else 0


def print_material(
    material: Material,
    formats: Sequence[str],
    languages: tuple[Language, ...],
    output: Path,
    catalogue: Catalogue,
    *,
    parallel: bool,
) -> int:
    """Print material that is no work into its folder below the output folder; return the exit status."""
    progress = Progress(catalogue)
    with OutputFolder(output, catalogue) as folder:
        jobs = list(material.jobs(formats, languages, parallel=parallel))
        outputs = tuple(material.write(jobs, folder.unchanged, progress.show))
        printed = PrintResult(outputs, material.refused).without(folder.write(outputs), material.corpus)
        progress.end(len(folder.written), folder.fresh, output / material.folder)
    return refuse(printed.refused, material.corpus, catalogue)
