"""The languages of documents."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import final

from cica_docs.values.packaged import packaged_folder

_FIRST = ("en", "ru", "kk")
"""The order in which languages have always been listed; others follow by their codes."""


class _Languages(type):
    """Makes the class of languages a collection of them."""

    def __iter__(cls) -> "Iterator[Language]":
        return iter(_known().values())

    def __len__(cls) -> int:
        return len(_known())

    def __contains__(cls, name: object) -> bool:
        return name in _known()


@final
class Language(str, metaclass=_Languages):
    """A language, by its ISO 639-1 code: one of the folders of `templates/locales/`."""

    __slots__ = ()

    def __new__(cls, code: str) -> "Language":
        """Return the language with a code; raise `ValueError` if the tool has no such locale."""
        language = _known().get(code)
        if language is None:
            raise ValueError(f"{code!r} is no language of the tool")
        return language

    @property
    def value(self) -> str:
        """The code, as a plain string."""
        return str.__str__(self)


@cache
def _known() -> Mapping[str, Language]:
    """Return the languages by their codes, each the one object for it."""
    folder = packaged_folder("templates") / "locales"
    codes = {entry.name for entry in folder.iterdir() if entry.is_dir()}
    ordered = (*(code for code in _FIRST if code in codes), *sorted(codes.difference(_FIRST)))
    return {code: str.__new__(Language, code) for code in ordered}


SOURCE_LANGUAGE = Language("en")
"""The language in which the tool itself is written: its rules, its help, and what nobody has translated."""
