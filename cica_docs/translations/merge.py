"""Merge translated texts into the file in Git: only words change, or nothing at all."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document, read_document
from cica_docs.documents.edit import encode_text, replace_segments
from cica_docs.documents.placeholders import is_to_be_written
from cica_docs.documents.segments import read_segments
from cica_docs.documents.source import REFUSED
from cica_docs.snapshot.memory import MemorySnapshot
from cica_docs.translations.parse import ExchangeFile
from cica_docs.translations.realign import realign
from cica_docs.translations.staleness import Translation
from cica_docs.translations.tidy import tidy_text
from cica_docs.values.output import Output

MOST_CHARACTERS = 32 * 1024
_NUMBER = re.compile(r"[0-9]+")
_PROTECTED: Mapping[str, re.Pattern[str]] = {
    # None of them looks past where another of its kind may begin: a text of brackets alone is then read once.
    "footnote": re.compile(r"\[\^[^\[\]\s]++\]"),
    "link": re.compile(r"\]\((?:[^)\]\s]|\](?!\())++\)"),
    "emphasis": re.compile(r"(?<![\\*])\*{1,3}(?!\*)"),
    "bracket": re.compile(r"(?<!\\)\[(?!\^)(?![^\[\]\n]*+\]\()"),
    "break": re.compile(r"\\\n"),
}


@dataclass(frozen=True)
class Refused:
    """A segment that cannot be taken, and the key of the reason."""

    id: str
    reason: str
    detail: str = ""


@dataclass(frozen=True)
class MergeResult:
    """The file to write, and what was read; if anything is refused there is nothing to write."""

    output: Output | None
    changed: tuple[str, ...]
    empty: int
    """How many segments came back without a translation; their text stays."""
    refused: tuple[Refused, ...]
    unfinished: int = 0
    """How many were left out because their tool marks them as not done."""
    placeholders: int = 0
    """How many were left out because only a placeholder came back."""
    outdated: tuple[str, ...] = ()
    """What was left out because its source is no longer in the original."""
    contested: tuple[str, ...] = ()
    """What was left out because it was changed in the register too since the file was exported."""
    taken_unfinished: tuple[str, ...] = ()
    """What was changed although its tool marks it as not done."""
    absent: tuple[str, ...] = ()
    """What was exported and did not come back."""


def merge(
    corpus: Corpus, translation: Translation, given: ExchangeFile, *, take_unfinished: bool = False
) -> MergeResult:
    """Merge texts that came back into a translation; unfinished ones only if asked for."""
    given, outdated, contested = realign(corpus, translation, given)
    sources = {segment.id: segment.text for segment in translation.sources}
    returned = {id: tidy_text(target) for id, (_, target) in given.texts.items() if target.strip()}
    placeholders = {id for id, text in returned.items() if is_to_be_written(text)}
    unfinished = set() if take_unfinished else given.unfinished & returned.keys() - placeholders
    texts = {id: text for id, text in returned.items() if id not in placeholders | unfinished}
    current = {id: segment.text for id, segment in translation.rendering.items()}
    changed = {id: text for id, text in texts.items() if text != current.get(id)}
    refused = [*_find_unknown(given, sources), *_find_unfit(changed, sources, current)]
    result = None
    if changed and not refused:
        result, refused = _apply_texts(translation, changed, current)
    output = None
    if result is not None and result != translation.document.source.text:
        content = encode_text(result, corpus.snapshot.read(translation.document.path))
        output = Output(translation.document.path, content, translation.work.name, translation.language.value)
    empty = len(given.texts) - len(returned)
    counts = len(unfinished), len(placeholders)
    marked = tuple(id for id in changed if id in given.unfinished)
    left = outdated, contested, marked, given.absent
    return MergeResult(output, tuple(changed), empty, tuple(refused), *counts, *left)


def _find_unknown(given: ExchangeFile, sources: Mapping[str, str]) -> Iterator[Refused]:
    for id, (source, _) in given.texts.items():
        if id not in sources:
            yield Refused(id, "unknown")
        elif tidy_text(source) != tidy_text(sources[id]):
            yield Refused(id, "source")


def _find_unfit(
    changed: Mapping[str, str], sources: Mapping[str, str], current: Mapping[str, str]
) -> Iterator[Refused]:
    """Yield the changed texts that lack something no translation may lose."""
    for id, text in changed.items():
        if id not in sources:
            continue
        if REFUSED.search(text) or "\t" in text:
            yield Refused(id, "character")
            continue
        if len(text) > MOST_CHARACTERS:
            yield Refused(id, "long")
            continue
        lost = Counter(_NUMBER.findall(sources[id])) - Counter(_NUMBER.findall(text))
        if lost:
            yield Refused(id, "number", ", ".join(lost))
        for name, pattern in _PROTECTED.items():
            marks = Counter(pattern.findall(text))
            if marks not in (
                Counter(pattern.findall(allowed)) for allowed in (sources[id], current.get(id, sources[id]))
            ):
                yield Refused(id, name)


def _apply_texts(
    translation: Translation, changed: Mapping[str, str], current: Mapping[str, str]
) -> tuple[str | None, list[Refused]]:
    """Return the file with the changed texts in place; in the shape of the original if the two differ."""
    if [*translation.segments] == [segment.id for segment in translation.sources] and not translation.has_moved:
        return _replace_checked(translation.document, changed)
    whole = {**current, **changed}
    missing = [Refused(segment.id, "missing") for segment in translation.sources if segment.id not in whole]
    if missing:
        # Texts of paragraphs that the translation has are taken where they are; one that it lacks needs all others.
        own = {translation.rendering[id].id: text for id, text in changed.items() if id in translation.rendering}
        return _replace_checked(translation.document, own) if len(own) == len(changed) else (None, missing)
    front = translation.document.source.text[: len(translation.document.source.text) - len(translation.document.text)]
    body = {id: text for id, text in whole.items() if id != "title"}
    result, refused = _replace_checked(translation.original, body)
    if result is None:
        return None, refused
    start = len(translation.original.source.text) - len(translation.original.text)
    merged = front + result[start:]
    title = {"title": whole["title"]} if whole.get("title") != current.get("title") and "title" in whole else {}
    return _replace_checked(_reread(translation.document, merged), title)


def _replace_checked(document: Document, texts: Mapping[str, str]) -> tuple[str | None, list[Refused]]:
    """Return a document with new segments, if it then reads as before with only these changed."""
    result = replace_segments(document, texts)
    if _keeps_structure(document, texts, result):
        return result, []
    return None, [Refused(id, "structure") for id in _breaking_texts(document, texts)]


def _breaking_texts(document: Document, texts: Mapping[str, str]) -> list[str]:
    """Return the texts that break the shape of a document, searched by halves; all if none does alone."""
    if len(texts) <= 1:
        return [*texts]
    ids = [*texts]
    halves = [{id: texts[id] for id in part} for part in (ids[: len(ids) // 2], ids[len(ids) // 2 :])]
    breaking = [
        id for half in halves if not _keeps_structure(document, half, None) for id in _breaking_texts(document, half)
    ]
    return breaking or ids


def _keeps_structure(document: Document, texts: Mapping[str, str], result: str | None) -> bool:
    again = _reread(document, replace_segments(document, texts) if result is None else result)
    before = read_segments(document)
    expected = [(segment.id, segment.kind, texts.get(segment.id, segment.text)) for segment in before]
    return (
        not again.problems
        and [(segment.id, segment.kind, segment.text) for segment in read_segments(again)] == expected
        and len(again.body.problems) <= len(document.body.problems)
        and _facts(again) == _facts(document)
    )


def _facts(document: Document) -> dict[str, object]:
    """Return the front matter without the title, which is text."""
    return {key: value for key, value in document.front.value.items() if key != "title"}


def _reread(document: Document, text: str) -> Document:
    files = MemorySnapshot({document.path: text.encode()})
    return read_document(files, document.path, document.kind, document.id, document.language)
