"""What a schema expects, in the reader's language, from `schema-hints.yaml` of a language."""

from collections.abc import Mapping
from functools import cache

from cica_docs.text.locale_files import read_locale
from cica_docs.text.profile import profile_of
from cica_docs.values.failure import Failure
from cica_docs.values.language import SOURCE_LANGUAGE, Language

_EVENTS = "{event}"
"""Stands in a hint of all kinds for the events of a kind, which are the same in every language."""


def translate_hint(hint: str, language: Language) -> str:
    """Return a hint in a language, or in English if it is not translated."""
    hints = _hints(language)
    if hint in hints:
        return hints[hint]
    for english, translated in hints.items():
        before, placeholder, after = english.partition(_EVENTS)
        if placeholder and hint.startswith(before) and hint.endswith(after):
            return translated.replace(_EVENTS, hint[len(before) : len(hint) - len(after)])
    return hint


@cache
def _hints(language: Language) -> Mapping[str, str]:
    """Read the hints of a language by their English text."""
    if language == SOURCE_LANGUAGE:
        return {}
    try:
        hints: Mapping[str, str] = read_locale(language, "schema-hints")
    except Failure:
        if profile_of(language).is_translated:
            raise
        return {}
    return hints
