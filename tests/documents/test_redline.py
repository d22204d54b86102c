"""What changed between two texts: accepting all gives the later one, rejecting all the earlier one."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cica_docs.documents.markdown.blocks import (
    DELETED,
    INSERTED,
    Block,
    Group,
    Heading,
    Inline,
    Items,
    Marked,
    Paragraph,
    Table,
    Text,
)
from cica_docs.documents.markdown.parser import parse_body
from cica_docs.documents.redline import matching
from cica_docs.documents.redline.atoms import atoms_of, content_of
from cica_docs.documents.redline.compare import compare, compare_content
from cica_docs.documents.redline.moves import moved_texts, renumbered
from cica_docs.documents.redline.resolve import accept, plain, reject
from nightly import IS_NIGHTLY
from random_texts import BODIES, INLINES, PAIRS

TEXTS_IN_ORDER = (
    "The Coordinator keeps the paper up to date with others.",
    "Member States take part as they see fit in each activity.",
    "Nothing here affects obligations under any other agreement.",
)


@settings(max_examples=20_000 if IS_NIGHTLY else 500, deadline=None)
@given(PAIRS)
def test_all_changes_accepted_give_the_later_text_and_rejected_the_earlier(
    pair: tuple[tuple[Block, ...], tuple[Block, ...]],
) -> None:
    old, new = pair
    marked = compare(old, new)
    assert plain(accept(marked)) == plain(new)
    assert plain(reject(marked)) == plain(old)


@given(BODIES)
def test_a_text_beside_itself_has_no_change(body: tuple[Block, ...]) -> None:
    assert compare(body, body) == body


@given(INLINES)
def test_atoms_put_together_are_the_text(content: tuple[Inline, ...]) -> None:
    paragraph = (Paragraph(content),)
    assert plain((Paragraph(content_of(atoms_of(content))),)) == plain(paragraph)


def said(old: str, new: str) -> str:
    """The changes between two lines of text, as a terminal shows them."""

    def show(inline: Inline) -> str:
        match inline:
            case Marked(kind, inside):
                before, after = ("{+", "+}") if kind == INSERTED else ("[-", "-]")
                return before + "".join(map(show, inside)) + after
            case Text(text):
                return text
        raise AssertionError(inline)

    return "".join(map(show, compare_content((Text(old),), (Text(new),))))


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("by the Coordinator of", "by the Coordinator, of", "by the Coordinator{+,+} of"),
        ("по совещанию в", "по совещаниям в", "по [-совещанию-]{+совещаниям+} в"),
        ("үйлестіруші тағайындалды", "үйлестірушіні тағайындалды", "[-үйлестіруші-]{+үйлестірушіні+} тағайындалды"),
        ("until 30 June 2029.", "until 30 June 2030.", "until [-30 June 2029-]{+30 June 2030+}."),
        ("within 2.5 years", "within 2.6 years", "within [-2.5-]{+2.6+} years"),
        ("may take part", "shall not take part", "[-may-]{+shall not+} take part"),
        ("old words here now", "new text here now", "[-old words-]{+new text+} here now"),
    ],
)
def test_changes_are_marked_by_word(old: str, new: str, shown: str) -> None:
    assert said(old, new) == shown


def body(text: str) -> tuple[Block, ...]:
    return parse_body(text, 1).blocks


def test_a_text_that_was_only_wrapped_anew_has_no_change() -> None:
    old = body("1.1 The Coordinator keeps\nthe paper up to date.\n")
    new = body("1.1 The Coordinator keeps the paper\nup to date.\n")
    assert compare(old, new) == new


def test_an_item_a_row_and_a_paragraph_are_inserted_and_deleted_whole() -> None:
    old = body("- one thing\n- another thing\n\n| a | b |\n| --- | --- |\n| first row | here |\n\nA last word of it.\n")
    new = body("- one thing\n\n| a | b |\n| --- | --- |\n| first row | here |\n| quite another | text |\n")
    items, table, paragraph = compare(old, new)
    assert isinstance(items, Items)
    assert [type(item[0]) for item in items.items] == [Paragraph, Group]
    assert isinstance(table, Table)
    assert [cell.blocks[0].role for cell in table.rows[1] if isinstance(cell.blocks[0], Group)] == [INSERTED, INSERTED]
    assert isinstance(paragraph, Group)
    assert paragraph.role == DELETED


def test_another_number_of_a_paragraph_is_no_change_of_its_words() -> None:
    (paragraph,) = compare(body("1.1 The Coordinator keeps it.\n"), body("1.2 The Coordinator keeps it.\n"))
    assert paragraph == Paragraph((Text("The Coordinator keeps it."),), "1.2", former="1.1")


def test_a_heading_that_says_something_else_is_the_one_with_its_id() -> None:
    (heading,) = compare(body("## Environmental awareness {#aims}\n"), body("## Teaching {#aims}\n"))
    assert isinstance(heading, Heading)
    assert [type(inline) for inline in heading.content] == [Marked, Marked]


def test_a_paragraph_that_moved_is_named_and_so_are_new_numbers() -> None:
    first, second, third = (f"1.{at} {text}" for at, text in enumerate(TEXTS_IN_ORDER, 1))
    old = body(f"{first}\n\n{second}\n\n{third}\n")
    new = body(f"{second.replace('1.2', '1.1')}\n\n{third.replace('1.3', '1.2')}\n\n{first.replace('1.1 ', '1.3 ')}\n")
    marked = compare(old, new)
    assert [text.partition(" ")[2] for text in moved_texts(marked)] == [TEXTS_IN_ORDER[0]]
    assert renumbered(marked) == (("1.2", "1.1"), ("1.3", "1.2"))


def test_short_blocks_that_are_alike_were_not_moved() -> None:
    assert moved_texts(compare(body("One.\n\nA word.\n"), body("A word.\n\nOne.\n"))) == ()


@settings(deadline=None)
@given(st.lists(st.sampled_from("abcdefgh")), st.lists(st.sampled_from("abcdefgh")), st.sampled_from([0, 4, 100_000]))
def test_what_is_found_in_common_is_in_both_and_in_order(old: list[str], new: list[str], most: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matching, "MOST_PAIRS", most)
        *matches, end = matching.find_matches(old, new)
    assert end == (len(old), len(new), 0)
    first = start = 0
    for match in matches:
        assert match.size > 0
        assert match.old >= first
        assert match.new >= start
        first, start = match.old + match.size, match.new + match.size
        assert old[match.old : first] == new[match.new : start]


def test_words_that_are_once_in_both_divide_a_text_that_has_too_many() -> None:
    old, new = ([*"ab" * 200, word, *"bba" * 200, "once", *"ab" * 200] for word in ("x", "y"))
    sizes = [match.size for match in matching.find_matches(["u", *old, "v"], ["w", *new, "z"])]
    assert sum(sizes) > 600


_SECONDS = 12
LONG = "word " * 100_000


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"| a | b |\n| --- | --- |\n| {LONG}| x |\n", f"| a | b |\n| --- | --- |\n| {LONG}end | x |\n"),
        ("The same.\n\n" * 9_000 + "x", "The same.\n\n" * 8_000 + "y"),
        ("1.1 x" + " a b c" * 2_000, "1.1 y" + " b a c a" * 1_500),
        (
            "\n\n".join(f"1.{at} old {at}" for at in range(4_000)),
            "\n\n".join(f"1.{at} new {at}" for at in range(4_000)),
        ),
    ],
    ids=["huge cell", "same paragraphs", "same words", "every paragraph"],
)
def test_no_text_takes_long(old: str, new: str) -> None:
    before, after = body(old), body(new)
    began = process_time()
    marked = compare(before, after)
    moved_texts(marked)
    assert process_time() - began < _SECONDS
    assert plain(reject(marked)) == plain(before)
