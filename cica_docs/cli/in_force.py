"""The command `cica in-force`."""

from typing import Annotated

import typer

from cica_docs.cli.answer import AnswerFormat, Form, On, read_command_words, write_answer
from cica_docs.cli.options import Lang, Register, Revision, choose_language
from cica_docs.cli.register import open_register


def in_force(
    on: On = None,
    kind: Annotated[
        str,
        typer.Option("--kind", metavar="KIND", help="Only works of this kind, as concept-paper.", show_default=False),
    ] = "",
    format: Form = AnswerFormat.TEXT,
    register: Register = None,
    revision: Revision = None,
    lang: Lang = None,
) -> int:
    """List the works in force on a day, with the days left.

    Tenures, applicability periods and the like as approved, extended or ended by that day; the first to end is first.

      cica in-force                                           today

      cica in-force --as-of 2026-12-31 --kind concept-paper   papers in force at the end of the year

      cica in-force --format json                             for a program
    """
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates
    from cica_docs.views.in_force import format_in_force, list_in_force

    words = read_command_words(read_catalogue(packaged_templates(), choose_language(lang)))
    corpus = open_register(register, revision, on).corpus()
    return write_answer(
        format, lambda: list_in_force(corpus, words, kind), lambda: format_in_force(corpus, words, kind), words
    )
