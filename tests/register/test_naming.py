"""What a reader names is the one thing that is called so; what may be several is asked about."""

import pytest

from cica_docs.register.naming.find import ids_meant, suggest

STATES = {
    "KZ": ("KAZ", "Kazakhstan", "Казахстан", "Қазақстан"),
    "KG": ("KGZ", "Kyrgyzstan", "Кыргызстан", "Қырғызстан"),
    "TR": ("TUR", "Türkiye", "Турция", "Түркия"),
}


@pytest.mark.parametrize("given", ["KZ", "kz", "kaz", "Kazakhstan", "КАЗАХСТАН", "қазақ", " Казахстан "])
def test_an_id_a_name_in_any_language_and_a_beginning_mean_the_same(given: str) -> None:
    assert ids_meant(given, STATES) == ("KZ",)


def test_a_beginning_of_several_names_means_all_of_them() -> None:
    assert ids_meant("K", STATES) == ("KZ", "KG")


def test_an_id_goes_before_a_name_that_it_begins() -> None:
    assert ids_meant("tourism", {"tourism": ("Tourism",), "tourism-2": ("Tourism again",)}) == ("tourism",)


def test_nothing_means_nothing() -> None:
    assert ids_meant(" ", STATES) == ids_meant("Atlantis", STATES) == ()


def test_a_beginning_is_not_taken_for_a_whole_name() -> None:
    assert ids_meant("kazakh", STATES, whole=True) == ()


def test_a_misspelt_name_suggests_what_is_called_nearly_so() -> None:
    assert suggest("Казакстан", STATES) == ("KZ",)
