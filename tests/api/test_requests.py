"""What a delegation asks is written so that the draft stays, and its own reading is what it wrote."""

from hypothesis import given, settings
from hypothesis import strategies as st

from cica_docs.api.importing.hand import Hand
from cica_docs.api.importing.requests import joined_requests
from cica_docs.documents.segments import Segment
from cica_docs.text.proposal_views import as_drafted, as_state
from cica_docs.values.language import Language
from nightly import IS_NIGHTLY

PLAIN = "the state may will meet often and water soil проводятся совещание жылы".split()  # noqa: SIM905 - words
SIGNS = "state, meet. (air) no; – 5 «soil» [2] 1.1".split()  # noqa: SIM905 - words
TEXTS = st.lists(st.sampled_from(PLAIN + SIGNS), min_size=1, max_size=14).map(" ".join)
PLAIN_TEXTS = st.lists(st.sampled_from(PLAIN), min_size=1, max_size=14).map(" ".join)
XB = Hand("XB", Language("en"))


def proposed(had: str, wanted: str, text: str, hand: Hand) -> str | None:
    return hand.write(text, tuple(joined_requests(Segment("p1.1", "paragraph", had, "", 1, ()), wanted)), wanted)


@settings(max_examples=20_000 if IS_NIGHTLY else 300, deadline=None)
@given(TEXTS, TEXTS)
def test_what_is_written_keeps_the_draft_and_says_what_the_state_wrote(had: str, wanted: str) -> None:
    text = proposed(had, wanted, had, XB)
    if text is not None:
        assert as_drafted(text) == had
        assert as_state(text, "XB") == wanted


@settings(max_examples=20_000 if IS_NIGHTLY else 200, deadline=None)
@given(PLAIN_TEXTS, PLAIN_TEXTS, PLAIN_TEXTS)
def test_two_states_that_change_words_are_both_written_or_the_second_refused(had: str, one: str, two: str) -> None:
    first = proposed(had, one, had, XB)
    assert first is not None
    second = proposed(had, two, first, XB._replace(state="XC"))
    if second is not None:
        assert as_drafted(second) == had
        assert as_state(second, "XB") == one
        assert as_state(second, "XC") == two
