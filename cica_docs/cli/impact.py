"""The command `cica impact`."""

import stat
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cica_docs.cli.console import emit, say
from cica_docs.cli.options import AsOf, Lang, Register, Revision, choose_language
from cica_docs.cli.register import open_register
from cica_docs.values.failure import Failure


class ImpactFormat(StrEnum):
    """How the impact is written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "md"


def impact(
    values: Annotated[
        Path,
        typer.Option(
            "--values", metavar="FILE", help="YAML with the amended values: {PROVISION: {NAME: [{from, …}]}}."
        ),
    ],
    format: Annotated[ImpactFormat, typer.Option("--format", help="How it is written.")] = ImpactFormat.TEXT,
    register: Register = None,
    revision: Revision = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Show what would change if values of the decision were amended (clause 5.2).

    All rules and all obligations are worked out twice, under the values as they stand and with those of FILE added.
    What appears (+), vanishes (−) or changes (~) is told a line each, and all of it in one sentence at the end. The
    register itself is left alone. cica explain CLAUSE shows the values that stand.

    Should the SOC make four years five, FILE holds:

      1.10/tenure: {tenure: [{from: 2027-01-01, years: [2, 5]}]}

    An act is judged by the values of its own day, so what lies before `from` keeps its verdict.

      cica impact --values five-years.yaml

      cica impact --values five-years.yaml --format md --lang ru   a report to attach
    """
    from cica_docs.api.amendments import read_amendments
    from cica_docs.api.impact import compute_impact
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates
    from cica_docs.views.impact import format_impact, format_impact_json, format_impact_markdown

    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    corpus = open_register(register, revision, as_of).corpus()
    found = compute_impact(corpus, catalogue, read_amendments(corpus, catalogue, _content(values), str(values)))
    writers = {
        ImpactFormat.TEXT: format_impact,
        ImpactFormat.JSON: format_impact_json,
        ImpactFormat.MARKDOWN: format_impact_markdown,
    }
    text = writers[format](found)
    if format is ImpactFormat.JSON:
        emit(text)
    else:
        say(text)
    return 0


def _content(path: Path) -> bytes:
    """The bytes of a file, or one more than are read of any; a device has no end."""
    from cica_docs.documents.source import MOST_BYTES

    try:
        if stat.S_ISCHR(path.stat().st_mode):
            raise Failure("values-missing", path=str(path), reason="not a file")
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise Failure("values-missing", path=str(path), reason=error.strerror or "") from None
