"""Bodies of every kind of block, with signs that Markdown takes for markup."""

from hypothesis import strategies as st

from cica_docs.documents.markdown.blocks import (
    Block,
    Cell,
    Emphasis,
    Heading,
    Items,
    LineBreak,
    Link,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
)

SIGNS = "aбқ 1.)*_[]<>|#-+`\\{}=~:!&^(%/"
LINES = st.text(st.sampled_from(SIGNS), min_size=1, max_size=16).map(lambda text: " ".join(text.split())).filter(bool)
TEXTS = LINES.map(Text)
CONTENT = st.lists(
    st.one_of(
        TEXTS,
        TEXTS.map(lambda text: Emphasis((text,))),
        TEXTS.map(lambda text: Strong((text,))),
        TEXTS.map(lambda text: Strong((Emphasis((text,)),))),
        TEXTS.map(lambda text: Link("https://example.org/a", (text,))),
        st.just(LineBreak()),
    ),
    min_size=1,
    max_size=4,
).map(lambda inlines: (Text("x"), *inlines, Text("y")))
PARAGRAPHS = st.builds(Paragraph, st.one_of(CONTENT, TEXTS.map(lambda text: (text,))))
NUMBERED = st.builds(Paragraph, CONTENT, st.sampled_from(["1.1", "2.10.3"]))
LISTS: st.SearchStrategy[Block] = st.builds(
    Items,
    st.lists(
        st.one_of(
            st.tuples(PARAGRAPHS),
            st.tuples(PARAGRAPHS, PARAGRAPHS),
            st.tuples(PARAGRAPHS, st.builds(Items, st.tuples(st.tuples(PARAGRAPHS)), st.sampled_from([None, 1, 5]))),
        ),
        min_size=1,
        max_size=3,
    ).map(tuple),
    st.sampled_from([None, 1, 9]),
)
CELLS = st.lists(CONTENT, max_size=1).map(lambda texts: Cell(tuple(Paragraph(text) for text in texts)))
ROWS = st.tuples(CELLS, CELLS)
HEADS = st.tuples(*[TEXTS.map(lambda text: Cell((Paragraph((text,)),)))] * 2)
BODIES = st.lists(
    st.one_of(
        PARAGRAPHS,
        NUMBERED,
        LISTS,
        st.builds(Heading, st.integers(2, 4), TEXTS.map(lambda text: (text,)), st.sampled_from(["", "aims"])),
        st.lists(PARAGRAPHS, min_size=1, max_size=2).map(lambda blocks: Quote(tuple(blocks))),
        st.builds(Table, HEADS, st.lists(ROWS, max_size=2).map(tuple), st.just(("", "right"))),
    ),
    min_size=1,
    max_size=4,
).map(tuple)
