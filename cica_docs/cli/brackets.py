"""The command `cica brackets`."""

from typing import Annotated

import typer

from cica_docs.cli.answer import AnswerFormat, Form, On, read_command_words, write_answer
from cica_docs.cli.options import Lang, Register, Revision, choose_language
from cica_docs.cli.register import open_register


def brackets(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORK]...", help="Works, as notice/tourism-xa; by default all."),
    ] = None,
    on: On = None,
    format: Form = AnswerFormat.TEXT,
    register: Register = None,
    revision: Revision = None,
    lang: Lang = None,
) -> int:
    """List what is not agreed: each text in square brackets, who proposes it, and where.

    [XA, XB: text] is proposed by two States, [XA: one text / XB: another] are alternatives, [text] is nobody's in
    particular. Notes such as [sic], numbers, links and footnotes are no proposals.

      cica brackets concept-paper/tourism-2026

      cica brackets --format xlsx > brackets.xlsx

      cica brackets --revision main~5       as they were
    """
    from cica_docs.api.brackets import format_brackets, list_brackets
    from cica_docs.cli.terminal import text_width
    from cica_docs.cli.translate import find_work
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates

    words = read_command_words(read_catalogue(packaged_templates(), choose_language(lang)))
    corpus = open_register(register, revision, on).corpus()
    listing = list_brackets(corpus, [find_work(corpus, name) for name in names or ()])
    return write_answer(format, lambda: listing, lambda: format_brackets(corpus, listing, words, text_width()), words)
