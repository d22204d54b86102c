"""Help and errors of usage in the reader's language, from `help.yaml` of its locale; English where it has none."""

import sys
from collections.abc import Mapping
from functools import lru_cache

import click

from cica_docs.i18n.translated import read_translated
from cica_docs.register.open import packaged_templates
from cica_docs.values.language import SOURCE_LANGUAGE, Language

_FRAMEWORK = (
    "click.core",
    "click.decorators",
    "click.exceptions",
    "click.formatting",
    "click.parser",
    "click.types",
    "typer.core",
)
"""The modules that speak to the user; each looks up its words by the name `_`, as for gettext."""
_HELP_OPTIONS = frozenset({"-h", "--help"})
_PROGRAM = "cica "
_GAP = "  "


def speak(language: Language) -> None:
    """Let the framework of the command line speak a language from now on."""

    def translate(text: str) -> str:
        return _phrases(language, "frame").get(text, text)

    def translate_number(singular: str, plural: str, number: int) -> str:
        return translate(singular if number == 1 else plural)

    for name in _FRAMEWORK:
        module = sys.modules[name]
        for own, replacement in (("_", translate), ("ngettext", translate_number)):
            if hasattr(module, own):
                setattr(module, own, replacement)


def shows_help(command: click.Command, arguments: list[str]) -> bool:
    """Whether help is asked for, or may be shown in place of an answer."""
    groups = command.commands if isinstance(command, click.Group) else {}
    return not arguments or bool(_HELP_OPTIONS & {*arguments}) or isinstance(groups.get(arguments[0]), click.Group)


def translate_command(command: click.Command, language: Language) -> None:
    """Translate the help of a command, its options and its subcommands."""
    command.help = translate_help(command.help, language)
    command.epilog = translate_help(command.epilog, language)
    for parameter in command.params:
        if hasattr(parameter, "help"):
            parameter.help = translate_help(parameter.help, language)
    for child in command.commands.values() if isinstance(command, click.Group) else ():
        translate_command(child, language)


def translate_help(text: str | None, language: Language) -> str | None:
    """Translate a text of help; a paragraph without translation stays in English."""
    if text is None:
        return None
    phrases = _phrases(language, "texts")
    return "\n\n".join(_translate_paragraph(part, phrases) for part in text.split("\n\n"))


def phrases_of(text: str) -> list[str]:
    r"""Return what is to be translated of a text of help: its paragraphs, and the remarks beside examples.

    >>> phrases_of("Check.\n\n  cica check   the register")
    ['Check.', 'the register']
    """
    phrases: list[str] = []
    for part in text.split("\n\n"):
        if part.lstrip().startswith(_PROGRAM):
            phrases += (remark for _, _, remark in map(_example, part.split("\n")) if remark)
        elif not part.startswith(_GAP):
            phrases.append(" ".join(part.split()))
    return [phrase for phrase in phrases if phrase]


def _translate_paragraph(text: str, phrases: Mapping[str, str]) -> str:
    if text.lstrip().startswith(_PROGRAM):
        examples = map(_example, text.split("\n"))
        return "\n".join(f"{command}{gap}{phrases.get(remark, remark)}" for command, gap, remark in examples)
    return phrases.get(" ".join(text.split()), text)


def _example(line: str) -> tuple[str, str, str]:
    """Split the line of an example into its command, the gap, and the remark on it."""
    command, gap, rest = line.strip().partition(_GAP)
    remark = rest.lstrip()
    indent = line[: len(line) - len(line.lstrip())]
    return indent + command, gap + " " * (len(rest) - len(remark)), remark


@lru_cache(maxsize=8)
def _phrases(language: Language, part: str) -> Mapping[str, str]:
    if language == SOURCE_LANGUAGE:
        return {}
    try:
        phrases = read_translated(packaged_templates().read, language, "help").get(part)
    except KeyError:
        return {}
    return phrases if isinstance(phrases, Mapping) else {}
