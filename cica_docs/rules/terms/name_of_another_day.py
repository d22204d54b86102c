"""A body or State is called by a name that it did not have at the time of the document.

## Why
On 13 October 2022 the Meeting of Ministers became the Ministerial Council and the Executive
Director the Secretary General. A paper names things as they are called on its own day; where it
speaks of an earlier time, the year or a word such as "then" in the same sentence says so.

## Example
    The Executive Director circulated the draft.      in a paper of 2024

Use instead
    The Secretary General circulated the draft.
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import anachronisms
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/names-of-the-day"
SCOPE = "work"
MESSAGE = {
    "past": "“{found}” was the name until {until}",
    "future": "“{found}” is the name since {since} only",
}
HELP = "write “{right}”, the name on {on}; of another time speak with its year, or as the former name"


def check(corpus: Corpus) -> Iterator[Violation]:
    for anachronism in anachronisms(corpus):
        yield violation(
            anachronism.place,
            variant="past" if anachronism.name.period.last < anachronism.on else "future",
            found=anachronism.current,
            until=anachronism.name.period.last,
            since=anachronism.name.period.first,
            right=anachronism.right,
            on=anachronism.on,
        )
