"""Print a file again, to compare it with one that is said to be the same."""

from collections.abc import Sequence

from cica_docs.api.printing.render import LISTS, PrintRequest, PrintRun
from cica_docs.documents.corpus import Corpus
from cica_docs.register.open import packaged_templates
from cica_docs.register.works import works
from cica_docs.render.writers import WRITERS, Scope
from cica_docs.values.language import Language


def print_again(corpus: Corpus, name: str, format: str, languages: Sequence[str], commit: str) -> bytes | None:
    """Print a work, or the list of a name, in a format; None if this register has no such file.

    Several languages are printed side by side; none means all.
    """
    chosen = tuple(language for language in Language if str(language) in languages) or corpus.languages
    if len(chosen) < len(languages) or (name not in works(corpus) and name not in LISTS):
        return None
    request = PrintRequest((name,), (format,), chosen, parallel=len(chosen) > 1, commit=commit)
    run = PrintRun(corpus, packaged_templates(), request, lambda *_: None, lambda *_: None)
    outputs = run.run_lists() if name in LISTS else run.run().outputs
    file = "index" if WRITERS[format].scope is Scope.WORK else str(chosen[0]) if len(chosen) == 1 else "parallel"
    return next((output.content for output in outputs if output.path == f"{name}/{file}.{format}"), None)
