"""Prompts on a terminal, repeated until the answer is valid; nothing is written if the user stops."""

import sys
from collections.abc import Mapping, Sequence

import click

from cica_docs.api.drafting.questionnaire import Answers, Choice, Questions
from cica_docs.api.drafting.skeleton import read_line
from cica_docs.cli.console import say
from cica_docs.cli.options import read_day as read_any_day
from cica_docs.cli.terminal import terminal_width
from cica_docs.documents.kind import Kind, Kinds, Question
from cica_docs.i18n.messages import Catalogue
from cica_docs.register.naming.find import find_named
from cica_docs.text.escape import escape_ci
from cica_docs.text.terminal import format_columns
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language


def can_ask() -> bool:
    """Whether input and output are a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(questions: Questions, given: Answers) -> Answers:
    """Return the given answers and those read from prompts; raise `Failure` for an invalid given answer."""
    answers: dict[str, str] = {}
    while (question := questions.next(answers)) is not None:
        if question.field in given:
            answers[question.field] = questions.answer(question, given[question.field], answers)
        else:
            answers[question.field] = _ask(questions, question, answers)
    return answers


def _ask(questions: Questions, question: Question, before: Answers) -> str:
    choices = questions.choices(question, before)
    tell(f"\n{questions.prompt(question)}")
    if choices:
        _list_choices(choices)
    hint = "day" if question.source == "day" else "choice" if choices else "text"
    if not choices and question.source not in {"day", "text"}:
        questions.answer(question, "", before)
    while True:
        text = read_answer(questions.catalogue.commands.sentence(f"ask-{hint}"))
        try:
            return questions.answer(question, _resolve_number(text, choices), before)
        except Failure as failure:
            tell(questions.catalogue.failure(failure))


def _list_choices(choices: Sequence[Choice]) -> None:
    numbered = ((f"{number:>4}", choice.value, escape_ci(choice.name)) for number, choice in enumerate(choices, 1))
    tell("\n".join(format_columns(numbered, most=terminal_width(), widest=2)))


def ask_kind(kinds: Kinds, catalogue: Catalogue) -> str:
    """Read a kind of document, by its number, name or title; raise `Failure` with all kinds where none can ask."""
    language = catalogue.language
    if not can_ask():
        raise Failure("kind-not-given", kinds=tuple(kinds.kinds))
    choices = [Choice(kind.name, kind.title[language] or kind.name) for kind in kinds.kinds.values()]
    names = {choice.value: (choice.name,) for choice in choices}
    tell(catalogue.commands.word("ask-kind"))
    _list_choices(choices)
    while True:
        answer = _resolve_number(read_text(catalogue.commands.sentence("ask-choice")), choices)
        try:
            return find_named(answer, names, "kind-unknown")
        except Failure as failure:
            failure.details |= {"kind": answer, "kinds": tuple(kinds.kinds)}
            tell(catalogue.failure(failure))


def ask_id(kind: Kind, catalogue: Catalogue) -> str:
    """Read the name of a new folder; raise `Failure` where none can ask."""
    if not can_ask():
        raise Failure("id-not-given", kind=kind.name)
    return read_text(catalogue.commands.sentence("ask-id"))


def ask_titles(languages: Sequence[Language], catalogue: Catalogue) -> Mapping[Language, str]:
    """Read a title for each language; an empty answer leaves it open."""
    titles = {}
    tell("")
    for language in languages:
        while text := read_answer(catalogue.commands.sentence(f"ask-title-{language}")).strip():
            try:
                titles[language] = read_line(text, "--title")
                break
            except Failure as failure:
                tell(catalogue.failure(failure))
    return titles


def _resolve_number(text: str, choices: Sequence[Choice]) -> str:
    """Return the choice with a typed number, or the text itself."""
    answer = text.strip()
    if answer.isascii() and answer.isdecimal() and answer not in {choice.value for choice in choices}:
        number = int(answer[:4])
        if 1 <= number <= len(choices):
            return choices[number - 1].value
    return answer


def read_answer(prompt: str) -> str:
    """Read one line; a user who ends the input stops the command."""
    try:
        return input(f"{prompt} ")
    except EOFError:
        raise click.Abort from None


def tell(text: str) -> None:
    """Print a line between questions."""
    say(f"{text}\n")


def read_text(prompt: str) -> str:
    """Read one line that is not empty."""
    while not (text := read_answer(prompt).strip()):
        pass
    return text


def read_day(prompt: str, catalogue: Catalogue) -> str:
    """Read a day, again until it is one."""
    while (day := read_any_day(text := read_text(prompt))) is None:
        tell(catalogue.failure(Failure("day-unreadable", day=text)))
    return day.isoformat()
