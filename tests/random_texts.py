"""Pairs of texts at random, an earlier and a later one, with every kind of block."""

from typing import Any

from hypothesis import strategies as st

from cica_docs.documents.markdown.blocks import (
    Block,
    Cell,
    Emphasis,
    Footnote,
    Group,
    Heading,
    Inline,
    Items,
    LineBreak,
    Link,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
)

WORDS = ["the", "State", "meeting", "Координатор", "сфера,", "үйлестіруші", "2029", "30 June 2029", "(CICA)", "—", "a"]
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
LEAVES = st.one_of(
    TEXTS.map(Text), st.just(LineBreak()), TEXTS.map(lambda text: Footnote("n", (Paragraph((Text(text),)),)))
)
INLINES: st.SearchStrategy[tuple[Inline, ...]] = st.lists(
    st.one_of(
        LEAVES,
        st.builds(Emphasis, st.tuples(LEAVES)),
        st.builds(Strong, st.tuples(st.builds(Emphasis, st.tuples(LEAVES)))),
        st.builds(Link, st.just("https://example.org"), st.tuples(TEXTS.map(Text))),
    ),
    max_size=4,
).map(tuple)
PARAGRAPHS = st.builds(Paragraph, INLINES, st.sampled_from(["", "1.1", "1.2"]))
HEADINGS = st.builds(Heading, st.integers(2, 3), INLINES)
SIMPLE: st.SearchStrategy[Block] = st.one_of(PARAGRAPHS, HEADINGS)
ITEM = st.lists(SIMPLE, max_size=2).map(tuple)
ROW = st.tuples(*[st.lists(PARAGRAPHS, max_size=1).map(tuple).map(Cell)] * 2)
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    SIMPLE,
    st.builds(Items, st.lists(ITEM, max_size=4).map(tuple), st.sampled_from([None, 1])),
    st.builds(Quote, ITEM),
    st.builds(Group, st.sampled_from(["body", "notice"]), ITEM),
    st.builds(Table, ROW, st.lists(ROW, max_size=3).map(tuple), st.just(("", ""))),
)
BODIES = st.lists(BLOCKS, max_size=6).map(tuple)


@st.composite
def edited(draw: st.DrawFn) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """A text, and one that comes of it by removing, adding, moving and rewriting some blocks."""
    old = draw(BODIES)
    new: list[Any] = []
    for block in old:
        match draw(st.sampled_from(["keep", "keep", "drop", "add", "rewrite", "move"])):
            case "keep":
                new.append(block)
            case "add":
                new += [block, draw(BLOCKS)]
            case "rewrite":
                new.append(draw(BLOCKS))
            case "move":
                new.insert(0, block)
    return old, tuple(new)


PAIRS = st.one_of(edited(), st.tuples(BODIES, BODIES))
