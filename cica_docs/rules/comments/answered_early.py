"""A comment was answered or withdrawn on a day before it was received.

## Why
The table of comments is what a negotiation is reconstructed from. An answer before the question, or a
comment that was withdrawn before it came, is a mistyped day in one of the two.

## Example
    received: 2026-11-20
    answer: {on: 2026-11-02, by: XA, outcome: accepted}

Use instead
    received: 2026-11-20
    answer: {on: 2026-12-02, by: XA, outcome: accepted}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.negotiation.comments import read_comments
from cica_docs.register.negotiation.comments import comment_files
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.day import parse_day

PROVISION = "house/consistent-record"
MESSAGE = {
    "answer": "the answer is of {day}, before the comment was received ({received})",
    "withdrawn": "the comment was withdrawn on {day}, before it was received ({received})",
}
HELP = "correct the day that was mistyped"
_DAYS = {"answer": "/answer/on", "withdrawn": "/withdrawn"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for file in comment_files(corpus).values():
        for comment in read_comments(file):
            received = parse_day(comment.text("received"))
            for variant, pointer in _DAYS.items():
                day = parse_day(str(file.front.get(f"{comment.pointer}{pointer}") or ""))
                if received and day and day < received:
                    yield violation(file.at(f"{comment.pointer}{pointer}"), variant=variant, day=day, received=received)
