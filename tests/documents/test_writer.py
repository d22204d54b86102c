"""What is written as Markdown is read back as it was."""

from hypothesis import given, settings

from cica_docs.documents.markdown.blocks import Block, Paragraph, Text, text_of
from cica_docs.documents.markdown.parser import parse_body
from cica_docs.documents.markdown.writer import write_body
from nightly import IS_NIGHTLY
from random_bodies import BODIES


def words(blocks: tuple[Block, ...]) -> str:
    return "".join(text_of(blocks).split())


@settings(max_examples=20_000 if IS_NIGHTLY else 150, deadline=None)
@given(BODIES)
def test_a_body_is_read_back_as_it_was_written(body: tuple[Block, ...]) -> None:
    parsed = parse_body(write_body(body))
    assert [problem.kind for problem in parsed.problems] == []
    assert words(parsed.blocks) == words(body)
    assert [type(block) for block in parsed.blocks] == [type(block) for block in body]
    assert [getattr(block, "id", "") for block in parsed.blocks] == [getattr(block, "id", "") for block in body]


def test_a_line_longer_than_a_register_holds_is_broken() -> None:
    text = write_body((Paragraph((Text("word " * 20_000),)),))
    assert max(map(len, text.split("\n"))) < 10_000
    assert words(parse_body(text).blocks) == "word" * 20_000
