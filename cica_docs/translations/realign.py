"""Keep of a file what still fits, if original or translation have changed since it was exported."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.segments import read_segments
from cica_docs.register.restricted.former_originals import former_translation
from cica_docs.translations.parse import ExchangeFile
from cica_docs.translations.staleness import Translation
from cica_docs.translations.tidy import tidy_text
from cica_docs.values.failure import Failure


class Realigned(NamedTuple):
    """A file under the ids of the current original, and the ids of what was left out of it."""

    file: ExchangeFile
    outdated: tuple[str, ...] = ()
    """Texts whose source is no longer in the original."""
    contested: tuple[str, ...] = ()
    """Texts that differ from the exported ones both in the file and in the register."""


def realign(corpus: Corpus, translation: Translation, given: ExchangeFile) -> Realigned:
    """Match a file with texts that may have changed since; raise `Failure` if the exported translation is unknown."""
    outdated: tuple[str, ...] = ()
    former = None
    if given.edition != translation.document.blob:
        former = former_translation(corpus, translation.work, translation.language, given.edition)
        if former is None:
            raise Failure("import-outdated", path=translation.document.path)
    exported = {segment.id: segment.text for segment in read_segments(former)} if former else {}
    if given.original != translation.original.blob:
        places = _places(translation, given)
        outdated = tuple(id for id in given.texts if id not in places)
        given = _moved(given, places)
        exported = {places[id]: text for id, text in exported.items() if id in places}
    if former is None:
        return Realigned(given, outdated)
    current = {id: segment.text for id, segment in translation.rendering.items()}
    contested = tuple(_contested(given, current, exported))
    untouched = {id for id, (_, target) in given.texts.items() if tidy_text(target) == exported.get(id)}
    return Realigned(_without(given, {*contested, *untouched}), outdated, contested)


def _places(translation: Translation, given: ExchangeFile) -> Mapping[str, str]:
    """Return the ids in the current original by those of the file: by id and text, or by a text that occurs once."""
    sources = {segment.id: tidy_text(segment.text) for segment in translation.sources}
    sent = {id: tidy_text(source) for id, (source, _) in given.texts.items()}
    places = {id: id for id, text in sent.items() if sources.get(id) == text}
    free = {id: text for id, text in sources.items() if id not in places}
    times = Counter(free.values()), Counter(text for id, text in sent.items() if id not in places)
    once = {text: id for id, text in free.items() if times[0][text] == times[1][text] == 1}
    return places | {id: once[text] for id, text in sent.items() if id not in places and text in once}


def _moved(given: ExchangeFile, places: Mapping[str, str]) -> ExchangeFile:
    texts = {places[id]: pair for id, pair in given.texts.items() if id in places}
    unfinished = frozenset(places[id] for id in given.unfinished if id in places)
    return replace(given, texts=texts, unfinished=unfinished)


def _without(given: ExchangeFile, ids: set[str]) -> ExchangeFile:
    texts = {id: pair for id, pair in given.texts.items() if id not in ids}
    return replace(given, texts=texts, unfinished=given.unfinished - ids)


def _contested(given: ExchangeFile, current: Mapping[str, str], exported: Mapping[str, str]) -> Iterator[str]:
    """Yield the ids of texts that were changed on both sides, each in its own way."""
    for id, (_, target) in given.texts.items():
        text = tidy_text(target)
        if text and text != current.get(id, "") and exported.get(id) not in {text, current.get(id)}:
            yield id
