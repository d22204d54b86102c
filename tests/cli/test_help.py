"""Help speaks to people: it holds no name of the code."""

import re
from collections.abc import Iterator

import click
import typer.main

from cica_docs.cli.app import app


def _helps(command: click.Command, name: str) -> Iterator[tuple[str, str]]:
    yield name, command.help or ""
    for parameter in command.params:
        yield f"{name} {parameter.opts[-1]}", getattr(parameter, "help", None) or ""
    if isinstance(command, click.Group):
        for child in command.commands.values():
            yield from _helps(child, f"{name} {child.name}")


def test_no_help_holds_an_identifier_of_the_code() -> None:
    helps = list(_helps(typer.main.get_command(app), "cica"))
    # `prepared_by=XC` in an example is a field that a user types.
    identifiers = [(name, word) for name, text in helps for word in re.findall(r"\b[a-z]+(?:_[a-z]+)+\b(?!=)", text)]
    assert len(helps) > 100
    assert identifiers == []
