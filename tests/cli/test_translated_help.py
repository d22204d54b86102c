"""Help, and errors of usage, speak the language of the reader."""

import click
import pytest
import typer.main

from cica_docs.cli.app import app
from cica_docs.cli.run import run
from cica_docs.cli.translated_help import phrases_of, translate_help
from cica_docs.values.language import SOURCE_LANGUAGE, Language

OTHERS = [language for language in Language if language != SOURCE_LANGUAGE]


def _phrases(command: click.Command) -> set[str]:
    texts = [command.help, command.epilog, *(getattr(parameter, "help", None) for parameter in command.params)]
    phrases = {phrase for text in texts if text for phrase in phrases_of(text)}
    children = command.commands.values() if isinstance(command, click.Group) else ()
    return phrases.union(*map(_phrases, children))


@pytest.mark.parametrize("language", OTHERS)
def test_each_help_of_a_command_and_an_option_is_translated(language: Language) -> None:
    phrases = _phrases(typer.main.get_command(app))
    assert len(phrases) > 250
    missing = sorted(phrase for phrase in phrases if translate_help(phrase, language) == phrase)
    assert [phrase for phrase in missing if not phrase.startswith("docs/")] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["explain", "--help"], {"ru": "Использование:", "kk": "Қолданылуы:"}),
        (["check", "--nonsense"], {"ru": "Нет параметра", "kk": "параметрі жоқ"}),
        (["remind"], {"ru": "Не указан аргумент", "kk": "Аргумент көрсетілмеген"}),
        (["nonsense"], {"ru": "Нет команды", "kk": "пәрмені жоқ"}),
    ],
)
def test_the_words_around_help_are_translated_too(
    arguments: list[str], said: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    for language, words in said.items():
        run([*arguments, "--lang", language])
        shown = "".join(capsys.readouterr())
        assert words in shown
        assert "Usage:" not in shown


def test_the_help_of_a_group_alone_follows_the_locale(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "kk_KZ.UTF-8")
    run(["review"])
    assert "Пәрмендер" in "".join(capsys.readouterr())
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    run(["review"])
    assert "Commands" in "".join(capsys.readouterr())
