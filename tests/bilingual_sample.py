"""A file of one unit in each format of translators' tools, and what reading it gives."""

import pytest

from cica_docs.translations.formats import Format, write_exchange_file
from cica_docs.translations.parse import ExchangeFile, parse_exchange
from cica_docs.translations.units import Exchange, Unit
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language

SOURCE, TARGET = "Air knows no borders. Water knows none.", "Воздух не знает границ. Вода их не знает."
UNIT = Unit("p1", SOURCE, TARGET, "paper/x/en.md:7", "Rationale")
XML = [Format.XLIFF, Format.XLIFF2, Format.TMX]


def file(format: Format, *units: Unit) -> str:
    """A file of these units, or of one."""
    what = Exchange("paper/x", Language("ru"), Language("en"), "a" * 40, "b" * 40, units or (UNIT,))
    return write_exchange_file(what, format).decode()


def given(text: str) -> ExchangeFile:
    """What is read from a file in UTF-8."""
    return parse_exchange(text.encode())


def failure(content: bytes) -> tuple[str, dict[str, object]]:
    """The key and the values of the failure that a file is."""
    with pytest.raises(Failure) as caught:
        parse_exchange(content)
    return caught.value.key, caught.value.details
