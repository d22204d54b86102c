"""The obligations of both registers, day by day: each with its addressee, days and place, as on file here."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cica_docs.documents.corpus import Corpus
from cica_docs.register.obligations.all import obligations

DAYS = (date(2024, 7, 1), date(2026, 12, 1), date(2029, 5, 2))


def _lines(corpus: Corpus) -> list[str]:
    """One line an obligation on the days: who owes it, when it arises, is due soon and due, and when it was met."""
    return [
        f"{day} {each.id} {each.addressee} {each.arises} {each.soon} {each.due} {each.discharged or '-'}"
        f" {each.place.path}:{each.place.span.line} {','.join(map(str, each.alarms))}"
        for day in DAYS
        for each in obligations(replace(corpus, as_of=day))
    ]


@pytest.mark.parametrize("name", ["register", "example"])
def test_the_obligations_of_a_register_are_those_on_file(name: str, request: pytest.FixtureRequest) -> None:
    corpus = request.getfixturevalue(name)
    assert _lines(corpus) == Path(__file__).with_name(f"obligations-{name}.txt").read_text("utf-8").splitlines()
