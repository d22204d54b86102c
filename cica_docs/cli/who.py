"""The command `cica who`."""

from typing import Annotated

import typer

from cica_docs.cli.answer import AnswerFormat, Form, On, read_command_words, write_answer
from cica_docs.cli.complete import complete_areas
from cica_docs.cli.options import Lang, Register, Revision, choose_language
from cica_docs.cli.register import open_register


def who(
    area: Annotated[
        str,
        typer.Option(
            "--area",
            metavar="AREA",
            help="A priority area, or a dimension for all its areas; see cica list areas. Default: all.",
            autocompletion=complete_areas,
            show_default=False,
        ),
    ] = "",
    on: On = None,
    format: Form = AnswerFormat.TEXT,
    register: Register = None,
    revision: Revision = None,
    lang: Lang = None,
) -> int:
    """Show who holds the offices of an area on a day.

    Coordinator, acting Coordinator and Co-coordinators, each with the tenure as appointed, extended or ended, the
    act on which it is based, and the mandate. Where only a public snapshot is on record, its date replaces the
    tenure. Officers of the whole dimension are shown too.

      cica who --area tourism                        today

      cica who --area tourism --as-of 2024-06-30     on a past or future day

      cica who --area environmental                  all areas of a dimension

      cica who --area human --format xlsx > o.xlsx   opens in Excel
    """
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates
    from cica_docs.views.who import format_offices, list_offices

    words = read_command_words(read_catalogue(packaged_templates(), choose_language(lang)))
    corpus = open_register(register, revision, on).corpus()
    return write_answer(
        format, lambda: list_offices(corpus, words, area), lambda: format_offices(corpus, words, area), words
    )
