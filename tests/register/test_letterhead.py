"""The letterhead: what papers call the bodies of a register, and what a register without one gets."""

from datetime import date

import pytest

from cica_docs.documents.corpus import Corpus, read_corpus
from cica_docs.register.letterhead import letterhead_of
from cica_docs.register.open import packaged_kinds
from cica_docs.snapshot.memory import MemorySnapshot
from cica_docs.values.language import Language

EN, RU = Language("en"), Language("ru")
HEAD = """letterhead:
  - party: secretariat
    head: {en: [{language: ru, lines: [ОДНА, ДВЕ]}, {language: xx, lines: [X]}], ru: []}
    sender: {en: The Secretariat}
places: {riga: {en: Riga}}
"""


def _corpus(text: str) -> Corpus:
    files = {"reference/settings.yaml": b"organisation: x\n", "reference/letterhead.yaml": text.encode()}
    return read_corpus(MemorySnapshot(files), packaged_kinds(), date(2026, 1, 1))


def test_heads_are_in_groups_of_one_language_each() -> None:
    assert letterhead_of(_corpus(HEAD), EN).head("secretariat") == ((RU, ("ОДНА", "ДВЕ")),)
    assert letterhead_of(_corpus(HEAD), RU).head("secretariat") == ()
    assert letterhead_of(_corpus(HEAD), EN).head("chairmanship") is None


def test_what_is_not_said_in_a_language_is_empty_and_a_place_is_its_id() -> None:
    english, russian = letterhead_of(_corpus(HEAD), EN), letterhead_of(_corpus(HEAD), RU)
    assert (english.form("secretariat", "sender"), russian.form("secretariat", "sender")) == ("The Secretariat", "")
    assert (english.place("riga"), russian.place("riga"), english.place("kyiv")) == ("Riga", "riga", "kyiv")
    assert english.addressee("secretariat") == ()


@pytest.mark.parametrize("text", ["letterhead: 1\nplaces: 2\n", "- x\n", "letterhead: [{party: a, head: 3}]\n", "\x00"])
def test_a_file_of_another_form_is_as_none(text: str) -> None:
    letterhead = letterhead_of(_corpus(text), EN)
    assert letterhead.head("a") is None
    assert letterhead.place("riga") == "riga"
