"""The command `cica terms`."""

from enum import StrEnum
from typing import Annotated

import typer

from cica_docs.cli.console import emit, say
from cica_docs.cli.options import Lang, Register, Revision, choose_language
from cica_docs.cli.register import open_register


class TermFormat(StrEnum):
    """How terms are written."""

    TEXT = "text"
    CSV = "csv"
    TBX = "tbx"


def terms(
    query: Annotated[
        list[str] | None, typer.Argument(metavar="[QUERY]...", help="Words to look for in any language.")
    ] = None,
    format: Annotated[TermFormat, typer.Option("--format", help="How they are written.")] = TermFormat.TEXT,
    register: Register = None,
    revision: Revision = None,
    lang: Lang = None,
) -> int:
    """List or search the approved terms in three languages, and what is not to be written.

    cica terms комитет                    what a body is called

    cica terms --format tbx               for a translator's program

    cica terms --format csv               for a spreadsheet
    """
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates
    from cica_docs.report.words import Words
    from cica_docs.views.terms import find_terms, format_terms, format_terms_csv, format_terms_tbx

    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    corpus = open_register(register, revision, None).corpus()
    found = find_terms(corpus, " ".join(query or []))
    if format is TermFormat.TEXT:
        say(format_terms(found, Words(catalogue.language, catalogue.part("commands"))))
    else:
        emit(format_terms_csv(found) if format is TermFormat.CSV else format_terms_tbx(found))
    return 0
