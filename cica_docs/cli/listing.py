"""The command `cica list`."""

from enum import StrEnum
from typing import Annotated

import typer

from cica_docs.cli.answer import On, emit_workbook
from cica_docs.cli.complete import complete_lists
from cica_docs.cli.console import emit, say
from cica_docs.cli.narrowing import Area, State
from cica_docs.cli.options import Lang, Register, Revision, choose_language
from cica_docs.cli.register import open_register
from cica_docs.cli.terminal import terminal_width


class ListFormat(StrEnum):
    """Format of a list."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


def listing(
    kind: Annotated[
        str,
        typer.Argument(
            help="A kind of work, as mandate or concept-paper; or states, areas, bodies, measures. "
            "Default: name the lists.",
            autocompletion=complete_lists,
            show_default=False,
        ),
    ] = "",
    area: Area = "",
    state: State = "",
    on: On = None,
    format: Annotated[
        ListFormat,
        typer.Option("--format", help="Output format; keys in JSON and CSV are the same in all languages."),
    ] = ListFormat.TABLE,
    register: Register = None,
    revision: Revision = None,
    lang: Lang = None,
) -> int:
    """List works of a kind, or states, areas, bodies and measures.

    The status of a work and the Coordinators of an area are derived from dated events.

      cica list mandate --state KZ                   the mandates of a state

      cica list concept-paper --as-of 2023-12-31     the papers on a day

      cica list areas --area human                   the Coordinators of a dimension

      cica list action-plan --format xlsx > a.xlsx   opens in Excel
    """
    from cica_docs.i18n.labels import read_labels
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates
    from cica_docs.views.listing import ListFilters, build_listing, list_names
    from cica_docs.views.listing_formats import format_list_csv, format_list_json, format_list_table, tabulate_list

    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    corpus = open_register(register, revision, on).corpus()
    if not kind:
        say("".join(f"{name}\n" for name in list_names(corpus.kinds)))
        return 0
    entries = build_listing(corpus, catalogue, kind, ListFilters(area, state))
    words, labels = catalogue.commands, read_labels(packaged_templates(), catalogue.language)
    if format is ListFormat.TABLE:
        say(format_list_table(entries, words, labels, most=terminal_width()))
    elif format is ListFormat.XLSX:
        emit_workbook(entries.name, tabulate_list(entries, words, labels))
    else:
        emit(format_list_json(entries) if format is ListFormat.JSON else format_list_csv(entries))
    return 0
