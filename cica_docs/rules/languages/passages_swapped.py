"""Two passages of a translation have changed places.

## Why
Where two paragraphs keep their numbers and exchange their texts, every number, date and name in
them seems wrong. It is one slip and is reported once. Lists and tables that each language
orders by its own alphabet are not meant.

## Example
    en.md: 1. first draft by 31 March; 2. approval by 30 June
    ru.md: 1. одобрение до 30 июня; 2. первый проект до 31 марта

Use instead
    ru.md: 1. первый проект до 31 марта; 2. одобрение до 30 июня
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import content_differences
from cica_docs.rules.rule import RelatedPlace, Violation, violation

PROVISION = "house/same-structure"
SCOPE = "work"
MESSAGE = "this passage and another one seem to have changed places"
HELP = "put the passages into the order of the original"
RELATED = {"": "the passage of the original that this one renders"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for difference in content_differences(corpus).get("order", ()):
        yield violation(difference.in_translation, related=(RelatedPlace(difference.in_source, ""),))
