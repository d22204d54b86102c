"""The applicability period of a concept paper was extended after it had expired.

## Why
The Coordinator ensures "timely extension of the applicability period before its expiration"
(CICA decision, clause 2.6). What has expired cannot be extended; a new or updated paper takes
its place.

## Example
    applicability: {from: 2023-07-01, to: 2026-06-30}
    - {on: 2026-09-15, kind: extended, by: soc, until: 2027-06-30}

Use instead
    - {on: 2026-06-24, kind: extended, by: soc, until: 2027-06-30}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.papers.concept_papers import paper_extensions
from cica_docs.rules.rule import Violation, violation

MESSAGE = "the period was extended on {day}, after it had expired on {ended}"
HELP = "{if_slip}a new or updated paper must take its place"


def check(corpus: Corpus) -> Iterator[Violation]:
    for extension in paper_extensions(corpus):
        if extension.old_end and extension.act.on.first > extension.old_end:
            yield violation(extension.act.place, day=extension.act.on, ended=extension.old_end)
