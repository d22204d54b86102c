"""Whatever a delegation does with a text in Word, the draft stays and all that it wrote is in the register."""

import random
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cica_docs.api.importing.answer import with_proposals
from cica_docs.api.importing.edited import compare_received, edited_text
from cica_docs.api.importing.requests import asked_by
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.markdown.blocks import Block, Heading, Items, Paragraph, Quote, Table, Text, text_of
from cica_docs.documents.markdown.parser import parse_body
from cica_docs.register.open import packaged_templates
from cica_docs.text.proposal_views import as_drafted, as_state
from cica_docs.values.language import Language
from cica_docs.word.received import Part, Received
from every_command import CORPUS
from nightly import IS_NIGHTLY
from printed_word import corpus_of, files_in

PAPER = "concept-paper/environment-2026"
NEW = ("wholly", "new", "words", "жаңа", "новые", "сөздер")


@cache
def register() -> Corpus:
    return corpus_of(files_in(CORPUS))


def reworded(block: Block, choose: random.Random) -> Block:
    """Return a block with words changed, added or taken away."""
    match block:
        case Heading(content=(Text(text),)) | Paragraph(content=(Text(text),)):
            words = text.split(" ")
            for _ in range(choose.randint(1, 3)):
                at = choose.randrange(len(words))
                words[at : at + choose.randint(0, 2)] = choose.choices(NEW, k=choose.randint(0, 2))
                words = words or ["left"]
            return replace(block, content=(Text(" ".join(words)),))
        case Items(items=items):
            kept = [item for item in items if choose.random() > 0.2] or list(items)
            return replace(block, items=tuple(tuple(reworded(each, choose) for each in item) for item in kept))
        case Quote(blocks=blocks):
            return replace(block, blocks=tuple(reworded(each, choose) for each in blocks))
        case Table(rows=rows):
            return replace(block, rows=rows[: choose.randint(1, len(rows))])
    return block


def edited(document: Document, seed: int) -> Received:
    """Return the text of a document as a delegation may have left it."""
    choose = random.Random(seed)  # noqa: S311 - examples of a test
    blocks: list[Block] = []
    for block in document.body.blocks:
        chance = choose.random()
        if chance < 0.15:
            blocks.append(reworded(block, choose))
        elif chance < 0.19:
            blocks += [block, Paragraph((Text(" ".join(choose.choices(NEW, k=4))),))]
        elif chance > 0.04 + 0.19:
            blocks.append(block)
    return Received(tuple(Part(block, number) for number, block in enumerate(blocks, 1)))


def words(blocks: tuple[Block, ...]) -> set[str]:
    return {word for block in blocks for word in text_of(block).split()}


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@settings(max_examples=500 if IS_NIGHTLY else 8, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_nothing_that_a_delegation_writes_is_lost_and_the_draft_stays(language: str, seed: int) -> None:
    corpus = register()
    document = corpus.document(PAPER, Language(language))
    assert document is not None
    received = edited(document, seed)
    comparison = compare_received(corpus, packaged_templates(), document, received, file="answer.docx")
    asked = asked_by(comparison)
    text, _, refused = with_proposals(corpus, document, "XB", asked)
    assert as_drafted(text) == document.source.text
    of_state = parse_body(as_state(text, "XB")[len(document.source.text) - len(document.text) :]).blocks
    said = words(of_state) | {
        word
        for each in (*asked.additions, *asked.renumbered, *refused)
        for word in text_of(parse_body(each.text).blocks).split()
    }
    assert words(received.blocks) <= said


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@settings(max_examples=500 if IS_NIGHTLY else 8, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_an_edited_edition_becomes_what_was_edited(language: str, seed: int) -> None:
    corpus = register()
    document = corpus.document(PAPER, Language(language))
    assert document is not None
    received = edited(document, seed)
    comparison = compare_received(corpus, packaged_templates(), document, received, file="edited.docx")
    text = edited_text(comparison)
    parsed = parse_body(text[len(document.source.text) - len(document.text) :])
    assert [text_of(block) for block in parsed.blocks] == [text_of(block) for block in received.blocks]
    assert parsed.problems == ()
