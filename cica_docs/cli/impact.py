"""The command `cica impact`."""

import stat
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cica_docs.cli.console import emit, say
from cica_docs.cli.options import AsOf, Lang, Register, Revision, choose_language
from cica_docs.cli.register import open_register
from cica_docs.values.failure import Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cica_docs.documents.corpus import Corpus
    from cica_docs.i18n.messages import Catalogue
    from cica_docs.views.decision.comparison import DecisionComparison


class ImpactFormat(StrEnum):
    """Format of the impact."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "md"


def impact(
    values: Annotated[
        Path | None,
        typer.Option(
            "--values", metavar="FILE", help="YAML with the amended values: {PROVISION: {NAME: [{from, …}]}}."
        ),
    ] = None,
    text: Annotated[
        Path | None,
        typer.Option("--text", metavar="FILE", help="Another text: clauses as Markdown, or provisions.yaml."),
    ] = None,
    base: Annotated[
        str | None,
        typer.Option(
            "--base", metavar="REV", help="Revision whose text of the decision is compared with the present one."
        ),
    ] = None,
    format: Annotated[ImpactFormat, typer.Option("--format", help="Output format.")] = ImpactFormat.TEXT,
    register: Register = None,
    revision: Revision = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Show what changes with amended values or another text of the decision.

    All rules and obligations are computed twice. Findings and obligations that appear (+), vanish (−) or change (~) are
    listed, with a conclusion. The register is not changed. cica explain CLAUSE shows the present values.

    If the SOC made four years five, the FILE of --values would hold:

      1.10/tenure: {tenure: [{from: 2027-01-01, years: [2, 5]}]}

    An act is judged by the values of its own day, so findings on acts before `from` stay.

    With --text, clauses in other words are shown with what hangs on them, or provisions that differ in words, force or
    values, as cica decision adopt does. With --base, the decision of another revision is the former text; all other
    documents are the present ones.

      cica impact --values five-years.yaml

      cica impact --text proposed/en.md --format md --lang ru   a report to attach

      cica impact --base origin/main    what a pull request on the decision changes
    """
    from cica_docs.api.adoption import Act, plan_adoption
    from cica_docs.api.impact import compare_decisions
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates

    if [values, text, base].count(None) != 2:
        raise Failure("impact-of-what")
    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    opened = open_register(register, revision, as_of)
    corpus = opened.corpus()
    if values is not None:
        _print_values(corpus, catalogue, values, format)
    elif text is not None:
        print_comparison(plan_adoption(corpus, catalogue, str(text), read_beside(text), Act()).comparison, format)
    elif base is not None:
        before = opened.with_decision_of(base)
        print_comparison(compare_decisions(before, corpus, catalogue, base, "impact.of-base"), format)
    return 0


def _print_values(corpus: "Corpus", catalogue: "Catalogue", values: Path, format: ImpactFormat) -> None:
    from cica_docs.api.amendments import read_amendments
    from cica_docs.api.impact import compute_impact
    from cica_docs.views.decision.impact import format_impact, format_impact_json, format_impact_markdown

    computed = compute_impact(corpus, catalogue, read_amendments(corpus, catalogue, read_content(values), str(values)))
    if format is ImpactFormat.JSON:
        emit(format_impact_json(computed))
    else:
        say(format_impact(computed) if format is ImpactFormat.TEXT else format_impact_markdown(computed))


def print_comparison(comparison: "DecisionComparison", format: ImpactFormat, remaining: "Sequence[str]" = ()) -> None:
    """Print a comparison of two texts of the decision, and in JSON what remains to do."""
    from cica_docs.views.decision.formats import (
        format_comparison,
        format_comparison_json,
        format_comparison_markdown,
    )

    if format is ImpactFormat.JSON:
        emit(format_comparison_json(comparison, remaining))
    else:
        say(format_comparison(comparison) if format is ImpactFormat.TEXT else format_comparison_markdown(comparison))


def read_beside(file: Path) -> "Callable[[str], bytes | None]":
    """Return a reader of a file, which must be there, and of those beside it, which need not."""

    def read(name: str) -> bytes | None:
        path = Path(name)
        return None if path != file and not path.exists() else read_content(path)

    return read


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
