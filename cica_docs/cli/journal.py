"""The command `cica journal`."""

from typing import Annotated

import typer

from cica_docs.cli.answer import AnswerFormat, Form, On, read_command_words, write_answer
from cica_docs.cli.options import Lang, Register, Revision, choose_language
from cica_docs.cli.register import open_register
from cica_docs.cli.terminal import text_width


def journal(
    year: Annotated[
        int | None, typer.Option("--year", min=1900, max=2200, help="Only notes of this year; all if left out.")
    ] = None,
    on: On = None,
    format: Form = AnswerFormat.TEXT,
    register: Register = None,
    revision: Revision = None,
    lang: Lang = None,
) -> int:
    """Show the notes verbales by number: those of the organisation, and those received from States.

    Each with its day, from whom and to whom; a note without an act “sent” is marked as a draft.

      cica journal --year 2026

      cica journal --format xlsx > journal.xlsx
    """
    from cica_docs.api.journal import format_journal, list_journal, name_parties
    from cica_docs.i18n.labels import read_labels
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates

    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    words, labels = read_command_words(catalogue), read_labels(packaged_templates(), catalogue.language)
    corpus = open_register(register, revision, on).corpus()
    listing = list_journal(corpus, words, str(year or ""))
    if format is AnswerFormat.XLSX:
        listing = name_parties(corpus, listing, words, labels)
    return write_answer(
        format, lambda: listing, lambda: format_journal(corpus, listing, words, labels, text_width()), words
    )
