"""Profiles: how a language is written, from `profile.yaml` in its folder of `templates/locales/`."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache, cached_property
from typing import Any, Self

from cica_docs.text.locale_files import read_locale
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language


class _Read:
    """A dataclass read from a mapping that has each of its fields and no other."""

    @classmethod
    def read(cls, data: object, where: str) -> Self:
        """Read a part of a profile; raise `Failure` if a field is missing or unknown."""
        given = data if isinstance(data, Mapping) else {}
        names = [field.name for field in fields(cls)]  # type: ignore[arg-type]
        if wrong := sorted(set(names) ^ set(given)):
            raise Failure("locale-incomplete", file=f"{where}/profile.yaml", field=wrong[0])
        return cls(**{name: cls.convert(name, given[name], where) for name in names})

    @classmethod
    def convert(cls, name: str, value: Any, where: str) -> object:  # noqa: ARG003 - a part may convert by field
        """Convert the value of a field: lists become tuples."""
        return tuple(value) if isinstance(value, list) else value


@dataclass(frozen=True, eq=False)
class Inflection(_Read):
    """The forms that a word takes; `kind` says which of the other fields count."""

    kind: str
    """`additions`: a word may take one of these; `endings`: it may change its ending; `suffixes`: it may take any."""
    keeps_capitals: bool
    """Whether a form with a capital is sought with it."""
    additions: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    letters: str = ""
    """The letters of endings or suffixes."""
    most_letters: int = 0
    fleeting: Mapping[str, str] | None = None
    """Vowels that some forms drop, and the letters after and before which they do."""
    voiced: Mapping[str, str] | None = None
    """By the last letter of a word the letters that it becomes before a suffix."""

    @classmethod
    def read(cls, data: object, where: str) -> Self:
        """Read the inflection of a profile; the fields of other kinds are left out."""
        defaults = {"additions": [], "endings": [], "letters": "", "most_letters": 0, "fleeting": None, "voiced": None}
        read = super().read({**defaults, **(data if isinstance(data, Mapping) else {})}, where)
        if read.kind not in {"additions", "endings", "suffixes"}:
            raise Failure("locale-incomplete", file=f"{where}/profile.yaml", field="inflection.kind")
        return read


@dataclass(frozen=True, eq=False)
class Profile(_Read):
    """How a language is written; `docs/reference/languages.md` describes each field."""

    name: str
    is_translated: bool
    """Whether its messages and labels are whole; if not, English is used for what is missing."""
    region: str
    script: str
    letters: tuple[str, ...]
    """In alphabetical order; some are written with two characters."""
    name_letters: str
    capitals: Mapping[str, str]
    """Capitals other than those of Unicode, by their small letters: the dotted and the dotless i of Turkish."""
    equal_letters: Mapping[str, str]
    plurals: Mapping[str, Any]
    quotation_marks: str
    foreign_quotation_marks: str
    dash: str
    year_dash: bool
    hyphen_waits_for: tuple[str, ...]
    unbreakable: Mapping[str, Any]
    list_words: Mapping[str, list[str]]
    labels: Mapping[str, list[str]]
    former: tuple[str, ...]
    wrong_keyboard: Mapping[str, Mapping[str, str]]
    placeholder: str
    proposals: Mapping[str, list[str]]
    """Words of text under negotiation by stance, the one to write first, and `remarks` in brackets that are none."""
    hyphenation: bool
    inflection: Inflection

    @classmethod
    def convert(cls, name: str, value: Any, where: str) -> object:
        """Convert the value of a field; the inflection has fields of its own."""
        if name == "letters":
            return tuple(str(value).split())
        return Inflection.read(value, where) if name == "inflection" else super().convert(name, value, where)

    @cached_property
    def alphabet(self) -> str:
        """The characters of the letters."""
        return "".join(dict.fromkeys("".join(self.letters)))

    @cached_property
    def _to_capitals(self) -> Mapping[int, str]:
        return str.maketrans(dict(self.capitals))

    @cached_property
    def _to_small(self) -> Mapping[int, str]:
        return str.maketrans({capital: small for small, capital in self.capitals.items()})

    def in_capitals(self, text: str) -> str:
        """Return a text in capitals."""
        return text.translate(self._to_capitals).upper()

    def in_small(self, text: str) -> str:
        """Return a text in small letters."""
        return text.translate(self._to_small).lower()

    def with_capital(self, text: str) -> str:
        """Return a text with a capital at its beginning."""
        return self.in_capitals(text[:1]) + text[1:]

    @property
    def is_latin(self) -> bool:
        """Whether the language is written in Latin letters."""
        return self.script == "latin"

    def plural_category(self, number: int) -> str:
        """Return the plural category of a whole number, named as in Unicode CLDR."""
        for category, rule in self.plurals.items():
            if category != "otherwise" and _is_of_category(number, rule):
                return category
        return str(self.plurals["otherwise"])


def _is_of_category(number: int, rule: Mapping[str, list[int]]) -> bool:
    if number in rule.get("numbers", ()):
        return True
    return number % 10 in rule.get("last_digits", ()) and number % 100 not in rule.get("except", ())


@cache
def profile_of(language: Language) -> Profile:
    """Return the profile of a language; raise `Failure` if it has none or it is incomplete."""
    return Profile.read(read_locale(language, "profile"), str(language))


@cache
def profiles() -> Mapping[Language, Profile]:
    """Return the profiles of all languages."""
    return {language: profile_of(language) for language in Language}


def tag_of(language: Language) -> str:
    """Return the BCP 47 tag of a language with its region."""
    return f"{language.value}-{profile_of(language).region}"
