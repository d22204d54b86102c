"""The files of `templates/locales/` that say how languages and scripts are written."""

from functools import cache
from typing import Any

from cica_docs.values.failure import Failure
from cica_docs.values.packaged import packaged_folder


def read_locale(language: str, name: str) -> Any:
    """Read a file of a language, such as `profile`."""
    return _read(f"{language}/{name}.yaml")


@cache
def read_scripts() -> dict[str, Any]:
    """Read the letters that look like those of another script."""
    scripts: dict[str, Any] = _read("scripts.yaml")
    return scripts


@cache
def read_foreign_scripts() -> list[dict[str, Any]]:
    """Read the scripts of names that a text may hold besides the letters of its own language."""
    scripts: list[dict[str, Any]] = _read("foreign.yaml")
    return scripts


@cache
def read_field_words() -> dict[str, list[str]]:
    """Read the words of other languages for the names of fields, by field."""
    words: dict[str, list[str]] = _read("fields.yaml")
    return words


def _read(path: str) -> Any:
    from ruamel.yaml import YAML  # noqa: PLC0415 - a command that reads no text starts without it
    from ruamel.yaml.error import YAMLError  # noqa: PLC0415

    try:
        return YAML(typ="safe").load(packaged_folder("templates") / "locales" / path)
    except (OSError, ValueError, YAMLError):
        raise Failure("locale-unreadable", file=path) from None
