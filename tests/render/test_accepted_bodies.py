"""What a check accepts of a body, every writer prints, and prints whole."""

import io
import re
from dataclasses import replace
from itertools import count
from zipfile import ZipFile

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from cica_docs.documents.markdown.blocks import Group
from cica_docs.documents.markdown.parser import parse_body
from cica_docs.render.docx.writer import write_docx
from cica_docs.render.html.page import write_html
from cica_docs.render.pdf.writer import write_pdf
from cica_docs.render.txt.writer import write as write_txt
from nightly import examples

from .sample_edition import EN, heading, paper, templates
from .test_pdf import text as text_of_pdf

WORD = "@"
"""Where a word stands that is nowhere else in the body; each must come out of every writer."""
NAMES = ("北京", "서울", "กรุงเทพฯ", "بغداد (العراق) 2023", "ירושלים", "ශ්\u200dරී ලංකාව", "ភ្នំពេញ", "✓ ㎡ ₸")
LABELS = ("a", "b", "c")


def _inlines() -> st.SearchStrategy[str]:
    simple = st.sampled_from([WORD, WORD, f"*{WORD}*", f"**{WORD}**", f"*{WORD} **{WORD}***", f"{WORD}\\\n{WORD}"])
    links = st.sampled_from(
        [f"[{WORD}](https://example.org/x)", f"[*{WORD}*](mailto:x@example.org)", f"{WORD}\n{WORD}"]
    )
    marks = st.sampled_from([f"{WORD}[^{label}]" for label in LABELS])
    names = st.sampled_from([f"{WORD} ({name}) {WORD}" for name in NAMES])
    return st.lists(st.one_of(simple, simple, links, marks, names), min_size=1, max_size=4).map(" ".join)


def _headings() -> st.SearchStrategy[str]:
    endings = st.sampled_from(["", " {#part}", " {#other-part}", " ##"])
    texts = _inlines().map(lambda text: text.replace("\\\n", " ").replace("\n", " "))
    return st.builds(lambda level, text, ending: "#" * level + f" {text}{ending}", st.integers(2, 4), texts, endings)


def _cells() -> st.SearchStrategy[str]:
    return st.one_of(st.just(""), _inlines().map(lambda text: text.replace("\\\n", " ").replace("\n", " ")))


@st.composite
def _tables(draw: st.DrawFn) -> str:
    columns = draw(st.integers(1, 3))
    rows = draw(st.lists(st.lists(_cells(), min_size=columns, max_size=columns), min_size=1, max_size=4))
    # Some tables go over the page's end, where their head comes again.
    filler = [["x"] * columns] * draw(st.sampled_from([0, 0, 70]))
    ruled = draw(st.lists(st.sampled_from(["---", ":--", ":-:", "--:"]), min_size=columns, max_size=columns))
    return "\n".join(f"| {' | '.join(row)} |" for row in (rows[0], ruled, *rows[1:], *filler))


def _below(prefix: str, text: str) -> str:
    """A text as an item or quotation: its first line behind the prefix, the others under it."""
    rest = prefix if prefix.startswith(">") else " " * len(prefix)
    first, *others = text.split("\n")
    return "\n".join([prefix + first, *((rest + line).rstrip() for line in others)])


def _nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, min_size=1, max_size=2).map("\n\n".join)
    quotes = several.map(lambda text: _below("> ", text))
    lists = st.builds(
        lambda sign, items: "\n".join(_below(sign, item) for item in items),
        st.sampled_from(["- ", "1. ", "7) "]),
        st.lists(several, min_size=1, max_size=3),
    )
    return st.one_of(quotes, lists)


BLOCKS = st.recursive(st.one_of(_inlines(), _inlines(), _tables()), _nested, max_leaves=4)
TOPS = st.one_of(BLOCKS, BLOCKS, _headings(), _inlines().map(lambda text: f"1.2 {text}"), st.just("### {#empty}"))


@st.composite
def _bodies(draw: st.DrawFn) -> str:
    blocks = draw(st.lists(TOPS, min_size=1, max_size=6))
    notes = [
        _below(f"[^{label}]: ", draw(BLOCKS)).replace("\n", "\n    ")
        for label in LABELS
        if f"[^{label}]" in str(blocks)
    ]
    number = count()
    return re.sub(WORD, lambda _: f"q{next(number):03d}z", "\n\n".join([*blocks, *notes]) + "\n")


@settings(
    max_examples=min(examples(12), 400), suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow]
)
@given(_bodies())
def test_an_accepted_body_is_printed_whole_by_every_writer(written: str) -> None:
    body = parse_body(written)
    assume(not body.problems)
    edition = replace(paper(EN), unmarked=(Group("title", (heading(1, "Title"),)), *body.blocks))
    words = set(re.findall(r"q[0-9]{3}z", re.sub(r"\]\([^)]*\)", "]", written)))
    page = write_html([edition], templates).decode()
    assert {word for word in words if word not in page} == set()
    with ZipFile(io.BytesIO(write_docx(edition, templates))) as container:
        xml = "".join(
            container.read(name).decode()
            for name in container.namelist()
            if name in ("word/document.xml", "word/footnotes.xml")
        )
    assert {word for word in words if word not in xml} == set()
    lines = write_txt([edition], templates)[0].decode()
    assert {word for word in words if word not in lines} == set()
    printed = text_of_pdf(write_pdf(edition, templates)[0])
    assert {word for word in words if word not in printed} == set()
