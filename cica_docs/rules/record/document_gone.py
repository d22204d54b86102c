"""A change takes away a document that was on record, or gives it another name.

## Why
What was circulated, sent, approved or reported is held by States, cited by other papers and looked for
under its name. It does not end by being deleted: it is withdrawn or superseded by an act, and stays to
be read. Only a draft without an act and a symbol may go.

## Example
    concept-paper/tourism-2023/          # deleted, as a newer paper has taken its place

Use instead
    events:
      - {on: 2026-06-24, kind: superseded, by_work: concept-paper/tourism-2026}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.record.gone import departed_works
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.span import Place, Span

PROVISION = "house/nothing-vanishes"
SCOPE = "change"
MESSAGE = {
    "": "{work} was on record before this change and is there no more",
    "renamed": "this document was on record before this change as {work}",
}
HELP = {
    "": "put it back; a document ends by an act, such as `superseded` or `withdrawn`, and an act recorded by mistake "
    "by one that corrects it",
    "renamed": "give it back its name, by which others cite it",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for departed in departed_works(corpus):
        path = departed.new.original.path if departed.new else departed.old.original.path
        yield violation(Place(path, Span.point(1)), variant="renamed" if departed.new else "", work=departed.old.name)
