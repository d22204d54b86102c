"""Text under negotiation: what is a proposal and whose, and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cica_docs.text.proposals import Alternative, find_proposals


def alternatives(text: str) -> list[list[tuple[str, str]]]:
    return [[(" ".join(each.states), each.text) for each in proposal.alternatives] for proposal in find_proposals(text)]


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
