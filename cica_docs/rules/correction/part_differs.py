"""A corrigendum or addendum has another period or area than the document that it belongs to.

## Why
It corrects the words of a final document or adds to them; what applies, where and until when is what
was approved. A period of its own would prolong the document past the day that was decided, and another
area would widen it, without the extension or the paper that this takes.

## Example
    symbol: SOC/2026-II/INF/3/Corr.1
    applicability: {from: 2026-07-01, to: 2031-06-30}      # the paper applies until 2029-06-30
    revises: {work: concept-paper/environment-2026, as: corrigendum}

Use instead
    symbol: SOC/2026-II/INF/3/Corr.1
    revises: {work: concept-paper/environment-2026, as: corrigendum}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.yaml.scalar import write_flow
from cica_docs.register.papers.forms import is_part_of_another
from cica_docs.register.works import Work, work_named, works
from cica_docs.rules.rule import RelatedPlace, Violation, violation

PROVISION = "house/consistent-record"
MESSAGE = "`{field}` is {value} here and {other} in {work}, to which this document belongs"
HELP = "take it out or write what {work} has; a longer period is an extension, another area a document of its own"
RELATED = {"": "the other document says it here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for work in works(corpus).values():
        whole = work_named(corpus, str(work.original.get("/revises/work"))) if is_part_of_another(work) else None
        if whole is not None:
            yield from _differing(work, whole)


def _differing(work: Work, whole: Work) -> Iterator[Violation]:
    for field in filter(None, ("/area", work.kind.period)):
        value, other = work.original.get(field), whole.original.get(field)
        if value and other and value != other:
            yield violation(
                work.original.at(field),
                related=(RelatedPlace(whole.original.at(field), ""),),
                field=field.removeprefix("/"),
                value=write_flow(value),
                other=write_flow(other),
                work=whole.name,
            )
