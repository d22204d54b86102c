"""Options and output shared by the commands that answer a question for a day."""

import sys
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Annotated

import typer

from cica_docs.cli.console import emit, emit_bytes, say
from cica_docs.i18n.messages import Catalogue
from cica_docs.i18n.words import Words
from cica_docs.values.failure import Failure
from cica_docs.views.listing import Listing


class AnswerFormat(StrEnum):
    """Format of an answer."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


Form = Annotated[
    AnswerFormat,
    typer.Option("--format", help="Output format; keys in JSON and CSV are the same in all languages."),
]
On = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DAY",
        help="Day to answer for, as 2026-03-01. Default: today, or the commit's day with --revision.",
    ),
]


def read_command_words(catalogue: Catalogue) -> Words:
    """Read the words of commands in the reader's language."""
    return catalogue.commands


def write_answer(
    form: AnswerFormat, listing: Callable[[], Listing], text: Callable[[], str], words: Words | None = None
) -> int:
    """Write the answer in the chosen format; `words` are those for the headings of a workbook."""
    from cica_docs.views.listing_formats import format_list_csv, format_list_json

    if form is AnswerFormat.TEXT:
        say(text())
    elif form is AnswerFormat.XLSX:
        from cica_docs.views.listing_formats import tabulate

        answer = listing()
        emit_workbook(answer.name, tabulate(answer, words))
    else:
        emit(format_list_json(listing()) if form is AnswerFormat.JSON else format_list_csv(listing()))
    return 0


def emit_workbook(name: str, rows: Sequence[Sequence[str]]) -> None:
    """Print rows as a workbook, the first of them as its headings; a terminal is refused."""
    from cica_docs.text.workbook import write_workbook

    if sys.stdout.isatty():
        raise Failure("bytes-on-terminal", file=f"{name}.xlsx")
    emit_bytes(write_workbook(name, rows))
