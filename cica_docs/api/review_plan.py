"""The material for a review on a screen, as its plan."""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.labels import Labels
from cica_docs.render.data.reviews import build_review_material
from cica_docs.render.pages.review_pack import Material
from cica_docs.text.escape import escape_ci
from cica_docs.text.terminal import format_columns, join_lines, table_width, wrap

_SCREEN_STATES = 5


def format_review_plan(corpus: Corpus, labels: Labels, year: int, focus: tuple[str, ...] = ()) -> str:
    """Lay out the plan of a year's review in lines of a hundred cells: scope, contributions, areas, matters."""
    material = build_review_material(corpus, labels, year, focus)
    head = labels.sentence("review-pack", "title", year=year)
    lines = [*wrap(f"{head} · {labels.sentence('known', 'as-of', on=corpus.as_of)}")]
    for key, part in (
        ("scope", _scope(material)),
        ("contributions", _matrix(material, labels)),
        ("sheets", _sheets(material, labels)),
    ):
        lines += ["", labels.word("review-pack", key), *part]
    lines += ["", labels.word("review-pack", "proposals")]
    for proposal in material.proposals or (labels.word("review-pack", "no-proposals"),):
        lines += wrap(escape_ci(proposal), first="  ", rest="    ")
    lines += ["", labels.word("review-pack", "follow-ups")]
    for _, area, matters in material.follow_ups:
        lines += [*wrap(escape_ci(area), first="  ")]
        lines += [line for matter in matters for line in wrap(escape_ci(matter), first="    – ")]
    if not material.follow_ups:
        lines += wrap(labels.word("review-pack", "no-follow-ups"), first="  ")
    return join_lines(lines)


def _scope(material: Material) -> Iterator[str]:
    for label, said in material.scope:
        yield from wrap("; ".join(map(escape_ci, said)), first=f"  {label}: ", rest="    ")


def _matrix(material: Material, labels: Labels) -> Iterator[str]:
    """Give each contribution, expected or received, a word, for as many states at a time as fit."""
    matrix = material.matrix
    if not matrix.states:
        yield from wrap(labels.word("review-pack", "no-contributions"), first="  ")
    for start in range(0, len(matrix.states), _SCREEN_STATES):
        stop = start + _SCREEN_STATES
        rows = [("", *map(escape_ci, matrix.codes[start:stop]))]
        for area, cells in matrix.rows:
            words = [cell.word for cell in cells[start:stop]]
            rows += [(escape_ci(area), *words)] if any(words) else []
        yield from (f"  {line}" for line in format_columns(rows, most=table_width() - 2))


def _sheets(material: Material, labels: Labels) -> Iterator[str]:
    for sheet in material.sheets:
        yield from wrap(f"{escape_ci(sheet.name)} ({escape_ci(sheet.id)})", first="  ")
        for label, said in sheet.facts:
            yield from wrap("; ".join(map(escape_ci, said)), first=f"    {label}: ", rest="      ")
        for plan in sheet.schedules:
            yield from wrap(
                escape_ci(f"{labels.word('captions', 'items')}: {plan.counts}"), first="    ", rest="      "
            )
