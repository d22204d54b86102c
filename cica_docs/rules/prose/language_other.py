"""A passage is written in another language than its file.

## Why
A passage that was copied from the original and not translated, or pasted into the wrong file, is
printed as it is. Quotations in their marks may be in any language.

## Example
    The Coordinator informs the Secretariat of the results.      in ru.md

Use instead
    Координатор информирует Секретариат о результатах.
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import prose_faults
from cica_docs.rules.rule import Violation

PROVISION = "house/one-language"
SCOPE = "work"
MESSAGE = "this passage is not in the language of the file but in another: {language}"
HELP = "translate it, or move it to the file of its language; put a quotation in its marks"


def check(corpus: Corpus) -> Iterator[Violation]:
    for place, fault in prose_faults(corpus).get("language-other", ()):
        yield Violation(place, "", "", (), fault.details)
