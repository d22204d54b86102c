"""Read the words of a language, and English ones for what is not translated yet."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from cica_docs.documents.yaml.positioned import parse_yaml
from cica_docs.text.profile import profile_of
from cica_docs.values.language import SOURCE_LANGUAGE, Language

Read = Callable[[str], bytes]
"""Reads a file below `templates/`; raises `KeyError` if there is none."""


def read_translated(read: Read, language: Language, name: str) -> Mapping[str, Any]:
    """Read the `labels` or `messages` of a language."""
    if profile_of(language).is_translated:
        return _parse(read(_path(language, name)))
    try:
        own = _parse(read(_path(language, name)))
    except KeyError:
        own = {}
    return _merge(_parse(read(_path(SOURCE_LANGUAGE, name))), own)


def read_text(read: Read, pattern: str, language: Language) -> str:
    """Read the text of a language, or the English one: `note-verbale/reminder.{}.md`."""
    try:
        return read(pattern.format(language)).decode()
    except KeyError:
        return read(pattern.format(SOURCE_LANGUAGE)).decode()


def _path(language: Language, name: str) -> str:
    return f"locales/{language}/{name}.yaml"


@lru_cache(maxsize=16)
def _parse(content: bytes) -> Mapping[str, Any]:
    data = parse_yaml(content.decode()).value
    return data if isinstance(data, Mapping) else {}


def _merge(english: Mapping[str, Any], own: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the words of a language with English ones where it has none."""
    merged = dict(english)
    for key, value in own.items():
        other = merged.get(key)
        merged[key] = _merge(other, value) if isinstance(other, Mapping) and isinstance(value, Mapping) else value
    return merged
