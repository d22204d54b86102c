"""The command `cica areas`."""

from typing import Annotated

import typer

from cica_docs.cli.answer import AnswerFormat, Form, On, read_command_words, write_answer
from cica_docs.cli.options import Lang, Register, Revision, choose_language
from cica_docs.cli.register import open_register


def areas(
    vacant: Annotated[bool, typer.Option("--vacant", help="List only areas without an appointed Coordinator.")] = False,
    on: On = None,
    format: Form = AnswerFormat.TEXT,
    register: Register = None,
    revision: Revision = None,
    lang: Lang = None,
) -> int:
    """Show the priority areas, their officers and vacancies.

    An area with an acting Coordinator has no appointed one until the SOC appoints (clause 1.11). Nobody must take an
    area; a vacancy is not a breach.

      cica areas --vacant                      areas that need a Coordinator

      cica areas --vacant --as-of 2027-01-01   areas that will be vacant by then

      cica areas --format csv                  all areas, for a spreadsheet
    """
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates
    from cica_docs.views.areas import format_areas, list_areas

    words = read_command_words(read_catalogue(packaged_templates(), choose_language(lang)))
    corpus = open_register(register, revision, on).corpus()
    return write_answer(
        format,
        lambda: list_areas(corpus, words, vacant=vacant),
        lambda: format_areas(corpus, words, vacant=vacant),
        words,
    )
