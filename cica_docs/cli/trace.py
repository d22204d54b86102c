"""The command `cica trace`."""

from enum import StrEnum
from typing import Annotated

import typer

from cica_docs.cli.console import emit, say
from cica_docs.cli.options import AsOf, Lang, Register, Revision, choose_language
from cica_docs.cli.register import open_register
from cica_docs.values.language import SOURCE_LANGUAGE


class TraceFormat(StrEnum):
    """Format of the trace."""

    TABLE = "table"
    JSON = "json"
    MARKDOWN = "markdown"
    COVERAGE = "coverage"


def trace(
    format: Annotated[
        TraceFormat,
        typer.Option("--format", help="Output format; Markdown and coverage are pages, in English unless --lang."),
    ] = TraceFormat.TABLE,
    register: Register = None,
    revision: Revision = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Show every provision, and the rules and fields that enforce it.

    A provision is enforced by rules, by sections that a kind of document has, and by fields; if by none, the reason is
    given, or that it is not enforced yet.

      cica trace                     one provision a line, and the counts

      cica trace --format markdown   the page docs/reference/clauses.md

      cica trace --format coverage   what is asked, what enforces it, what is out of reach and why

      cica trace --format json       for a program
    """
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates
    from cica_docs.views.coverage import format_coverage
    from cica_docs.views.trace import format_trace, format_trace_json, format_trace_markdown, trace_provisions

    # A generated page must not depend on the locale of the run.
    is_page = format in {TraceFormat.MARKDOWN, TraceFormat.COVERAGE}
    language = lang or SOURCE_LANGUAGE if is_page else choose_language(lang)
    corpus = open_register(register, revision, as_of).corpus()
    computed = trace_provisions(corpus, read_catalogue(packaged_templates(), language))
    writers = {
        TraceFormat.TABLE: format_trace,
        TraceFormat.JSON: format_trace_json,
        TraceFormat.MARKDOWN: format_trace_markdown,
        TraceFormat.COVERAGE: format_coverage,
    }
    text = writers[format](computed)
    if format is TraceFormat.JSON:
        emit(text)
    else:
        say(text)
    return 0
