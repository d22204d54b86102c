"""Text under negotiation: what is a proposal and whose, and what is none."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cica_docs.text.proposal_views import as_drafted, as_if_agreed, as_state
from cica_docs.text.proposal_writing import add_proposal, read_draft
from cica_docs.text.proposals import Alternative, find_proposals
from cica_docs.values.language import Language

NAMES = {"Avelor": "XA", "Белмара": "XB"}


def alternatives(text: str) -> list[list[tuple[str, str]]]:
    return [
        [(" ".join(each.states), each.text) for each in proposal.alternatives]
        for proposal in find_proposals(text, NAMES)
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("They [may] meet", [[("", "may")]]),
        ("They [may] [will] meet", [[("", "may")], [("", "will")]]),
        ("They [XA: may] meet", [[("XA", "may")]]),
        ("They [XA, XB: may wish to] meet", [[("XA XB", "may wish to")]]),
        ("They [XA,XB:may] meet", [[("XA XB", "may")]]),
        ("They [XA: may / XB, XC: will] meet", [[("XA", "may"), ("XB XC", "will")]]),
        ("Они [XA: могут / XB: будут] собираться", [[("XA", "могут"), ("XB", "будут")]]),
        ("Олар [XA: жинала алады] деп", [[("XA", "жинала алады")]]),
        ("[XA: one [XB: or two] of them]", [[("XA", "one [XB: or two] of them")], [("XB", "or two")]]),
        ("[and/or others]", [[("", "and/or others")]]),
        ("[Note: a word]", [[("", "Note: a word")]]),
        (
            "[XA: one [XB: a / XC: b] / XD: c]",
            [[("XA", "one [XB: a / XC: b]"), ("XD", "c")], [("XB", "a"), ("XC", "b")]],
        ),
        ("[Avelor, XB: may / Белмара: will]", [[("XA XB", "may"), ("XB", "will")]]),
        ("[XA: First. Second\nline]", [[("XA", "First. Second\nline")]]),
        ("as follows [XA: below]: one", [[("XA", "below")]]),
    ],
)
def test_a_proposal_has_its_wordings_and_states(text: str, said: list[list[tuple[str, str]]]) -> None:
    assert alternatives(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "in 2023 [sic] they",
        "as in [2] and [3, 4]",
        "as in [2–5]",
        "left out […] here",
        "left out [...] here",
        "a [link](https://example.org)",
        "a note[^1] here",
        "[^1]: a note",
        "an [] empty one",
        "an [open one",
        "a closed] one",
        "[a]: https://example.org",
        "[iv] of it",
        "[emphasis added] here",
        "[так в тексте]",
        "[TODO: to write]",
        r"a \[XA: literal\] bracket",
        "one [XA: paragraph\n\nand another]",
        "- [XA: an item\n- and another]",
    ],
)
def test_what_is_no_proposal_is_passed_over(text: str) -> None:
    assert alternatives(text) == []


def test_places_are_those_of_the_text() -> None:
    text = "They [XA: may [XB: not] meet] here."
    assert [text[each.start : each.end] for each in find_proposals(text)] == ["[XA: may [XB: not] meet]", "[XB: not]"]


def test_the_states_of_a_proposal_are_named_once() -> None:
    (proposal,) = find_proposals("[XA: a / XB, XA: b]")
    assert proposal.states == ("XA", "XB")
    assert proposal.alternatives[1] == Alternative(("XB", "XA"), "b")


@given(st.text(alphabet="[]XAB: ,/a^(", max_size=60))
def test_any_text_is_read_and_every_place_is_in_it(text: str) -> None:
    for proposal in find_proposals(text):
        assert text[proposal.start] == "["
        assert text[proposal.end - 1] == "]"
        assert proposal.alternatives


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("[XB: delete: may]", [("deletion", "may")]),
        ("[may / XB: исключить]", [("proposed", "may"), ("deletion", "")]),
        ("[XB: ескертпе]", [("reservation", "")]),
        ("[agreed language: on x]", [("agreed", "on x")]),
        ("[delete]", [("proposed", "delete")]),
        ("[ескертпе: x]", [("proposed", "ескертпе: x")]),
    ],
)
def test_a_stance_is_said_in_any_language(text: str, stances: list[tuple[str, str]]) -> None:
    (proposal,) = find_proposals(text)
    assert [(each.stance, each.text) for each in proposal.alternatives] == stances


@given(st.lists(st.sampled_from(["[", "]", "XA", "XB: ", "a ", " / ", "delete: ", "b", ".", "\n", "- "]), max_size=14))
def test_a_view_without_proposals_is_the_text(pieces: list[str]) -> None:
    """Views change nothing but proposals, and leave none that they settle."""
    text = "".join(pieces)
    if not any(find_proposals(text)):
        assert as_drafted(text) == as_state(text, "XA") == as_if_agreed(text) == text
    assert not any(each.states == ("XB",) for each in find_proposals(as_state(as_drafted(text), "XB")))
    assert read_draft(text).text.split() == as_drafted(text.replace("\n- ", " - ")).split() or "\n" in text


@given(
    st.lists(st.sampled_from(["[XA: a]", "[b / XC: c]", "[XD: delete: d]", "e", "[f]", "g."]), min_size=1, max_size=6),
    st.data(),
)
def test_a_further_proposal_never_changes_the_draft(pieces: list[str], data: st.DataObject) -> None:
    text = " ".join(pieces)
    draft = read_draft(text).text
    start = data.draw(st.integers(0, len(draft)))
    end = data.draw(st.integers(start, len(draft)))
    stance = data.draw(st.sampled_from(["proposed", "deletion", "reservation"])) if start < end else "proposed"
    asked = Alternative(("XB",), "new" if stance == "proposed" else "", stance)
    new = add_proposal(text, start, end, asked, Language("en"))
    if new is not None:
        assert " ".join(read_draft(new).text.split()) == " ".join(draft.split())
        assert "XB" in {state for each in find_proposals(new) for state in each.states}


BASKET = """1.1 They [may / XB: will] meet [XA: often, [XC: very] ] here [XB: delete: in spring].

1.2 [XA: A paragraph.]

- [XC: An item.]
- [Another.]"""


@pytest.mark.parametrize(
    ("view", "lines"),
    [
        (as_drafted, ["1.1 They may meet here in spring.", "- [Another.]"]),
        (
            lambda text: as_state(text, "XA"),
            ["1.1 They may meet often, here in spring.", "1.2 A paragraph.", "- [Another.]"],
        ),
        (lambda text: as_state(text, "XB"), ["1.1 They will meet here.", "- [Another.]"]),
        (
            as_if_agreed,
            ["1.1 They will meet often, very here.", "1.2 A paragraph.", "- An item.", "- Another."],
        ),
    ],
)
def test_a_text_is_shown_as_somebody_would_have_it(view: Callable[[str], str], lines: list[str]) -> None:
    assert [" ".join(line.split()) for line in view(BASKET).splitlines() if line] == lines


def test_several_answers_at_one_place_stay_beside_each_other() -> None:
    """Nothing of the draft is changed, and what cannot be put beside the rest is refused."""
    text = "They may meet in [spring]."
    for states, start, end, words, stance in (
        ("XB", 5, 8, "will", "proposed"),
        ("XC", 5, 8, "will", "proposed"),
        ("XA", 5, 8, "", "deletion"),
        ("XA", 13, 13, " often", "proposed"),
        ("XD", 14, 14, "never", "proposed"),
        ("XD", 17, 25, "", "reservation"),
    ):
        new = add_proposal(text, start, end, Alternative((states,), words.strip(), stance), Language("en"))
        assert new is not None
        assert read_draft(new).text == "They may meet in [spring]."
        text = new
    assert text == (
        "They [may / XB, XC: will / XA: delete] meet [XA: often / XD: never] in [XD: reservation: [spring]]."
    )
    assert add_proposal(text, 6, 9, Alternative(("XB",), "x"), Language("en")) is None
    assert add_proposal(text, 0, 4, Alternative(("XB",), "a ] b"), Language("en")) is None
