"""A body becomes white-listed blocks; nothing of it is lost without a word."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cica_docs.documents.markdown.blocks import (
    Block,
    Footnote,
    Group,
    Heading,
    Inline,
    Items,
    Link,
    Paragraph,
    Quote,
    Table,
    Text,
    text_of,
)
from cica_docs.documents.markdown.outline import read_outline
from cica_docs.documents.markdown.parser import parse_body, read_lone_paragraph
from cica_docs.documents.markdown.unparsed import keep_unparsed_blocks, needs_parsing
from cica_docs.text.single_byte import encode_single_byte
from nightly import examples

pytestmark = pytest.mark.series(6)

EVERYTHING = """\
## Негіздеме {#rationale}

1.10 Some *text* with **bold**, a [link](https://example.org) and a note[^a],
on two lines.

- one
  - two

3. third

> quoted

| a | b |
|---|:-:|
| 1 | 2 |

[^a]: The note.
"""


def test_every_construction_that_is_printed() -> None:
    body = parse_body(EVERYTHING, first_line=10)
    assert body.problems == ()
    heading, paragraph, bullets, ordered, quote, table = body.blocks
    assert isinstance(heading, Heading)
    assert (heading.level, heading.id, text_of(heading), heading.span.line) == (2, "rationale", "Негіздеме", 10)
    assert isinstance(paragraph, Paragraph)
    assert paragraph.number == "1.10"
    assert text_of(paragraph) == "1.10 Some text with bold, a link and a note, on two lines."
    assert (paragraph.span.line, paragraph.span.end_line) == (12, 13)
    assert any(isinstance(inline, Link) for inline in paragraph.content)
    notes = [inline for inline in paragraph.content if isinstance(inline, Footnote)]
    assert [(note.label, text_of(note.blocks)) for note in notes] == [("a", "The note.")]
    assert isinstance(bullets, Items)
    assert bullets.start is None
    assert isinstance(ordered, Items)
    assert ordered.start == 3
    assert isinstance(quote, Quote)
    assert isinstance(table, Table)
    assert table.aligns == ("", "center")


@pytest.mark.parametrize(
    ("text", "kind", "line", "column"),
    [
        ("a\n\n<div>x</div>\n", "html", 3, 1),
        ("a\nb <b>c</b>\n", "html", 2, 3),
        ("<!-- gone -->", "html", 1, 1),
        ("`code` here", "code", 1, 1),
        ("a\n\n    indented", "code", 3, 5),
        ("```{=typst}\n#read()\n```", "code", 1, 1),
        ("see ![x](a.png)", "image", 1, 7),
        ("a\n\n***\n", "rule", 3, 1),
        ("[x](javascript:alert(1))", "link", 1, 5),
        ("[x](http://example.org)", "link", 1, 5),
        ("[x](file:///etc/passwd)", "link", 1, 5),
        ("a\n\n[x]: https://example.org\n", "reference", 3, 1),
        ("[a]{.letterhead}", "attributes", 1, 3),
        ("::: note\na\n:::", "attributes", 1, 1),
        ("a {{ 7*7 }}", "attributes", 1, 3),
        ("# Title", "heading-level", 1, 1),
        ("##### Deep", "heading-level", 1, 1),
        ("- ## inside", "heading-inside", 1, 1),
        ("> > > deep", "nested-too-deep", 1, 1),
        ("- a\n  - b\n    - c\n      - d\n        - e", "nested-too-deep", 5, 9),
        ("a\n\n### {#b}", "heading-empty", 3, 1),
        ("##", "heading-empty", 1, 1),
        ("- a\n-\n- b", "item-empty", 2, 1),
        ("1. a\n\n   -\n", "item-empty", 3, 4),
        ("a\n\n>\n\nb", "quote-empty", 3, 1),
        ("## \u00a0", "heading-empty", 1, 1),
        ("## ##", "heading-empty", 1, 1),
        ("## [](https://example.org)", "heading-empty", 1, 1),
        ("a[^x]\n\n[^x]: ## inside", "heading-inside", 3, 1),
        ('[a](https://example.org "Title")', "link-title", 1, 26),
        ("b [](https://example.org)", "link-empty", 1, 6),
        ("[a](https://)", "link", 1, 5),
        ("a[^x]\n\n[^x]: b[^y]\n\n[^y]: c", "footnote-nested", 3, 8),
        ("a[^x]", "footnote-undefined", 1, 2),
        ("a\n\n[^x]: lost", "footnote-unused", 3, 1),
        ("a[^x]\n\n[^x]: one\n\n[^x]: two", "footnote-twice", 5, 1),
        ("| a | b |\n|---|---|\n| 1 | 2 | 3 |", "table-row", 3, 1),
    ],
)
def test_what_is_not_printed_is_reported_at_its_line(text: str, kind: str, line: int, column: int) -> None:
    assert needs_parsing(text)
    problems = [(problem.kind, problem.span.line, problem.span.column) for problem in parse_body(text).problems]
    assert (kind, line, column) in problems


@pytest.mark.parametrize("mark", [">", "- ", "* ", "1. "])
def test_text_beyond_the_parsers_own_limit_is_reported(mark: str) -> None:
    quotes = "\n".join(mark * (depth + 1) + f" t{depth}" for depth in range(60))
    items = "\n".join("   " * depth + mark + f"t{depth}" for depth in range(60))
    nested = quotes if mark == ">" else items
    assert "nested-too-deep" in [problem.kind for problem in parse_body(nested).problems]


def words(node: "Block | Inline | tuple[Block | Inline, ...]") -> list[str]:
    """All words of a tree, footnotes where their marks stand."""
    kinds: list[str] = []
    match node:
        case tuple():
            for child in node:
                kinds += words(child)
        case Text(text):
            kinds += re.findall(r"[^\W_]+", text)
        case Footnote(blocks=blocks) | Quote(blocks=blocks) | Group(blocks=blocks):
            kinds += words(blocks)
        case Paragraph(content=content, number=number):
            kinds += re.findall(r"\w+", number) + words(content)
        case Items(items=items):
            for item in items:
                kinds += words(item)
        case Table(head=head, rows=rows):
            for row in (head, *rows):
                for cell in row:
                    kinds += words(cell.blocks)
        case Heading(content=content) | Link(content=content):
            kinds += words(content)
        case _:
            kinds += words(getattr(node, "content", ()))
    return kinds


@pytest.mark.parametrize(
    "text", ["1.1 **Aim.** Text", "1.1\n**Aim.** Text", "1.1 [t](https://x.org) text", "1.1 a *b*"]
)
def test_a_number_stays_one_before_emphasis_and_links(text: str) -> None:
    (paragraph,) = parse_body(text).blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.number == "1.1"
    assert not isinstance(paragraph.content[0], Text) or paragraph.content[0].text.strip()


@pytest.mark.parametrize("text", ["- [n]: https://x.org", "> [n]: https://x.org", "1. [n]: x\n\ntext [n]"])
def test_a_link_definition_within_a_block_is_reported_and_kept(text: str) -> None:
    body = parse_body(text)
    assert [problem.kind for problem in body.problems] == ["reference"]
    assert "n" in words(body.blocks)


_PIECES = (
    *["## \u00a0\n", "### {#b}\n", "## ##\n", "##\n", "## {#b} #\n"],
    *["## H\n", "## Бөлім {#s}\n", "1.1 ", "word ", "сөз ", "*", "**", "- ", "  - ", "1. ", "2) ", "> ", "\n", "\n\n"],
    *["| a | b |\n|---|---|\n| c | d |\n", "[t](https://x.org)", "[^n]", "\n[^n]: fn\n", "\\", "_", "[", "]", "("],
    *[")", "# ", "=", "---\n", "    ", "\t", "<", ">", "`", "!", "{", "}", "+ ", "~", "&amp;"],
)
MARKDOWN = st.lists(st.sampled_from(_PIECES), max_size=25).map("".join)


@settings(max_examples=examples(1500))
@given(MARKDOWN)
def test_a_body_without_problems_keeps_every_word(text: str) -> None:
    body = parse_body(text)
    if body.problems:
        return
    written = re.sub(r"\{#[a-z0-9-]+\}|\]\(https://x\.org\)|\[\^n\]:?", " ", text)
    remaining = words(body.blocks)
    for word in set(re.findall(r"[^\W\d_]{2,}", written)):
        assert remaining.count(word) >= 1, word


@settings(max_examples=examples(1500))
@given(MARKDOWN)
def test_the_quick_reading_agrees_with_the_parser(text: str) -> None:
    body = parse_body(text)
    assert needs_parsing(text) == needs_parsing(text, encode_single_byte(text))
    if needs_parsing(text):
        return
    assert body.problems == ()
    outline = read_outline(text, 1)
    headings = [(block.level, block.id, block.span.line) for block in body.blocks if isinstance(block, Heading)]
    assert [(section.level, section.id, section.span.line) for section in outline.sections] == headings
    paragraphs = [block for block in body.blocks if isinstance(block, Paragraph)]
    numbered = [(block.number, block.span.line) for block in paragraphs if block.number]
    assert [(section.number, section.span.line) for section in outline.numbered] == numbered


_PARTS = (
    *_PIECES,
    *["\n\n", "word\n\n", "text {#a}\n", "[n]: https://x.org\n", "```\n", "<!-- ", "- x\n\n  y\n\n", "::: x\n"],
    *[
        "> word\n\n",
        "word[^n] word.\n\n[^n]: note\n\n",
        "[^m]",
        "\n\n[^m]: note",
        "\n\n[^o]: note[^m]\n\n",
        "\n\n| a | b |\n| - | - |\n| c | d |\n\n",
    ],
)
PARTED = st.lists(st.sampled_from(_PARTS), max_size=40).map("".join)


@settings(max_examples=examples(1500))
@given(PARTED)
def test_the_doubtful_parts_hold_all_problems_of_the_whole(text: str) -> None:
    left = keep_unparsed_blocks(text)
    assert parse_body(text).problems == (parse_body(left).problems if left else ())


@settings(max_examples=examples(1000))
@given(PARTED, st.booleans())
def test_a_paragraph_at_an_end_is_the_one_that_the_parser_finds(text: str, last: bool) -> None:
    paragraphs = [block for block in parse_body(text, 5).blocks if isinstance(block, Paragraph)]
    paragraph = None if needs_parsing(text) else read_lone_paragraph(text, 5, last=last)
    assert paragraph is None or paragraph == paragraphs[-1 if last else 0]
