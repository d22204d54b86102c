"""What documents are to others: those that revise, correct, add to or follow a final one."""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.works import Work, works_of
from cica_docs.values.revision import Form
from cica_docs.values.symbol import parse_symbol


def form_of(work: Work) -> Form | None:
    """Return what a work is to a final one, by the field `revises` or else by its symbol; None if it is an own one."""
    form = work.original.get("/revises/as")
    if form in tuple(Form):
        return Form(form)
    symbol = parse_symbol(str(work.original.get("/symbol") or ""))
    part = symbol.part.rpartition("/")[2].partition(".")[0] if symbol else ""
    return next((form for form in Form if part and form.part == part), None)


def is_part_of_another(work: Work) -> bool:
    """Whether a work corrects or adds to another one, and so has no period, duties or readers of its own."""
    form = form_of(work)
    return form is not None and not form.takes_the_place


def independent_works_of(corpus: Corpus, kind: str) -> Iterator[Work]:
    """Yield the works of a kind, by id, without those that correct or add to another one."""
    return (work for work in works_of(corpus, kind) if not is_part_of_another(work))
