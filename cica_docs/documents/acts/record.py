"""Acts on record: those that count, after the corrections that later acts make.

A correction says what was the case all along, so it counts on every day, also before its own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

CORRECTED = "corrected"
"""The kind of act that corrects another one of the same document, or facts in its other fields."""
EDITED = "edited"
"""The kind of act that brings spelling, punctuation or typography of a settled text in order."""
OF_THE_RECORD = (CORRECTED, EDITED)
"""Acts that every kind has. They are about the record and never count for the matter itself."""
_NAMING = ("on", "kind", "by", "ref")
"""The fields by which a correction names an act; its place among the acts does so as well."""
_PLACE = "place"


class WrittenAct(NamedTuple):
    """An act as it is written; `pointer` leads to it in the front matter."""

    pointer: str
    data: Mapping[str, Any]

    @property
    def place(self) -> int:
        """Its place in the list, 0 for the first; that of the act in which it is written."""
        return int(self.pointer.split("/")[2])

    def holds(self, pointer: str) -> bool:
        """Whether a field is one of this act."""
        return f"{pointer}/".startswith(f"{self.pointer}/")

    def is_of(self, kind: str) -> bool:
        """Whether it is an act of a kind."""
        return self.data.get("kind") == kind


class Correction(NamedTuple):
    """An act that corrects another; if it names none that it can correct, `fault` says why and it has no effect.

    `fault` is `missing`, `several`, `below` or `again`: no such act, several, only below, already corrected.
    """

    act: WrittenAct
    corrected: WrittenAct | None
    """None if it records an act that had been left out, or corrects facts."""
    done: WrittenAct | None
    """What counts in its place: the act as it was done, if it was done at all."""
    fault: str = ""

    @property
    def former_facts(self) -> Mapping[str, Any]:
        """What was recorded by mistake outside the acts, by field."""
        facts = self.act.data.get("was")
        return facts if isinstance(facts, dict) else {}


class Record(NamedTuple):
    """The acts of a document: all, those that count, corrections and edits, each in written order."""

    written: tuple[WrittenAct, ...] = ()
    counting: tuple[WrittenAct, ...] = ()
    corrections: tuple[Correction, ...] = ()
    edits: tuple[WrittenAct, ...] = ()
    entries: tuple[tuple[WrittenAct, ...], ...] = ()
    """For each act with corrections: itself, they, and what each put in its place."""

    def same_act(self, pointer: str) -> tuple[Mapping[str, Any], ...]:
        """Return all forms in which an act is on record, each corrected one and what was put in its place."""
        entry = next((entry for entry in self.entries if any(act.pointer == pointer for act in entry)), ())
        return tuple(act.data for act in entry)

    def is_corrected(self, pointer: str) -> bool:
        """Whether a field is one of an act that no longer counts: what is wrong with it has been corrected."""
        corrected = (correction.corrected for correction in self.corrections if correction.corrected)
        return any(
            act.holds(pointer) and not any(act.holds(each.pointer) for each in self.counting) for act in corrected
        )


def read_record(entries: object) -> Record:
    """Read the acts of a document from the list in its front matter."""
    written = tuple(
        WrittenAct(f"/events/{index}", entry)
        for index, entry in enumerate(entries if isinstance(entries, list | tuple) else ())
        if isinstance(entry, dict)
    )
    if not any(act.data.get("kind") in OF_THE_RECORD for act in written):
        return Record(written, written)
    corrections = _Corrections(written)
    for act in written:
        corrections.read(act)
    edits = tuple(act for act in written if act.is_of(EDITED))
    return Record(written, tuple(corrections.counting), tuple(corrections.made), edits, corrections.entries)


@dataclass
class _Entry:
    """An act, and what counts in its place: first itself, then what each correction leaves; the last holds."""

    history: list[tuple[WrittenAct, WrittenAct | None]]

    @property
    def counting(self) -> WrittenAct | None:
        return self.history[-1][1]

    @property
    def open(self) -> Sequence[WrittenAct]:
        """What may be corrected: the act that counts, and the correction that holds."""
        last, counting = self.history[-1]
        return (last,) if counting is None or last is counting else (last, counting)


class _Corrections:
    """Reads the acts of a document one after the other, as they were recorded."""

    def __init__(self, written: Sequence[WrittenAct]) -> None:
        self._written = written
        self._entries: list[_Entry] = []
        self.made: list[Correction] = []

    @property
    def counting(self) -> Sequence[WrittenAct]:
        return [act for entry in self._entries if (act := entry.counting)]

    @property
    def entries(self) -> tuple[tuple[WrittenAct, ...], ...]:
        acts = ([act for pair in entry.history for act in pair if act is not None] for entry in self._entries)
        return tuple(map(tuple, acts))

    def read(self, act: WrittenAct) -> None:
        """Read the next act."""
        if act.is_of(CORRECTED):
            self._correct(act)
        elif not act.is_of(EDITED):
            self._entries.append(_Entry([(act, act)]))

    def _correct(self, act: WrittenAct) -> None:
        stated = act.data.get("done")
        done = WrittenAct(f"{act.pointer}/done", stated) if isinstance(stated, dict) else None
        named = act.data.get("corrects")
        if named is None and done:
            self._entries.append(_Entry([(act, None), (act, done)]))
            self.made.append(Correction(act, None, done))
            return
        if named is None and "was" in act.data:
            self.made.append(Correction(act, None, None))
            return
        targets = [(entry, target) for entry in self._entries for target in entry.open if self._names(named, target)]
        if len(targets) != 1:
            self.made.append(Correction(act, None, done, self._fault(named, act, bool(targets))))
            return
        entry, target = targets[0]
        undone = target.is_of(CORRECTED) and done is None
        entry.history.append((act, entry.history[-2][1] if undone else done))
        self.made.append(Correction(act, target, entry.counting))

    def _names(self, named: object, act: WrittenAct) -> bool:
        """Whether a correction names an act: by its fields, and by its place if that is stated."""
        if not isinstance(named, dict) or not {"on", "kind"} <= named.keys():
            return False
        if _PLACE in named and act.pointer != f"/events/{_index(named[_PLACE])}":
            return False
        return all(_names(act.data.get(field)) == _names(named[field]) for field in _NAMING if field in named)

    def _fault(self, named: object, correction: WrittenAct, are_several: bool) -> str:
        if are_several:
            return "several"
        at = self._written.index(correction)
        if any(self._names(named, act) for act in self._written[at:]):
            return "below"
        former = [act for entry in self._entries for pair in entry.history for act in pair if act is not None]
        return "again" if any(self._names(named, act) for act in former) else "missing"


def _names(value: object) -> object:
    """Return one name or a list of names as a set, since both are ways to write the same."""
    return frozenset(map(str, value if isinstance(value, list) else (value,)))


def _index(place: object) -> int:
    return place - 1 if isinstance(place, int) else -1
