"""The material for a review: on a screen as its plan, in print as its pack."""

from collections.abc import Iterator, Mapping, Sequence

from cica_docs.api.refusals import Refusal, refuse_unwritten
from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.labels import Labels, read_labels
from cica_docs.render.data.reviews import build_review_material
from cica_docs.render.data.works import organisation_name
from cica_docs.render.edition import Edition
from cica_docs.render.pages.parallel import join_editions
from cica_docs.render.pages.review_pack import Material, compose_review_pack
from cica_docs.render.print_jobs import Job, Kept, Progress, RenderPool, print_jobs_of
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.text.escape import escape_ci
from cica_docs.text.terminal import WIDTH, format_columns, join_lines, wrap
from cica_docs.values.language import Language
from cica_docs.values.output import Output

_SCREEN_STATES = 5


def format_review_plan(corpus: Corpus, labels: Labels, year: int, focus: tuple[str, ...] = ()) -> str:
    """Lay out the plan of a year's review in lines of a hundred cells: scope, contributions, areas, follow-ups."""
    found = build_review_material(corpus, labels, year, focus)
    head = labels.sentence("review-pack", "title", year=year)
    lines = [*wrap(f"{head} · {labels.sentence('known', 'as-of', on=corpus.as_of)}")]
    for key, part in (
        ("scope", _scope(found)),
        ("contributions", _matrix(found, labels)),
        ("sheets", _sheets(found, labels)),
    ):
        lines += ["", labels.word("review-pack", key), *part]
    lines += ["", labels.word("review-pack", "follow-ups")]
    for _, area, matters in found.follow_ups:
        lines += [*wrap(escape_ci(area), first="  ")]
        lines += [line for matter in matters for line in wrap(escape_ci(matter), first="    – ")]
    if not found.follow_ups:
        lines += wrap(labels.word("review-pack", "no-follow-ups"), first="  ")
    return join_lines(lines)


def _scope(found: Material) -> Iterator[str]:
    for label, said in found.scope:
        yield from wrap("; ".join(map(escape_ci, said)), first=f"  {label}: ", rest="    ")


def _matrix(found: Material, labels: Labels) -> Iterator[str]:
    """Give each contribution, expected or received, a word, for as many states at a time as fit."""
    matrix = found.matrix
    if not matrix.states:
        yield from wrap(labels.word("review-pack", "no-contributions"), first="  ")
    for start in range(0, len(matrix.states), _SCREEN_STATES):
        stop = start + _SCREEN_STATES
        rows = [("", *map(escape_ci, matrix.codes[start:stop]))]
        for area, cells in matrix.rows:
            words = [cell.word for cell in cells[start:stop]]
            rows += [(escape_ci(area), *words)] if any(words) else []
        yield from (f"  {line}" for line in format_columns(rows, most=WIDTH - 2))


def _sheets(found: Material, labels: Labels) -> Iterator[str]:
    for sheet in found.sheets:
        yield from wrap(f"{escape_ci(sheet.name)} ({escape_ci(sheet.id)})", first="  ")
        for label, said in sheet.facts:
            yield from wrap("; ".join(map(escape_ci, said)), first=f"    {label}: ", rest="      ")
        for plan in sheet.schedules:
            yield from wrap(
                escape_ci(f"{labels.word('captions', 'items')}: {plan.counts}"), first="    ", rest="      "
            )


class ReviewPack:
    """The printing of the material for one year's review with the tool's templates."""

    def __init__(self, corpus: Corpus, templates: Snapshot, year: int, focus: tuple[str, ...]) -> None:
        self.corpus = corpus
        self.year = year
        self.focus = focus
        self.refused: tuple[Refusal, ...] = ()
        self.files = {path: templates.read(path) for path in templates.paths()}
        self.labels: Mapping[Language, Labels] = {one: read_labels(templates, one) for one in Language}

    def edition(self, language: Language) -> Edition:
        """Compose the document of one language."""
        found = build_review_material(self.corpus, self.labels[language], self.year, self.focus)
        name = organisation_name(self.corpus, language, self.corpus.as_of)
        return compose_review_pack(found, self.labels[language], name, self.corpus.as_of)

    def jobs(self, formats: Sequence[str], languages: tuple[Language, ...], *, parallel: bool) -> Iterator[Job]:
        """Yield the files to write."""
        editions = [self.edition(language) for language in languages]
        together = (
            join_editions(editions, [self.labels[language] for language in languages])
            if parallel and len(editions) > 1
            else None
        )
        return print_jobs_of(f"review-pack/{self.year}", editions, together, formats)

    def write(self, jobs: list[Job], kept: Kept, progress: Progress) -> list[Output]:
        """Write the files in the order of the jobs; those that cannot be written go to `refused`."""
        with RenderPool(self.files, kept, progress) as press:
            press.total = len(jobs)
            outputs = press.write(jobs)
        self.refused = tuple(refuse_unwritten(self.corpus, one) for one in press.unwritten)
        return outputs
