"""What goes with printed works: the page that lists them, and the record of what each was made from."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from importlib.metadata import version

from cica_docs import __version__
from cica_docs.api.printing.refusals import Refusal
from cica_docs.api.printing.render import PrintResult
from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.labels import Labels, read_labels
from cica_docs.register.status import status_of
from cica_docs.register.works import works
from cica_docs.render.data.works import organisation_name
from cica_docs.render.docx import pandoc
from cica_docs.render.html.index import IndexRow, write_index
from cica_docs.render.manifest import Making, Missing, Source, format_manifest
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.values.language import Language
from cica_docs.values.output import Output


def build_index_page(corpus: Corpus, templates: Snapshot, printed: PrintResult) -> Output:
    """Build the page that lists everything printed, by kind and language."""
    labels = {language: read_labels(templates, language) for language in Language}
    rows = [_list_row(printed, labels)] if "coordinators" in printed.editions else []
    named = {*printed.editions, *(refusal.work for refusal in printed.refused)}
    rows += [_row(corpus, name, printed, labels) for name in sorted(named) if name not in ("", "coordinators")]
    names = {language: organisation_name(corpus, language, corpus.as_of) for language in corpus.languages}
    content = write_index(rows, names, templates.read)
    return Output("index.html", content, format="html", made_from=sha256(content).hexdigest())


def _row(corpus: Corpus, name: str, printed: PrintResult, labels: dict[Language, Labels]) -> IndexRow:
    work = works(corpus).get(name)
    if work is None:
        return _unreadable_row(corpus, name, printed)
    status = status_of(corpus, work)
    editions = printed.editions.get(name, {})
    return IndexRow(
        work=name,
        kinds=work.kind.plural,
        titles={language: work.title(language) for language in Language},
        outputs=[output for output in printed.outputs if output.work == name],
        symbol=str(work.original.get("/symbol") or work.original.get("/number") or ""),
        statuses={
            language: labels[language].stage(*status, gender=work.kind.gender[language]) for language in Language
        },
        marks={language: edition.marks for language, edition in editions.items()},
        missing=_missing(printed, name),
    )


def _unreadable_row(corpus: Corpus, name: str, printed: PrintResult) -> IndexRow:
    """List a work whose original cannot be read by its name, since it has no title."""
    kind = corpus.kind(name.partition("/")[0])
    assert kind is not None, name
    titles = dict.fromkeys(Language, name)
    return IndexRow(work=name, kinds=kind.plural, titles=titles, outputs=(), missing=_missing(printed, name))


def _missing(printed: PrintResult, work: str) -> list[tuple[str, str]]:
    """Return the language and format of each file of a work that is missing; an empty format means all formats."""
    return [(refusal.language, refusal.format) for refusal in printed.refused if refusal.work == work]


def _list_row(printed: PrintResult, labels: dict[Language, Labels]) -> IndexRow:
    editions = printed.editions["coordinators"]
    return IndexRow(
        work="coordinators",
        kinds={
            language: labels[language].word("captions.lists", otherwise=edition.title)
            for language, edition in editions.items()
        },
        titles={language: edition.title for language, edition in editions.items()},
        outputs=[output for output in printed.outputs if output.path.startswith("coordinators/")],
        missing=[
            (refusal.language, refusal.format)
            for refusal in printed.refused
            if refusal.path.startswith("coordinators/")
        ],
    )


def build_manifest(
    commit: str,
    snapshot: Snapshot,
    corpus: Corpus,
    outputs: Sequence[Output],
    refused: Sequence[Refusal] = (),
    earlier: Sequence[Mapping[str, object]] = (),
) -> bytes:
    """Build the record of the outputs; the sources of a list are all mandates, those of other files their work."""
    by_work: dict[str, list[Source]] = {}
    for document in corpus.documents:
        # The id of a file follows from all its text: of one that is not shown whole it could confirm a guess.
        blob = document.blob if document.is_shown_whole else ""
        by_work.setdefault(document.work, []).append(Source(snapshot.prefix + document.path, blob))
    mandates = [source for name, sources in by_work.items() if name.startswith("mandate/") for source in sources]
    everything = [source for sources in by_work.values() for source in sources]
    sources = {}
    for output in outputs:
        versions = by_work.get(output.work) or (mandates if output.path.startswith("coordinators/") else everything)
        translated = [source for source in versions if source.path.endswith(f"/{output.language}.md")]
        original = [source for source in versions if source.path.endswith(f"/{corpus.reference.original}.md")]
        sources[output.path] = sorted(
            {*translated, *original} if translated else versions, key=lambda source: source.path
        )
    missing = [
        Missing(refusal.path, refusal.work, refusal.language, refusal.format, refusal.key) for refusal in refused
    ]
    return format_manifest(outputs, sources, _making(commit, corpus), missing, earlier)


def build_site_manifest(commit: str, corpus: Corpus, outputs: Sequence[Output], refused: Sequence[Refusal]) -> bytes:
    """Build the record of the files of a site; each is made from the whole register, which the commit names."""
    missing = [
        Missing(refusal.path, refusal.work, refusal.language, refusal.format, refusal.key) for refusal in refused
    ]
    return format_manifest(outputs, {}, _making(commit, corpus), missing)


def _making(commit: str, corpus: Corpus) -> Making:
    return Making(commit, corpus.as_of.isoformat(), __version__, pandoc.pandoc_version(), version("typst"))
