"""A change takes away a language in which a document was on record.

## Why
A document that delegations could read in their language is not taken from them. A translation that is
behind says so itself, and is brought in step.

## Example
    concept-paper/environment-2026/kk.md          # deleted, as it was behind

Use instead
    cica translate status concept-paper/environment-2026
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.record.gone import missing_editions
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.span import Span

PROVISION = "house/nothing-vanishes"
SCOPE = "change"
MESSAGE = "{path} was on record before this change and is there no more"
HELP = "put it back; if it is behind, bring it in step: cica translate status {work}"


def check(corpus: Corpus) -> Iterator[Violation]:
    for work, language in missing_editions(corpus):
        if language != work.original.language:
            yield violation(
                work.original.place(Span.point(1)),
                path=f"{work.name}/{language}.md",
                work=work.name,
            )
