"""A change alters or removes the record of an approval, or a signature of it.

## Why
A record is evidence of what was approved and by whose signature. If it could be replaced together with
the text, it would prove whatever was merged last. A further approval has a record of its own.

## Example
    approved-2027-06-24.txt                      # made again after the text was altered

Use instead
    the act that corrects or follows the approval, with its own record
"""

from collections.abc import Iterator

from cica_docs.documents.approvals.file_names import read_evidence_name
from cica_docs.documents.corpus import Corpus
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.span import Place, Span

SCOPE = "change"
PROVISION = "house/approval-record"
MESSAGE = {
    "": "this was on record before the change, which alters it",
    "removed": "{path} was on record before the change, which takes it away",
}
HELP = "put it back as it was; what was approved since has a record of its own"


def check(corpus: Corpus) -> Iterator[Violation]:
    before = corpus.before
    if before is None:
        return
    for path in before.evidence:
        if read_evidence_name(path) is None:
            continue
        if path not in corpus.evidence:
            folder = path.rpartition("/")[0]
            yield violation(_place(corpus, folder, path), variant="removed", path=path)
        elif before.snapshot.blob(path) != corpus.snapshot.blob(path):
            yield violation(Place(path, Span.point(1)))


def _place(corpus: Corpus, folder: str, path: str) -> Place:
    """Return the place of what is removed: the original of the work, else the file itself."""
    original = corpus.document(folder)
    return original.at("/events") if original else Place(path, Span.point(1))
