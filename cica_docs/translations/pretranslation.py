"""Suggest translations of texts that the register has translated before, with the same words or other numbers alone.

A suggestion is never a translation: numbers change the words around them in Russian, and a text may mean another thing
in another paper. Each is exported with the mark of its format for what is to be reviewed, and left out on import
for as long as it has it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import groupby

from cica_docs.translations.tidy import tidy_text
from cica_docs.translations.units import Entry, Exchange, Unit
from cica_docs.values.language import Language

_NUMBER = re.compile(r"[0-9]+")
Pair = tuple[str, str]
"""A text and its translation."""


def pretranslate(exchange: Exchange, memory: Iterable[Entry]) -> Exchange:
    """Return the units with suggestions where they have no translation, or one that differs in numbers alone."""
    known = _by_shape(memory, exchange.source_language, exchange.language)
    return replace(exchange, units=tuple(_suggested(unit, known) for unit in exchange.units))


def _suggested(unit: Unit, known: Mapping[str, tuple[Pair, ...]]) -> Unit:
    if unit.draft or not unit.is_stale:
        return unit
    pairs = ((unit.was, unit.target),) if unit.target else known.get(_shape(unit.source), ())
    renderings = {_with_numbers_of(unit.source, pair) for pair in pairs}
    # Where the register says it in two ways the choice is the translator's.
    text = renderings.pop() if len(renderings) == 1 else ""
    return replace(unit, target=text, is_suggested=True) if text else unit


def _by_shape(memory: Iterable[Entry], source: Language, target: Language) -> Mapping[str, tuple[Pair, ...]]:
    """Return the pairs of a memory by their text without numbers."""
    pairs = {(texts[source], texts[target]) for _, texts in memory if source in texts and target in texts}
    ordered = sorted((_shape(pair[0]), pair) for pair in pairs)
    return {shape: tuple(pair for _, pair in group) for shape, group in groupby(ordered, lambda named: named[0])}


def _shape(text: str) -> str:
    return _NUMBER.sub("0", tidy_text(text))


def _with_numbers_of(source: str, pair: Pair) -> str:
    """Return the translation of a pair with the numbers of another text; empty if it is not sure which is which."""
    former, translation = pair
    if _shape(source) != _shape(former):
        return ""
    old, new = _NUMBER.findall(former), _NUMBER.findall(source)
    numbers = dict(zip(old, new, strict=True))
    is_sure = [numbers[number] for number in old] == new and Counter(_NUMBER.findall(translation)) == Counter(old)
    if old == new:
        return translation
    return _NUMBER.sub(lambda number: numbers[number[0]], translation) if is_sure else ""
