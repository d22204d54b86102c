"""A review says nothing of something that is in its focus.

## Why
A review "will focus on particular dimensions, priority areas or CBMs" (CICA decision, clause
3.2), and in it Member States "will analyse and assess" what is done there (CICA decision,
clause 3.3). Whether the sections exist is found elsewhere; this rule looks for the name of
each dimension, area or measure in focus, or of an area of the dimension, anywhere in the text
of a review that was held; of the long name of a measure four words in a row are enough. How good
an assessment is nobody can check.

## Example
    focus: [environmental, tourism]      # and the text speaks of the environment only

Use instead
    ## Activities carried out {#activities}
    … In tourism, two expert meetings were held …
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.markdown.blocks import text_of
from cica_docs.register.mandates.service import area_name_of
from cica_docs.register.reviews.reviews import Review, areas_named, reviews
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.language import Language
from cica_docs.values.texts import Texts

MESSAGE = "“{subject}” is in focus, and the review does not speak of it"
HELP = "say what was done there and how it is assessed, or take it out of the focus"

_WORDS = 4
"""Words of the name of a measure, in a row, that speak of it."""


def check(corpus: Corpus) -> Iterator[Violation]:
    for review in reviews(corpus):
        document = review.work.original
        if not review.is_held or review.work.is_known_only or review.on is None:
            continue
        text = text_of(document.body.blocks).casefold()
        for index, name in enumerate(review.focus):
            if not any(
                _plain_name(name_form, document.language) in text for name_form in _names_of(corpus, review, name)
            ):
                subject = _name_of(corpus, review, name)
                yield violation(document.at(f"/focus/{index}"), judged_on=review.on, subject=subject)


def _names_of(corpus: Corpus, review: Review, name: str) -> Iterator[Texts | str]:
    """Yield the names by which a text may refer to a dimension, an area or a measure."""
    yield name
    yield _name_of(corpus, review, name)
    if name in corpus.reference.all("measure"):
        yield from _parts_of(_name_of(corpus, review, name)[review.work.original.language])
    else:
        yield from (_name_of(corpus, review, area) for area in areas_named(corpus, name))


def _parts_of(name: str) -> Iterator[str]:
    """Yield each few words in a row of the long name of a measure, by which running text refers to it."""
    words = name.split()
    yield from (" ".join(words[start : start + _WORDS]) for start in range(len(words) - _WORDS + 1))


def _name_of(corpus: Corpus, review: Review, name: str) -> Texts:
    on = review.on or corpus.as_of
    if name in corpus.reference.all("measure"):
        return corpus.reference.names("measure", name, on)
    return area_name_of(corpus, name, on)


def _plain_name(name: Texts | str, language: Language) -> str:
    """Return a name as in running text: without the part in brackets, case folded."""
    text = name if isinstance(name, str) else name[language]
    return text.partition(" (")[0].strip().casefold()
