"""Where sentences end: a full stop of an abbreviation ends none, whatever follows it."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.source import decode
from cica_docs.languages.sentences import sentence_splitters, sentences_of
from cica_docs.values.language import Language

CHECKED = YAML(typ="safe").load(Path(__file__).parent / "sentences.yaml")
SAMPLE = [(Language(language), text) for language, texts in CHECKED.items() for text in texts]


@pytest.mark.parametrize(("language", "marked"), SAMPLE)
def test_sentences_end_where_they_were_seen_to_end(example: Corpus, language: Language, marked: str) -> None:
    sentences = marked.split(" ‖ ")
    assert sentence_splitters(example)[language].split(" ".join(sentences)) == sentences


def test_a_part_of_a_text_is_split_by_itself(example: Corpus) -> None:
    text = "It is so. See Art. A. He agreed. They left."
    spans = sentence_splitters(example)[Language("en")].spans(text, 3, 36)
    assert [text[start:end] for start, end in spans] == ["is so.", "See Art. A. He agreed.", "The"]


def test_a_body_is_split_at_items_cells_and_headings(example: Corpus) -> None:
    items = "1. One item\n   goes on. It “ends. Here” now\n- Two"
    body = f"## Head {{#head}}\n\n{items}\n\n| Aye. | B |\n\n> Quoted.\n\n2.1 [TODO: x] Last"
    source = decode(f"---\ntitle: X\n---\n{body}\n".encode())
    document = Document("notice/x", "notice", Language("en"), "notice/x/en.md", source)
    found = list(sentences_of(example, document))
    assert [" ".join(sentence.text.split()) for sentence in found] == [
        "One item goes on.",
        "It now",
        "Two",
        "Aye.",
        "B",
        "Last",
    ]
    text = document.source.text
    for sentence in found:
        place = sentence.place(0, 1).span
        assert text.split("\n")[place.line - 1][place.column - 1] == sentence.text[0]
