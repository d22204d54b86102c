"""A document that has been circulated lacks one of the languages of its kind.

## Why
Member States consider a text in the language that they work in. A draft may exist in one
language; what is circulated exists in all that its kind of document names. A State's own note is
recorded in the languages in which it was received.

## Example
    concept-paper/tourism-2026/en.md  ru.md

Use instead
    concept-paper/tourism-2026/en.md  ru.md  kk.md
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.letters import received_works
from cica_docs.register.lifecycle import lifecycles
from cica_docs.register.record.curers import TRANSLATOR
from cica_docs.register.works import Work, works
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.language import Language
from cica_docs.values.provision import Strictness
from cica_docs.values.span import Span

PROVISION = "house/all-versions"
CURED_BY = TRANSLATOR
MESSAGE = "{work} has been circulated and has no version {language}.md"
HELP = "add {work}/{language}.md, with its title and translates: {original}"


def check(corpus: Corpus) -> Iterator[Violation]:
    for work in works(corpus).values():
        is_draft = lifecycles(corpus)[work.name].strictness == Strictness.DRAFT
        if is_draft or work.name in received_works(corpus):  # A State writes in the languages of its choice.
            continue
        for language in _expected_languages(corpus, work):
            if language not in work.documents:
                place = work.original.place(Span.point(1))
                yield violation(place, work=work.name, language=str(language), original=work.original.blob)


def _expected_languages(corpus: Corpus, work: Work) -> Iterator[Language]:
    """Return the languages of a kind that are languages of the register."""
    return (language for language in corpus.reference.languages if language in work.kind.languages)
