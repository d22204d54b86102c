"""Reference data of a register, as of a day: states, bodies, areas, measures, meetings, terms, settings."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cica_docs.documents.document import DataFile
from cica_docs.values.day import parse_partial_date
from cica_docs.values.language import SOURCE_LANGUAGE, Language
from cica_docs.values.period import Period
from cica_docs.values.texts import Texts, texts_by_language

_FAR = date(9999, 12, 30)

# The file of each category of entries, and the key of their ids.
_CATALOGUES = {
    "state": ("states", "code"),
    "dimension": ("dimensions", "id"),
    "area": ("areas", "id"),
    "measure": ("measures", "id"),
    "body": ("bodies", "id"),
    "meeting": ("meetings", "id"),
    "term": ("terms", "id"),
}
# The file of each category whose entries are a mapping by their ids, and the field that holds it.
_MAPPINGS = {"source": ("sources", "/sources"), "place": ("letterhead", "/places")}


def validity_of(entry: Mapping[str, Any]) -> Period:
    """Read the period from `from` to `until` of an entry; open ends are allowed, a year or month counts whole."""
    first = parse_partial_date(str(entry.get("from") or ""))
    until = parse_partial_date(str(entry.get("until") or entry.get("to") or ""))
    return Period(first.first if first else date.min, until.last if until else _FAR)


@dataclass(frozen=True, eq=False)
class ReferenceData:
    """The files of `reference/`, by name; unreadable entries are left out."""

    files: Mapping[str, DataFile]

    def file(self, name: str) -> DataFile | None:
        """Return a file of reference data by name."""
        return self.files.get(name)

    def entries(self, name: str) -> tuple[Mapping[str, Any], ...]:
        """Return the readable entries of a file in order."""
        file = self.files.get(name)
        listed = file.front.get(f"/{name}") if file else None
        return tuple(entry for entry in listed if isinstance(entry, dict)) if isinstance(listed, list) else ()

    @cached_property
    def _indexes(self) -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
        indexes = {
            category: {str(entry[key]): entry for entry in self.entries(name) if key in entry}
            for category, (name, key) in _CATALOGUES.items()
        }
        return {**indexes, **{category: self._mapping(*where) for category, where in _MAPPINGS.items()}}

    def _mapping(self, name: str, pointer: str) -> Mapping[str, Mapping[str, Any]]:
        file = self.files.get(name)
        entries = file.front.get(pointer) if file else None
        return entries if isinstance(entries, dict) else {}

    def all(self, category: str) -> Mapping[str, Mapping[str, Any]]:
        """Return all `state`s, `area`s, `measure`s, `source`s, `place`s … by their id, in the order of the file."""
        return self._indexes.get(category, {})

    def is_whole(self, category: str) -> bool:
        """Whether all entries of a category are readable; if not, an id that is missing may exist."""
        return category not in self._broken

    @cached_property
    def _broken(self) -> frozenset[str]:
        broken = {
            category
            for category, (name, key) in _CATALOGUES.items()
            if name in self.files and not _is_whole(self.files[name], key)
        }
        unreadable = (
            category
            for category, (name, pointer) in _MAPPINGS.items()
            if name in self.files
            and (self.files[name].problems or not isinstance(self.files[name].front.get(pointer) or {}, dict))
        )
        return frozenset((*broken, *unreadable))

    def entry(self, category: str, id: str) -> Mapping[str, Any]:
        """Return an entry by its id; empty if there is none."""
        return self.all(category).get(id, {})

    @cached_property
    def settings(self) -> Mapping[str, Any]:
        """The settings of the Secretariat."""
        file = self.files.get("settings")
        value = file.front.value if file else None
        return value if isinstance(value, dict) else {}

    @cached_property
    def roles(self) -> Mapping[str, str]:
        """The bodies by what they do: `approves`, `forwards`, `circulates` …; the settings name them."""
        roles = self.settings.get("roles")
        named = roles.items() if isinstance(roles, dict) else ()
        return {str(role): body for role, body in named if isinstance(body, str)}

    def role(self, role: str) -> str:
        """Return the body that has a role, or ""."""
        return self.roles.get(role, "")

    def role_words(self, on: date) -> Mapping[str, object]:
        """Return the words of messages for the bodies by role: `body_approves`, its names, and `id_approves`."""
        words: dict[str, object] = {}
        for role, body in self.roles.items():
            words[f"body_{role}"] = self.names("body", body, on)
            words[f"id_{role}"] = body
        return words

    @cached_property
    def further_texts(self) -> tuple[str, ...]:
        """The governing texts beside the decision that the settings name, by the names of their folders."""
        named = self.settings.get("further_texts")
        return tuple(dict.fromkeys(map(str, named))) if isinstance(named, list) else ()

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of document that the settings name; empty if the register uses all."""
        named = self.settings.get("kinds")
        return tuple(map(str, named)) if isinstance(named, list) else ()

    @cached_property
    def zone(self) -> ZoneInfo:
        """The zone in which a day begins and ends."""
        try:
            return ZoneInfo(str(self.settings.get("timezone") or "UTC"))
        except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: a folder of zones, a name that is too long
            return ZoneInfo("UTC")

    @property
    def original(self) -> Language:
        """The language of the originals."""
        name = self.settings.get("original")
        return Language(str(name)) if name in Language else SOURCE_LANGUAGE

    @cached_property
    def languages(self) -> tuple[Language, ...]:
        """The languages of the register; all that the tool knows if the settings name none."""
        names = self.settings.get("languages")
        named = names if isinstance(names, list) else []
        return (
            tuple(language for language in Language if language in (*named, self.original)) if named else (*Language,)
        )

    def names(self, category: str, id: str, on: date) -> Texts:
        """Return the names of a state, body, area, measure or dimension on a day; its id if it has none."""
        entry = self.entry(category, id)
        names = entry.get("names") or entry.get("says")
        if isinstance(names, list):
            dated = [name for name in names if isinstance(name, dict)]
            names = next((name for name in dated if validity_of(name).covers(on)), dated[0] if dated else None)
        texts = texts_by_language(names) if isinstance(names, dict) else texts_by_language({SOURCE_LANGUAGE: id})
        return {language: text or id for language, text in texts.items()}

    def is_member(self, code: str, on: date) -> bool:
        """Whether a state was a Member State on a day."""
        spells = self.entry("state", code).get("member")
        return isinstance(spells, list) and any(
            validity_of(spell).covers(on) for spell in spells if isinstance(spell, dict)
        )

    def members(self, on: date) -> tuple[str, ...]:
        """Return the Member States on a day, in the order of the file."""
        return tuple(code for code in self.all("state") if self.is_member(code, on))


def _is_whole(file: DataFile, key: str) -> bool:
    entries = file.front.get("/" + file.path.rpartition("/")[2].removesuffix(".yaml"))
    if file.problems or not isinstance(entries, list):
        return False
    return all(isinstance(entry, dict) and key in entry for entry in entries)
