"""The kinds that a register uses."""

from dataclasses import replace

import pytest

from cica_docs.documents.kind import Kinds
from cica_docs.register.open import packaged_kinds

EVERY = packaged_kinds()


@pytest.fixture(scope="module")
def with_own() -> Kinds:
    """All kinds, and one that a body has besides."""
    own = replace(EVERY.kinds["notice"], name="outline", data={**EVERY.kinds["notice"].data, "by_name": True})
    return replace(EVERY, kinds={**EVERY.kinds, "outline": own})


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


def test_a_kind_by_name_is_used_where_it_is_named(with_own: Kinds) -> None:
    assert "outline" in with_own.used(("mandate", "outline")).kinds
    assert {"outline", "mandates"} & {*with_own.used(("mandates", "outline")).kinds} == {"outline"}


@pytest.mark.parametrize("names", [(), ("mandate",), ("mandates",)])
def test_a_kind_by_name_is_left_out_elsewhere(with_own: Kinds, names: tuple[str, ...]) -> None:
    assert "outline" in with_own.used(names).left_out
