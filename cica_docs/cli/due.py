"""The command `cica due`."""

import re
from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from cica_docs.cli.answer import emit_workbook
from cica_docs.cli.console import emit, emit_bytes, say
from cica_docs.cli.narrowing import Area, State
from cica_docs.cli.options import AsOf, Colour, Lang, Register, Revision, choose_language
from cica_docs.cli.register import open_register
from cica_docs.cli.terminal import wants_colour
from cica_docs.values.day import add_months, plus_days
from cica_docs.values.failure import Failure

_SPAN = re.compile(r"([0-9]{1,4})([dwm]?)")


class DueFormat(StrEnum):
    """Format of obligations."""

    TEXT = "text"
    JSON = "json"
    ICS = "ics"
    CSV = "csv"
    XLSX = "xlsx"
    MD = "md"


def due(
    area: Area = "",
    state: State = "",
    within: Annotated[
        str | None,
        typer.Option("--within", metavar="SPAN", help="Only obligations due within this span, as 90d, 12w or 6m."),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Include discharged obligations.")] = False,
    why: Annotated[
        str,
        typer.Option(
            "--why",
            metavar="ID",
            help="Show how the days of this obligation were worked out; ids are in --format json, "
            "and the beginning of one stands for all.",
            show_default=False,
        ),
    ] = "",
    format: Annotated[
        DueFormat,
        typer.Option(
            "--format", help="Output format; ics is a calendar. Keys in json and csv are the same in all languages."
        ),
    ] = DueFormat.TEXT,
    register: Register = None,
    revision: Revision = None,
    as_of: AsOf = None,
    lang: Lang = None,
    colour: Annotated[Colour, typer.Option("--colour", help="When to colour text.")] = Colour.AUTO,
) -> int:
    """Show who owes which duty by when, and under which clause.

    The page also says how to discharge each. Obligations follow from the dated acts on record; none is declared.
    They never fail a check.

      cica due                                  on one screen, as of today

      cica due --state KZ --within 90d          the next duties of a state

      cica due --format ics --lang ru > my.ics  a calendar with alarms

      cica due --why 2.7/new-coordinator        how its days were worked out
    """
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates
    from cica_docs.views.obligations import ObligationFilters, list_obligations
    from cica_docs.views.obligations_formats import (
        format_obligations,
        format_obligations_csv,
        format_obligations_json,
        format_obligations_markdown,
        tabulate_obligations,
    )

    corpus = open_register(register, revision, as_of).corpus()
    if why:
        from cica_docs.api.checking.reasoning import trace_obligations
        from cica_docs.cli.why import show_reasonings

        catalogue = read_catalogue(packaged_templates(), choose_language(lang))
        show_reasonings(trace_obligations(corpus, catalogue, why), is_json=format is DueFormat.JSON)
        return 0
    filters = ObligationFilters(area, state, _until(within, corpus.as_of), everything)
    obligation_list = list_obligations(corpus, read_catalogue(packaged_templates(), choose_language(lang)), filters)
    match format:
        case DueFormat.ICS:
            from cica_docs.views.obligations_calendar import format_calendar

            emit_bytes(format_calendar(obligation_list))
        case DueFormat.XLSX:
            emit_workbook("due", tabulate_obligations(obligation_list))
        case DueFormat.TEXT:
            colourful = wants_colour(colour)
            say(format_obligations(obligation_list, colour=colourful), colour=colourful)
        case DueFormat.MD:
            say(format_obligations_markdown(obligation_list))
        case _:
            emit(
                format_obligations_json(obligation_list)
                if format is DueFormat.JSON
                else format_obligations_csv(obligation_list)
            )
    return 0


def _until(within: str | None, as_of: date) -> date | None:
    """Return the last day of a span that begins on a day."""
    if within is None:
        return None
    match = _SPAN.fullmatch(within.strip().lower())
    if match is None:
        raise Failure("within-unreadable", within=within)
    number = int(match[1])
    if match[2] == "m":
        return add_months(as_of, number)
    return plus_days(as_of, number * (7 if match[2] == "w" else 1))
