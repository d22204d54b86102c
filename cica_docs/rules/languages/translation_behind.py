"""A translation renders an earlier text of its original.

## Why
Delegations read the paper in their own language and take it for the current text. Each
translation therefore names the text that it renders, by the id that Git gives it. Once
the original moves on, every translation is behind until somebody has looked at it.
`cica translate status` shows which paragraphs that concerns, and `cica translate sync`
records that a translation renders the current original.

## Example
    title: Концепция сотрудничества
    translates: 2b4c0a5a3ff9bd0c02ce56bd0b55a5d0b3d52d3f      # en.md has changed since

Use instead
    title: Концепция сотрудничества
    translates: 9a1d5c5e6a9a5f1d3c4cbb1b62bd4f3e0e4a7c10      # what git hash-object en.md prints
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.placeholders import unbegun_translations
from cica_docs.register.works import works
from cica_docs.rules.rule import RelatedPlace, Violation, violation
from cica_docs.values.span import Span

PROVISION = "house/languages"
MESSAGE = "this translation of {work} renders an earlier text of its original"
HELP = (
    "see cica translate status {work}; once it renders the current text, "
    "cica translate sync {work} --languages {language} writes translates: {current}"
)
RELATED = {"original": "the current original"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for work in works(corpus).values():
        for language, document in work.documents.items():
            rendered = document.get("/translates")
            if (
                document is work.original
                or document.path in unbegun_translations(corpus)
                or not isinstance(rendered, str)
                or rendered == work.original.blob
            ):
                continue
            yield violation(
                document.at("/translates"),
                related=(RelatedPlace(work.original.place(Span.point(1)), "original"),),
                work=work.name,
                language=str(language),
                current=work.original.blob,
            )
