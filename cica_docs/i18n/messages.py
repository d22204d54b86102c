"""The words of the program in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import PurePath
from typing import Any, Protocol

from cica_docs.documents.yaml.positioned import parse_yaml
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.text.escape import escape_terminal
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language

_MOST_LISTED = 24
_MOST_SHOWN = 80
_MOST_OF_PATH = 1000
"""A path that is cut short leads nowhere."""


class Said(str):
    """A sentence of the catalogue with its values put in: it may stand whole within another."""

    __slots__ = ()


Words = str | Mapping[str, str]
"""A sentence, or one for each variant."""


class Rule(Protocol):
    """A rule as far as its words go: its name and its English sentences."""

    @property
    def name(self) -> str:
        """Group and fault: `mandate/tenure-out-of-bounds`."""

    @property
    def message(self) -> Words:
        """What is the matter."""

    @property
    def help(self) -> Words:
        """What to do."""

    @property
    def related(self) -> Mapping[str, str]:
        """What to say of related places."""


@dataclass(frozen=True, eq=False)
class Catalogue:
    """The messages of one language; where a rule's words are missing, the English of the rule itself stands in."""

    language: Language
    data: Mapping[str, Any]

    def part(self, key: str) -> Mapping[str, Any]:
        """A part of the catalogue: `report`, `rules`, `failures`, `commands`, `phrases`."""
        found = self.data.get(key)
        return found if isinstance(found, dict) else {}

    def word(self, part: str, key: str, **values: object) -> str:
        """A sentence of a part with its values put in; the key itself where there is none."""
        pattern = str(self.part(part).get(key) or key)
        return pattern.format_map(_Shown(self, values))

    def failure(self, failure: Failure) -> str:
        """What is wrong with the run."""
        return self.word("failures", failure.key, **failure.details)

    def message(self, rule: Rule, variant: str, values: Mapping[str, object]) -> str:
        """What is the matter."""
        return self._sentence(rule, "message", rule.message, variant, values)

    def help(self, rule: Rule, variant: str, values: Mapping[str, object]) -> str:
        """What to do."""
        return self._sentence(rule, "help", rule.help, variant, values)

    def aside(self, rule: Rule, key: str, values: Mapping[str, object]) -> str:
        """A word on a related place."""
        return self._sentence(rule, "related", rule.related, key, values)

    def _sentence(self, rule: Rule, what: str, english: Words, variant: str, values: Mapping[str, object]) -> str:
        translated = self.part("rules").get(rule.name)
        words = (translated.get(what) if isinstance(translated, dict) else None) or english
        pattern = words.get(variant) or words.get("") or "" if isinstance(words, dict | Mapping) else words
        return str(pattern).format_map(_Shown(self, values))

    def shown(self, value: object) -> str:
        """A value as it stands in a sentence: safe to print, not too long, in the reader's language."""
        if isinstance(value, tuple | list):
            listed = [escape_terminal(str(one), _MOST_SHOWN) for one in value[:_MOST_LISTED]]
            return ", ".join(listed) + (" …" if len(value) > _MOST_LISTED else "")
        if isinstance(value, Mapping):
            return escape_terminal(str(value.get(self.language.value) or value.get("en") or ""), 200)
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, Said):
            return value
        if isinstance(value, PurePath):
            return escape_terminal(str(value), _MOST_OF_PATH)
        return escape_terminal(str(value), 200 if " " in str(value) else _MOST_SHOWN)

    @cached_property
    def suggestion(self) -> str:
        """The sentence that proposes what was meant."""
        return str(self.part("phrases").get("suggestion") or "did you mean “{name}”? ")


class _Shown(dict[str, str]):
    """The values of a sentence, each made safe when it is put in."""

    def __init__(self, catalogue: Catalogue, values: Mapping[str, object]) -> None:
        super().__init__()
        self.catalogue = catalogue
        self.given = values

    def __missing__(self, name: str) -> str:
        value = self.given.get(name, "")
        if name == "suggestion":
            names = value if isinstance(value, tuple) else ()
            shown = escape_terminal(str(names[0]), _MOST_SHOWN) if names else ""
            return self.catalogue.suggestion.format(name=shown) if shown else ""
        return self.catalogue.shown(value)


def read_catalogue(templates: Snapshot, language: Language) -> Catalogue:
    """The catalogue of a language, from the tool's own templates."""
    data = parse_yaml(templates.read(f"messages/{language}.yaml").decode()).value
    return Catalogue(language, data if isinstance(data, dict) else {})
