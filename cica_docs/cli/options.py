"""Options that several commands share, and their defaults."""

import os
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from itertools import zip_longest
from pathlib import Path
from typing import Annotated, Any

import click
import typer

from cica_docs.cli.console import warn
from cica_docs.render.writers import DEFAULT_FORMATS, WRITERS
from cica_docs.text.profile import profile_of
from cica_docs.values.day import parse_day, parse_partial_date
from cica_docs.values.failure import Failure
from cica_docs.values.language import SOURCE_LANGUAGE, Language


class LanguageChoice(click.Choice[str]):
    """One of the languages of the tool."""

    def __init__(self) -> None:
        super().__init__([language.value for language in Language])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Language:
        """Return the language with a code; any other code is an error of usage."""
        return Language(super().convert(value, param, ctx))


Register = Annotated[
    Path | None,
    typer.Option(
        "--register",
        metavar="DIR",
        help="Folder of the register, or of a repository that holds it as registry/. "
        "Default: the nearest from here upwards.",
    ),
]
Revision = Annotated[
    str | None,
    typer.Option("--revision", metavar="REV", help="Read this commit, branch or tag instead of the files on disk."),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DAY",
        help="Day of the check, as 2026-03-01 or today. Default: today, or the commit's day with --revision, "
        "in the register's time zone.",
    ),
]
Also = Annotated[
    list[str] | None,
    typer.Option(
        "--also",
        metavar="REV",
        help="Take no number or symbol that this branch or revision has taken; repeatable.",
    ),
]
Lang = Annotated[
    Language | None,
    typer.Option(
        "--lang", click_type=LanguageChoice(), help="Language of messages. Default: from the locale, then English."
    ),
]
Edition = Annotated[
    Language | None, typer.Option("--languages", click_type=LanguageChoice(), help="Language of the translation.")
]
Formats = Annotated[
    str, typer.Option("--to", metavar="FORMATS", help=f"Formats, separated by commas: {', '.join(WRITERS)}.")
]
DEFAULT_TO = ",".join(DEFAULT_FORMATS)
PARALLEL = "parallel"
"""The edition that has all languages side by side."""
EVERY_LANGUAGE = ",".join((*Language, PARALLEL))
"""The default of `--languages`; of a register it means the languages that it has."""
Languages = Annotated[
    str,
    typer.Option(
        "--languages", metavar="LANGUAGES", help=f"Languages, separated by commas: {', '.join(Language)}, parallel."
    ),
]
Output = Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="Folder to write to.")]

_SAID: set[Language] = set()
"""The languages of which it has been said that they are not translated whole."""

TODAY = "today"
"""The value of `--as-of` for the day of the run; a revision's own day is chosen by its committer."""


class Colour(StrEnum):
    """When to colour text."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def parse_day_option(text: str) -> date:
    """Parse a day given by an option, as ISO 8601 or as it is written in a language of the tool."""
    day = read_day(text)
    if day is None:
        raise Failure("day-unreadable", day=text)
    return day


def parse_act_day(text: str) -> str:
    """Parse the day of an act; its month or year may be all that is known."""
    return text if parse_partial_date(text) else parse_day_option(text).isoformat()


def read_day(text: str) -> date | None:
    """Read a day in any form that an option takes; None for other text."""
    if (day := parse_day(text)) is not None:
        return day
    from cica_docs.i18n.written_day import read_written_day
    from cica_docs.register.open import packaged_templates

    return read_written_day(packaged_templates(), text)


def is_today(text: str) -> bool:
    """Whether an option names the day of the run, in any language of the tool."""
    if text == TODAY or parse_day(text) is not None:
        return text == TODAY
    from cica_docs.i18n.written_day import means_today
    from cica_docs.register.open import packaged_templates

    return means_today(packaged_templates(), text)


def choose_language(language: Language | None) -> Language:
    """Return the language of messages: the given one, else that of the locale, else English."""
    chosen = language or _language_of_system()
    warn_untranslated(chosen)
    return chosen


def warn_untranslated(*languages: Language) -> None:
    """Say once that English is used for what is not translated into some languages."""
    for language in languages:
        if language != SOURCE_LANGUAGE and language not in _SAID and not profile_of(language).is_translated:
            _SAID.add(language)
            warn(f"cica: {profile_of(language).name}: English is used for what is not translated\n")


def _language_of_system() -> Language:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        locale = os.environ.get(variable, "")
        if locale:
            return Language(locale[:2]) if locale[:2] in Language else SOURCE_LANGUAGE
    return SOURCE_LANGUAGE


def guess_language(arguments: Sequence[str]) -> Language:
    """Return the language of messages if the arguments could not be parsed."""
    by_option: dict[str, Language] = {}
    for argument, following in zip_longest(arguments, arguments[1:], fillvalue=""):
        name, _, value = argument.partition("=")
        value = value or following
        if value in Language:
            by_option.setdefault(name, Language(value))
    return by_option.get("--lang") or choose_language(None)
