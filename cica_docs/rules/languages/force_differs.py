"""A translation obliges more, or less, than its original.

## Why
Shall, should and may are what is negotiated longest. The words of duty of each language are held
against each other, sentence by sentence where both passages have as many:
«должен», «тиіс» for shall and must; «следует», «жөн» for should; «может», «құқылы», «мүмкін»
for may. Other words ("can", «можно», «алады») may stand for these but ask for none. The lexicon
of a language is its `lexicon.yaml` in `templates/locales/`.

## Example
    en.md: the Coordinator shall prepare      ru.md: координатору следует подготовить

Use instead
    ru.md: координатор должен подготовить
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import content_differences
from cica_docs.rules.rule import RelatedPlace, Violation, violation

PROVISION = "house/same-content"
SCOPE = "work"
MESSAGE = {
    "changed": "“{extra}” here, “{missing}” in the original",
    "missing": "the “{missing}” of the original has no counterpart here",
    "extra": "the “{extra}” of this edition has no counterpart in the original",
}
HELP = "let both passages oblige, recommend or permit alike"
RELATED = {"": "the passage of the original"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for difference in content_differences(corpus).get("force", ()):
        related = (RelatedPlace(difference.in_source, ""),)
        yield violation(
            difference.in_translation,
            variant=difference.variant,
            related=related,
            missing=difference.missing,
            extra=difference.extra,
        )
