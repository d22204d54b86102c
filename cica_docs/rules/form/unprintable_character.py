"""A text that is printed has a character which no font of the PDF has.

## Why
The PDF is set in fixed fonts, so that it looks the same everywhere and for ever. They have the
letters of many languages, but not of all: a character that they lack would be an empty box, and no
document of the register could be read aloud or copied with such a box in it.

## Example
    The seminar was held in Addis Ababa (አዲስ አበባ).

Use instead
    The seminar was held in Addis Ababa.
"""

from collections.abc import Iterator
from unicodedata import name

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.printability import find_unprintables
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/printable-characters"
SCOPE = "work"
MESSAGE = {
    "": "“{text}” cannot be printed: no font of the PDF has {characters}",
    "combined": "“{text}” cannot be printed: no font of the PDF has {characters} together",
}
HELP = {
    "": "write it in letters of the document's language, or leave it out",
    "combined": "write the letter without the mark, or as one character where one exists",
}
_MAX_NAMED = 3
_MOST_QUOTED = 20


def check(corpus: Corpus) -> Iterator[Violation]:
    for file in corpus.files:
        for unprintable in find_unprintables(file):
            several = tuple(dict.fromkeys(unprintable.text))
            labels = [f"U+{ord(character):04X} {name(character, '').lower()}".strip() for character in several]
            yield violation(
                unprintable.place,
                variant="combined" if unprintable.is_combined else "",
                text=unprintable.text
                if len(unprintable.text) <= _MOST_QUOTED
                else f"{unprintable.text[:_MOST_QUOTED]}…",
                characters=(*labels[:_MAX_NAMED], *(["…"] if len(labels) > _MAX_NAMED else [])),
            )
