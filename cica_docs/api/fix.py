"""Put right what can be put right without anybody's judgement: letters, signs, spaces, line ends."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import unified_diff

from cica_docs.api.checking.check import select_rules
from cica_docs.api.fix_layout import LAYOUT_RULES, fix_layout
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document, RegisterFile
from cica_docs.documents.equivalence import is_equivalent
from cica_docs.documents.front_matter import split_front_matter
from cica_docs.documents.misread.find import titles_by_kind
from cica_docs.documents.source import Source, decode
from cica_docs.documents.text_runs import text_runs_of
from cica_docs.languages import Correction, Known, find_corrections, vocabulary
from cica_docs.snapshot.snapshot import blob_id
from cica_docs.text.escape import escape_terminal
from cica_docs.text.invisible import remove_invisible

_GROUP = "letters"
_FORM = "form/unreadable"
_SPACING = "letters/spacing"
# What is done only when it is asked for by name: the register leaves it open, or a letter is changed for one that does
# not look the same.
_ASKED = frozenset({"letters/no-break-space"})
_NEVER = frozenset({"letters/foreign-letter"})
# Two spaces at the end of a line break it there; a single one, or any before an empty line, does nothing.
_TRAILING = re.compile(r"(?<=\S) (?=\n)|(?<![ \t])[ \t]+(?=\n(?:\n|\Z)|\Z)")
_LONGEST = 2000
_MENDED_FIRST = frozenset({"not-nfc", "refused-character", "byte-order-mark"})
"""The problems of a text that are put right before anything else, as far as they can be."""


@dataclass(frozen=True)
class Repair:
    """A file as it is and as it would be; where the two would not say the same, it is `refused` and left alone."""

    path: str
    before: bytes
    after: bytes
    refused: bool = False

    @property
    def line_ends(self) -> int:
        """How many line ends of Windows it has that it would not have."""
        return self.before.count(b"\r\n") - self.after.count(b"\r\n")

    def diff(self, shown: str) -> Iterator[str]:
        """Yield the lines of a unified diff, escaped for the terminal, without line ends."""
        texts = (content.decode("utf-8", "replace").replace("\r\n", "\n") for content in (self.before, self.after))
        before, after = (text.split("\n") for text in texts)
        lines = unified_diff(before, after, f"a/{shown}", f"b/{shown}", n=1, lineterm="")
        return (escape_terminal(line, _LONGEST) for line in lines)


def list_fixable_rules() -> tuple[str, ...]:
    """List the rules whose findings can be fixed."""
    return (_FORM, *LAYOUT_RULES, *(rule.name for rule in select_rules([_GROUP], []) if rule.name not in _NEVER))


def plan_repairs(corpus: Corpus, *, select: Sequence[str] = (), paths: Sequence[str] = ()) -> tuple[Repair, ...]:
    """Plan the repairs by file; a translation of a repaired original gets the new blob id."""
    chosen = {rule.name for rule in select_rules(select, ())} - _NEVER if select else set(list_fixable_rules()) - _ASKED
    known = vocabulary(corpus)
    shown = (file for file in corpus.files if not isinstance(file, Document) or file.is_shown_whole)
    wanted = (file for file in shown if not paths or any(_is_in(file.path, path) for path in paths))
    planned = (_repair(corpus, file, chosen, known) for file in wanted)
    repairs = {repair.path: repair for repair in planned if repair}
    for work in {path.rpartition("/")[0] for path, repair in repairs.items() if not repair.refused}:
        repairs.update(_following(corpus, work, repairs))
    return tuple(repairs[path] for path in sorted(repairs))


def _is_in(path: str, folder: str) -> bool:
    return folder in {"", "."} or path == folder or path.startswith(folder.rstrip("/") + "/")


def _repair(corpus: Corpus, file: RegisterFile, chosen: set[str], known: Known) -> Repair | None:
    before = corpus.snapshot.read(file.path)
    read = _readable(file, before, chosen)
    if read is None or (isinstance(read, Document) and read.get("/sha256")):
        return None
    if isinstance(read, Document):
        read = fix_layout(read, chosen, titles_by_kind(corpus).get((read.kind, read.language), {}))
    after = _mended(read, chosen, known).encode()
    if after == before:
        return None
    if is_equivalent(read, _reread(read, decode(after))):
        return Repair(file.path, before, after)
    safe = _mended_safely(read, chosen, known).encode()
    return Repair(file.path, before, after, refused=True) if safe == before else Repair(file.path, before, safe)


def _mended_safely(file: RegisterFile, chosen: set[str], known: Known) -> str:
    """Return the text with those repairs alone that leave what it says as it is."""
    mended = file
    for edit in _edits(file, chosen, known):
        attempt = _reread(mended, decode(_replaced(mended.source.text, edit).encode()))
        if is_equivalent(file, attempt):
            mended = attempt
    if _SPACING in chosen and isinstance(mended, Document):
        attempt = _reread(mended, decode(_without_trailing_spaces(mended.source.text).encode()))
        mended = attempt if is_equivalent(file, attempt) else mended
    return mended.source.text


def _readable(file: RegisterFile, content: bytes, chosen: set[str]) -> RegisterFile | None:
    """Normalize a file to NFC, and take out invisible signs, if nothing else keeps it from being read."""
    source = decode(content)
    if source.problems and _FORM in chosen and {problem.kind for problem in source.problems} <= _MENDED_FIRST:
        source = decode(unicodedata.normalize("NFC", remove_invisible(source.text)).encode())
    normalized = _reread(file, source)
    return None if normalized.problems else normalized


def _reread(file: RegisterFile, source: Source) -> RegisterFile:
    return replace(file, source=source)


def _mended(file: RegisterFile, chosen: set[str], known: Known) -> str:
    text = file.source.text
    for edit in _edits(file, chosen, known):
        text = _replaced(text, edit)
    return _without_trailing_spaces(text) if _SPACING in chosen and isinstance(file, Document) else text


def _edits(file: RegisterFile, chosen: set[str], known: Known) -> Iterator[Correction]:
    """Yield the corrections to make, the last of the file first; no two overlap."""
    certain = (
        correction
        for correction in find_corrections(file, known, spaces=f"{_GROUP}/no-break-space" in chosen)
        if _is_certain(correction, chosen)
    )
    end = len(file.source.text)
    for correction in sorted(certain, key=lambda correction: correction.start, reverse=True):
        if correction.end <= end and _is_replaceable(file, correction):
            yield correction
            end = correction.start


def _replaced(text: str, correction: Correction) -> str:
    return text[: correction.start] + correction.suggestions[0] + text[correction.end :]


def _without_trailing_spaces(text: str) -> str:
    body = split_front_matter(text).body
    return text[: len(text) - len(body)] + _TRAILING.sub("", body)


def _is_certain(correction: Correction, chosen: set[str]) -> bool:
    return len(correction.suggestions) == 1 and f"{_GROUP}/{correction.rule}" in chosen


def _is_replaceable(file: RegisterFile, correction: Correction) -> bool:
    """Whether the correction is in the body or in a value on one line."""
    for stretch in text_runs_of(file):
        if stretch.start <= correction.start < stretch.start + len(stretch.text):
            return stretch.is_body or "\n" not in stretch.text
    return False


def _following(corpus: Corpus, work: str, repairs: dict[str, Repair]) -> Iterator[tuple[str, Repair]]:
    """Yield the translations of a repaired original with its new blob id."""
    original = corpus.document(work)
    repair = repairs.get(original.path) if original else None
    if original is None or repair is None or repair.refused:
        return
    old, new = original.blob.encode(), blob_id(repair.after).encode()
    for document in corpus.documents:
        if document.work == work and document.get("/translates") == original.blob:
            content = corpus.snapshot.read(document.path)
            own = repairs.get(document.path) or Repair(document.path, content, content)
            if not own.refused and own.after.count(old) == 1:
                yield document.path, replace(own, after=own.after.replace(old, new))
