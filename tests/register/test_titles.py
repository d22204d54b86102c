"""What measures are called in papers: a number of the Catalogue is printed, an id of the register is not."""

import pytest

from cica_docs.documents.corpus import Corpus
from cica_docs.register.naming.titles import measure_name
from cica_docs.values.language import SOURCE_LANGUAGE


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("env-1", "Sharing information on best practices concerning national policies on environmental protection"),
        ("2.1.1.a", "2.1.1.a Exchange of information on components of armed forces"),
        ("unheard-of", "unheard-of"),
    ],
)
def test_a_measure_is_called_by_its_words(example: Corpus, id: str, expected: str) -> None:
    assert measure_name(example, id, SOURCE_LANGUAGE, example.as_of) == expected
