"""Options mean the same in every command."""

from collections.abc import Iterator

import click
import typer.main

from cica_docs.cli.app import app

ACTS = {"record", "send", "receive", "approve", "decision adopt"}
"""The commands that record an act, which has a day of its own."""


def _commands(command: click.Command, name: str = "") -> Iterator[tuple[str, click.Command]]:
    if isinstance(command, click.Group):
        for child in command.commands.values():
            yield from _commands(child, f"{name} {child.name}".strip())
    else:
        yield name, command


def _helps() -> dict[str, dict[str, str]]:
    """Return the commands that have each option, with what they say of it."""
    helps: dict[str, dict[str, str]] = {}
    for name, command in _commands(typer.main.get_command(app)):
        for parameter in command.params:
            for option in parameter.opts if isinstance(parameter, click.Option) else ():
                helps.setdefault(option, {})[name] = str(parameter.help)
    return helps


def test_the_language_of_the_reader_is_one_option_of_every_command() -> None:
    everyone = {name for name, _ in _commands(typer.main.get_command(app))}
    assert everyone == set(_helps()["--lang"])
    assert len(set(_helps()["--lang"].values())) == 1
    assert "--messages" not in _helps()


def test_a_day_to_answer_for_is_one_option() -> None:
    assert set(_helps()["--on"]) <= ACTS
    assert not {"--date-of", "--day", "--at"} & set(_helps())


def test_one_register_and_one_revision() -> None:
    for option in ("--register", "--revision", "--as-of"):
        assert len(_helps()[option]) > 5
    assert len(set(_helps()["--register"].values())) == 1
    assert len(set(_helps()["--revision"].values())) == 1
