"""The command `cica history`."""

from typing import Annotated

import typer

from cica_docs.cli.answer import AnswerFormat, Form, On, read_command_words, write_answer
from cica_docs.cli.complete import complete_works
from cica_docs.cli.options import Lang, Register, Revision, choose_language
from cica_docs.cli.register import open_register
from cica_docs.cli.terminal import text_width


def history(
    work: Annotated[
        str,
        typer.Argument(metavar="WORK", help="A work, as concept-paper/tourism-2026.", autocompletion=complete_works),
    ],
    on: On = None,
    format: Form = AnswerFormat.TEXT,
    register: Register = None,
    revision: Revision = None,
    lang: Lang = None,
) -> int:
    """Show what was done with a document, and who changed its texts when.

    All acts on record by day, also those that a later act corrects, and between them the commits that changed an
    edition: their day, author and languages; cica compare shows as a redline what a commit changed, and the command for
    the last one is given. Documents that revise it are named. In CSV and JSON each act has the decision with its status
    on that day, and each change the commit before it.

      cica history concept-paper/tourism-2026

      cica history mandate/tourism-xa --format csv
    """
    from cica_docs.api.history import format_history, list_history
    from cica_docs.i18n.labels import read_labels
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates

    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    words, labels = read_command_words(catalogue), read_labels(packaged_templates(), catalogue.language)
    corpus = open_register(register, revision, on).corpus()
    return write_answer(
        format,
        lambda: list_history(corpus, work),
        lambda: format_history(corpus, words, labels, work, text_width()),
        words,
    )
