"""The kinds that a register uses."""

import pytest

from cica_docs.register.open import packaged_kinds

EVERY = packaged_kinds()


def test_no_names_mean_all_kinds() -> None:
    used = EVERY.used(())
    assert used.kinds == EVERY.kinds
    assert used.left_out == {}


def test_named_kinds_are_used_beside_the_decision() -> None:
    used = EVERY.used(("mandate", "notice"))
    assert tuple(used.kinds) == ("decision", "mandate", "notice")
    assert used.every == EVERY.kinds
    assert {*used.kinds, *used.left_out} == set(EVERY.kinds)


@pytest.mark.parametrize("names", [("mandates",), ("mandate", "mandates")])
def test_a_name_that_is_not_known_leaves_nothing_out(names: tuple[str, ...]) -> None:
    assert EVERY.used(names).left_out == {}


def test_kinds_are_chosen_anew_from_all() -> None:
    used = EVERY.used(("mandate",)).used(("notice",))
    assert tuple(used.kinds) == ("decision", "notice")
