"""Writes the help of every command down, in every language; `make docs` calls it."""

from pathlib import Path

import click
import typer.main

from cica_docs.cli.app import app
from cica_docs.cli.prepared_help import COLUMNS, FOLDER, SOURCE, join_helps
from cica_docs.cli.translated_help import speak, translate_command
from cica_docs.values.language import SOURCE_LANGUAGE, Language


def help_file(language: Language) -> Path:
    """Return the file with the helps in a language."""
    return Path(FOLDER, f"{SOURCE if language == SOURCE_LANGUAGE else language.value}.txt")


def write_helps(language: Language) -> str:
    """Return what the file of a language should hold."""
    command = typer.main.get_command(app)
    speak(language)
    try:
        translate_command(command, language)
        helps: dict[str, str] = {}
        _add(helps, command, "cica", None)
        return join_helps(helps)
    finally:
        speak(SOURCE_LANGUAGE)


def _add(helps: dict[str, str], command: click.Command, name: str, parent: click.Context | None) -> None:
    settings = {**command.context_settings, "terminal_width": None}
    context = click.Context(command, info_name=name, parent=parent, **settings)
    words = context.command_path.removeprefix("cica").strip()
    helps[words] = command.get_help(context) + "\n"
    for inner, child in command.commands.items() if isinstance(command, click.Group) else ():
        _add(helps, child, inner, context)


if __name__ == "__main__":
    import os

    os.environ["COLUMNS"] = str(COLUMNS)
    for each in Language:
        help_file(each).write_text(write_helps(each), encoding="utf-8")
