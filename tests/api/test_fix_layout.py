"""What is pasted from a word processor is put right without the loss of a word."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cica_docs.api.fix_layout import LAYOUT_RULES, fix_layout
from cica_docs.documents.document import Document
from cica_docs.documents.misread.find import find_misread
from cica_docs.documents.source import decode
from cica_docs.values.language import Language

TITLES = {"rationale": "## Rationale {#rationale}"}
HEAD = "---\ntitle: Trial\n---\n\n"


def fixed(body: str, *rules: str) -> str:
    """The body after the fix of some rules, or of all."""
    after = fix_layout(_document(body), {*(rules or LAYOUT_RULES)}, TITLES).source.text
    assert after.startswith(HEAD)
    return after.removeprefix(HEAD)


def _document(body: str) -> Document:
    return Document("concept-paper", "trial", Language("en"), "en.md", decode((HEAD + body).encode()))


@pytest.mark.parametrize(
    ("pasted", "meant"),
    [
        ("It is:\n• one;\n•two\n  and more.\n", "It is:\n- one;\n- two\n  and more.\n"),
        ("– one;\n– two.\n", "- one;\n- two.\n"),
        ("(a) one;\n(b) two.\n", "(a) one;\n\n(b) two.\n"),
        ("> 1.1 One.\n> 1.2 Two.\n", "> 1.1 One.\n>\n> 1.2 Two.\n"),
        ("1.1 One.\n1.2 Two.\n", "1.1 One.\n\n1.2 Two.\n"),
        ("1.1. One.\n", "1.1 One.\n"),
        ("1.1.\tOne.\n1.2\tTwo.\n", "1.1 One.\n\n1.2 Two.\n"),
        ("1.1. One.\n1.2. Two.\n\n**bold\n", "1.1 One.\n\n1.2 Two.\n\n**bold\n"),
        ("A\tB\n1|2\t3\n", "| A | B |\n| --- | --- |\n| 1\\|2 | 3 |\n"),
        ("**3. RATIONALE:**\n", "## Rationale {#rationale}\n"),
        ("##\u00a0Rationale {#rationale}\n", "## Rationale {#rationale}\n"),
        ("5&nbsp;km &ndash; AT&T &lt;\n", "5\u00a0km – AT&T &lt;\n"),
    ],
)
def test_what_is_certain_is_put_right(pasted: str, meant: str) -> None:
    assert fixed(pasted) == meant
    assert fixed(meant) == meant


@pytest.mark.parametrize("body", ["A\tB\n1\t2\t3\n", "3. c\n5. e\n", "1) a\n2) b\n", "H~2~O and **bold\n"])
def test_what_is_not_certain_is_left(body: str) -> None:
    assert [*find_misread(_document(body), TITLES)]
    assert fixed(body) == body


def test_a_rule_that_is_not_chosen_is_left() -> None:
    assert fixed("• one\n\n1.1. One.\n", "layout/number-misread") == "• one\n\n1.1 One.\n"


SIGNS = st.sampled_from(
    ["• ", "– ", "(a) ", "1.1 A", "1. ", "- ", "\t", "|", "&nbsp;", "\u00a0", "**", "`", "> ", "\n", "\n\n"]
)
WORDS = st.text(string.ascii_letters + "ж", min_size=1, max_size=4)


@given(st.lists(st.one_of(SIGNS, WORDS, st.just(". "))).map("".join))
def test_no_word_is_lost_and_a_second_time_nothing_is_left(body: str) -> None:
    once = fixed(body)
    assert fixed(once) == once
    words = ("".join(filter(str.isalnum, text.replace("&nbsp;", "\u00a0"))) for text in (body, once))
    assert len({*words}) == 1
