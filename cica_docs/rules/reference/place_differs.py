"""A place is that of the reference data in one language, and another in a further language.

## Why
Places of letters and their names in each language are in reference/letterhead.yaml. A meeting or an activity names
its place in each language by itself; where it is one of those places in the original language, the other languages
name the same one. The forms may differ, «город Астана» and «Астана»: one word in common is enough.

## Example
    place: {en: Astana, ru: Ашхабад, kk: Астана}

Use instead
    place: {en: Astana, ru: Астана, kk: Астана}
"""

from collections.abc import Iterator, Mapping

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import RegisterFile
from cica_docs.rules.rule import Violation, violation
from cica_docs.text.words import read_words
from cica_docs.values.language import Language
from cica_docs.values.span import Place

PROVISION = "house/consistent-record"
SCOPE = "work"
MESSAGE = "the place is “{here}” here and “{there}” in the reference data, where “{name}” is that place"
HELP = (
    "name the place that is meant in each language; if the reference data are wrong, correct reference/letterhead.yaml"
)

_FIELD = "/place"


def check(corpus: Corpus) -> Iterator[Violation]:
    original = corpus.reference.original
    by_name = {str(texts.get(original.value)): texts for texts in corpus.reference.all("place").values()}
    for file in corpus.files:
        for pointer, texts in _places_of(file):
            name = str(texts.get(original.value))
            yield from _differences(file, pointer, name, texts, by_name.get(name, {}))


def _places_of(file: RegisterFile) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Yield the fields that name a place in each language."""
    for pointer in () if file.problems else file.front.pointers:
        texts = file.front.get(pointer) if pointer.endswith(_FIELD) else None
        if isinstance(texts, dict):
            yield pointer, texts


def _differences(
    file: RegisterFile, pointer: str, name: str, texts: Mapping[str, object], known: Mapping[str, object]
) -> Iterator[Violation]:
    for language in Language:
        written, listed = (str(names.get(language.value) or "") for names in (texts, known))
        if written and listed and not {*read_words(written).folded} & {*read_words(listed).folded}:
            place = Place(file.path, file.front.value_at(f"{pointer}/{language}"))
            yield violation(place, here=written, there=listed, name=name)
