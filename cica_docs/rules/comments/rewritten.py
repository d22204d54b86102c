"""A change alters or removes a comment that was on record before it.

## Why
What a delegation asked is its own: it stays as it was received, whatever became of it. A comment that was
settled gets an answer; one that the delegation took back gets the day on which it was withdrawn. What was
recorded wrongly is put right, and `was` keeps what stood there.

## Example
    - {paragraph: p1.2, from: XB, received: 2026-11-20, …, text: often}      # “always” before this change

Use instead
    - {paragraph: p1.2, from: XB, received: 2026-11-20, …, text: always, withdrawn: 2026-11-24}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.negotiation.kept_comments import comment_changes
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/comments-kept"
SCOPE = "change"
MESSAGE = {
    "": "this comment of {state} of {day} was on record before this change with another `{field}`",
    "gone": "the comment of {state} of {day} on {paragraph} was on record before this change and is there no more",
}
HELP = {
    "": "put it back as it was received; if it was recorded wrongly, keep in `was` what stood in `{field}`",
    "gone": "put it back as it was received; add an answer, or `withdrawn` with the day if the delegation took it back",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for change in comment_changes(corpus):
        yield violation(
            change.place,
            variant="" if change.field else "gone",
            state=corpus.reference.names("state", change.was.text("from"), corpus.as_of),
            day=change.was.text("received"),
            paragraph=change.was.text("paragraph"),
            field=change.field,
        )
