"""The command `cica brackets`."""

from pathlib import Path
from typing import Annotated

import typer

from cica_docs.cli.answer import AnswerFormat, Form, On, read_command_words, write_answer
from cica_docs.cli.complete import complete_works
from cica_docs.cli.options import EVERY_LANGUAGE, Lang, Output, Register, Revision, choose_language
from cica_docs.cli.register import open_register
from cica_docs.cli.table_printing import TABLE_FORMATS, TableLanguages


def brackets(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORK]...", help="Works, as notice/tourism-xa; by default all.", autocompletion=complete_works
        ),
    ] = None,
    on: On = None,
    format: Form = AnswerFormat.TEXT,
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="FORMATS", help=f"Print the ledger: {', '.join(TABLE_FORMATS)}, by commas."),
    ] = None,
    languages: TableLanguages = EVERY_LANGUAGE,
    output: Output = Path("build"),
    register: Register = None,
    revision: Revision = None,
    lang: Lang = None,
) -> int:
    """List what is not agreed: each text in square brackets, who proposes it, where, and since which commit.

    [XA, XB: text] is proposed by two States, [XA: one text / XB: another] are alternatives, [XB: delete: text] is to
    be deleted, [text] is nobody's in particular. Notes such as [sic], numbers, links and footnotes are no proposals.
    With --to the ledger of each work is printed to DIR/brackets/WORK.

      cica brackets concept-paper/tourism-2026

      cica brackets --format xlsx > brackets.xlsx

      cica brackets --to docx,xlsx -o out

      cica brackets --revision main~5       as they were
    """
    from cica_docs.api.negotiation.ledger import format_brackets, list_brackets
    from cica_docs.api.negotiation.views import open_works
    from cica_docs.i18n.labels import read_labels
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.naming.find import find_work_name
    from cica_docs.register.open import packaged_templates

    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    words, labels = read_command_words(catalogue), read_labels(packaged_templates(), catalogue.language)
    corpus = open_register(register, revision, on).corpus()
    named = [find_work_name(corpus, name) for name in names or ()]
    if to is not None:
        from cica_docs.api.negotiation.tables import LedgerPrint
        from cica_docs.cli.table_printing import print_tables

        chosen = named or open_works(corpus)
        tables = [(LedgerPrint(corpus, packaged_templates(), name), list_brackets(corpus, [name])) for name in chosen]
        return print_tables(tables, to, languages, output, catalogue)
    from cica_docs.cli.terminal import text_width

    return write_answer(
        format,
        lambda: list_brackets(corpus, named),
        lambda: format_brackets(corpus, named, words, labels, text_width()),
        words,
    )
