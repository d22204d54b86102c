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
            help="A priority area, or a dimension for all its areas; cica list areas shows them.",
            autocompletion=complete_areas,
        ),
    ],
    on: On = None,
    format: Form = AnswerFormat.TEXT,
    register: Register = None,
    revision: Revision = None,
    lang: Lang = None,
) -> int:
    """Say who is Coordinator, acting Coordinator and Co-coordinator in an area on a day.

    Each with the tenure as appointed, extended or ended, the act that it rests on, and the mandate. Where only a public
    snapshot is on record its date is given instead of a tenure. Those of the whole dimension are shown too.

      cica who --area tourism                       today

      cica who --area tourism --on 2024-06-30       on a day in the past or to come

      cica who --area environmental                 all areas of a dimension

      cica who --area human --format csv            for a spreadsheet
    """
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates
    from cica_docs.views.who import format_offices, list_offices

    words = read_command_words(read_catalogue(packaged_templates(), choose_language(lang)))
    corpus = open_register(register, revision, on).corpus()
    return write_answer(format, lambda: list_offices(corpus, words, area), lambda: format_offices(corpus, words, area))
