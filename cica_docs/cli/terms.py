"""The command `cica terms`."""

from enum import StrEnum
from typing import Annotated

import typer

from cica_docs.cli.answer import emit_workbook
from cica_docs.cli.console import emit, say
from cica_docs.cli.options import Lang, Register, Revision, choose_language
from cica_docs.cli.register import open_register


class TermFormat(StrEnum):
    """Format of terms."""

    TEXT = "text"
    CSV = "csv"
    XLSX = "xlsx"
    TBX = "tbx"


def terms(
    query: Annotated[
        list[str] | None, typer.Argument(metavar="[QUERY]...", help="Words to search for, in any language.")
    ] = None,
    format: Annotated[TermFormat, typer.Option("--format", help="Output format.")] = TermFormat.TEXT,
    register: Register = None,
    revision: Revision = None,
    lang: Lang = None,
) -> int:
    """List or search the approved terms in three languages.

    cica terms комитет                      the name of a body

    cica terms --format tbx                 for translation tools

    cica terms --format xlsx > terms.xlsx   opens in Excel
    """
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates
    from cica_docs.views.terms import find_terms, format_terms, format_terms_csv, format_terms_tbx, tabulate_terms

    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    corpus = open_register(register, revision, None).corpus()
    matches = find_terms(corpus, " ".join(query or []))
    if format is TermFormat.TEXT:
        say(format_terms(matches, catalogue.commands))
    elif format is TermFormat.XLSX:
        emit_workbook("terms", [*tabulate_terms(matches, corpus.languages)])
    else:
        emit(format_terms_csv(matches, corpus.languages) if format is TermFormat.CSV else format_terms_tbx(matches))
    return 0
