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
    """Format of the impact."""

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
    format: Annotated[ImpactFormat, typer.Option("--format", help="Output format.")] = ImpactFormat.TEXT,
    register: Register = None,
    revision: Revision = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Show the effect of amended values of the decision (clause 5.2).

    All rules and obligations are computed twice, under the present values and with those of FILE added. Findings and
    obligations that appear (+), vanish (−) or change (~) are listed, with one sentence of conclusion. The register is
    not changed. cica explain CLAUSE shows the present values.

    If the SOC made four years five, FILE would hold:

      1.10/tenure: {tenure: [{from: 2027-01-01, years: [2, 5]}]}

    An act is judged by the values of its own day, so findings on acts before `from` stay.

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
    computed = compute_impact(corpus, catalogue, read_amendments(corpus, catalogue, read_content(values), str(values)))
    writers = {
        ImpactFormat.TEXT: format_impact,
        ImpactFormat.JSON: format_impact_json,
        ImpactFormat.MARKDOWN: format_impact_markdown,
    }
    text = writers[format](computed)
    if format is ImpactFormat.JSON:
        emit(text)
    else:
        say(text)
    return 0


def read_content(path: Path) -> bytes:
    """Return the bytes of a file, at most one more than the limit: a device has no end."""
    from cica_docs.documents.source import MOST_BYTES

    try:
        if stat.S_ISCHR(path.stat().st_mode):
            raise Failure("values-missing", path=str(path), reason="not a file")
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise Failure("values-missing", path=str(path), reason=error.strerror or "") from None
