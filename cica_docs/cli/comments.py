"""The command `cica comments`."""

from pathlib import Path
from typing import Annotated

import typer

from cica_docs.cli.answer import AnswerFormat, Form, On, read_command_words, write_answer
from cica_docs.cli.complete import complete_works
from cica_docs.cli.options import EVERY_LANGUAGE, Lang, Output, Register, Revision, choose_language
from cica_docs.cli.register import open_register
from cica_docs.cli.table_printing import TABLE_FORMATS, TableLanguages


def comments(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORK]...",
            help="Works, as concept-paper/tourism-2026; by default all.",
            autocompletion=complete_works,
        ),
    ] = None,
    on: On = None,
    format: Form = AnswerFormat.TEXT,
    to: Annotated[
        str | None,
        typer.Option(
            "--to", metavar="FORMATS", help=f"Print the comparative table: {', '.join(TABLE_FORMATS)}, by commas."
        ),
    ] = None,
    languages: TableLanguages = EVERY_LANGUAGE,
    output: Output = Path("build"),
    register: Register = None,
    revision: Revision = None,
    lang: Lang = None,
) -> int:
    """Show the comments of delegations place by place: what each asks for, why, and what it was answered.

    They are kept as they were received, in their language, in comments.yaml beside the work. With --to the comparative
    table of each work is printed to DIR/comments/WORK, its headings in each language.

      cica comments concept-paper/tourism-2026

      cica comments concept-paper/tourism-2026 --to docx,pdf,html,xlsx -o out
    """
    from cica_docs.api.negotiation.comments import commented_works, format_comments, list_comments, name_comments
    from cica_docs.i18n.labels import read_labels
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.naming.find import find_work_name
    from cica_docs.register.open import packaged_templates

    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    words, labels = read_command_words(catalogue), read_labels(packaged_templates(), catalogue.language)
    corpus = open_register(register, revision, on).corpus()
    named = commented_works(corpus, [find_work_name(corpus, name) for name in names or ()])
    if to is not None:
        from cica_docs.api.negotiation.tables import CommentTable
        from cica_docs.cli.table_printing import print_tables

        tables = [
            (
                CommentTable(corpus, packaged_templates(), name),
                name_comments(corpus, list_comments(corpus, [name]), labels),
            )
            for name in named
        ]
        return print_tables(tables, to, languages, output, catalogue)
    from cica_docs.cli.terminal import text_width

    listing = list_comments(corpus, named)
    if format is AnswerFormat.XLSX:
        listing = name_comments(corpus, listing, labels)
    return write_answer(
        format,
        lambda: listing,
        lambda: format_comments(corpus, named, words, labels, text_width()),
        words,
    )
