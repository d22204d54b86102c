"""What commands share that answer a question as of a day: the day, the form, and where the answer goes."""

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated

import typer

from cica_docs.cli.console import emit, say
from cica_docs.i18n.messages import Catalogue
from cica_docs.report.words import Words
from cica_docs.views.listing import Listing


class AnswerFormat(StrEnum):
    """How an answer is written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


Form = Annotated[
    AnswerFormat,
    typer.Option("--format", help="How it is written; the keys of JSON and CSV are the same in all languages."),
]
On = Annotated[
    str | None,
    typer.Option(
        "--on",
        "--as-of",
        metavar="DAY",
        help="As things stand on this day, as 2026-03-01. Default: today, or the commit's day with --revision.",
    ),
]


def read_command_words(catalogue: Catalogue) -> Words:
    """The words of commands in the reader's language."""
    return Words(catalogue.language, catalogue.part("commands"))


def write_answer(form: AnswerFormat, listing: Callable[[], Listing], text: Callable[[], str]) -> int:
    """Write the answer in its form."""
    from cica_docs.views.listing_formats import format_list_csv, format_list_json

    if form is AnswerFormat.TEXT:
        say(text())
    else:
        emit(format_list_json(listing()) if form is AnswerFormat.JSON else format_list_csv(listing()))
    return 0
