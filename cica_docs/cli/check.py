"""The command `cica check`."""

import os
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cica_docs.api.checking.change_page import describe_changes
from cica_docs.api.checking.changes import report_change
from cica_docs.api.checking.check import check as check_corpus
from cica_docs.api.checking.past_gate import add_history
from cica_docs.cli.complete import complete_rules_and_clauses
from cica_docs.cli.console import emit, say
from cica_docs.cli.options import AsOf, Colour, Lang, Register, Revision, choose_language
from cica_docs.cli.register import open_register, register_path_of
from cica_docs.cli.terminal import wants_colour
from cica_docs.cli.why import explain_verdicts
from cica_docs.i18n.labels import read_labels
from cica_docs.i18n.messages import read_catalogue
from cica_docs.register.open import packaged_templates
from cica_docs.report.limit import limit_findings
from cica_docs.report.reporters import REPORTERS
from cica_docs.report.summary import LIMIT, format_summary
from cica_docs.report.text import format_text
from cica_docs.report.words import report_words_of
from cica_docs.values.failure import Failure


class Format(StrEnum):
    """Format of findings."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"
    SUMMARY = "summary"


_PAGES = frozenset({Format.GITHUB, Format.SUMMARY})
"""The formats that also say what a change does."""


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATHS]...", help="Report findings in these files and folders only; the whole register is read."
        ),
    ] = None,
    register: Register = None,
    revision: Revision = None,
    base: Annotated[
        str | None,
        typer.Option(
            "--base",
            metavar="REV",
            help="Report changes since the common ancestor with this revision, by its settings. "
            "If nothing is uncommitted, the commit is checked, not the files on disk.",
        ),
    ] = None,
    history: Annotated[
        bool,
        typer.Option(
            "--history",
            help="Report also what the commits before changed past the gate and nobody has put right since.",
        ),
    ] = False,
    also: Annotated[
        list[str] | None,
        typer.Option(
            "--also", metavar="REV", help="Report symbols that this branch or revision has taken too; repeatable."
        ),
    ] = None,
    as_of: AsOf = None,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="RULE", help="Report this rule or group only, as mandate; repeatable."),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="RULE", help="Leave out this rule or group; repeatable.")
    ] = None,
    why: Annotated[
        str,
        typer.Option(
            "--why",
            metavar="RULE",
            help="Show what the verdict of this rule on PATH, or on PATH:LINE, rests on; text or json.",
            autocompletion=complete_rules_and_clauses,
            show_default=False,
        ),
    ] = "",
    format: Annotated[Format, typer.Option("--format", help="Output format.")] = Format.TEXT,
    pages: Annotated[
        str,
        typer.Option(
            "--pages",
            metavar="NAME",
            help="Say in the summary under which name a run keeps the printed pages.",
            show_default=False,
        ),
    ] = "",
    lang: Lang = None,
    colour: Annotated[Colour, typer.Option("--colour", help="When to colour text.")] = Colour.AUTO,
) -> int:
    """Check the register against its decision, clause by clause.

    Every finding names file, line and column, the rule and the clause, and the remedy; one run reports all findings.
    Exit status 1: there is a finding at error level.

      cica check                              the register here, as on disk

      cica check registry/notice              findings in that folder only

      cica check --base origin/main           findings that this branch adds

      cica check --base origin/main --format summary > page.md

      cica check --history                    and what was pushed to it unchecked

      cica check --revision v1 --as-of 2025-12-31

      cica check --why mandate/tenure-out-of-bounds registry/notice/x/en.md:9
    """
    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    opened = open_register(register, revision, as_of)
    if why:
        return explain_verdicts(opened, catalogue, why, paths or [], base, is_json=format is Format.JSON)
    if history and base is not None:
        raise Failure("history-with-base")
    places = [register_path_of(path, opened) for path in paths or []]
    # A branch without commits has no HEAD to compare with.
    if base is None or (base == "HEAD" and opened.repository is not None and opened.repository.is_unborn):
        corpus = opened.with_branches(opened.unredacted(), also or ())
        report = check_corpus(corpus, catalogue, select=select or (), ignore=ignore or (), paths=places)
        if history:
            past = opened.own_history()
            report = add_history(
                report, corpus, catalogue, *past, select=select or (), ignore=ignore or (), paths=places
            )
    else:
        now, compared = opened.compared(base)
        now = opened.with_branches(now, also or ())
        report = report_change(now, catalogue, compared, select=select or (), ignore=ignore or (), paths=places)
        if format in _PAGES and now.before is not None:
            labels = read_labels(packaged_templates(), catalogue.language)
            report = replace(report, change=describe_changes(now, now.before, catalogue, labels))
    report = replace(limit_findings(report), pages=pages)
    words = report_words_of(catalogue)
    if format is Format.TEXT:
        colourful = wants_colour(colour)
        say(format_text(report, words, colour=colourful), colour=colourful)
    else:
        emit(REPORTERS[format](report, words))
    if format is Format.GITHUB and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
        try:
            with Path(summary).open("a", encoding="utf-8") as file:
                file.write(format_summary(report, words, LIMIT - file.tell()))
        except OSError as error:
            raise Failure("not-writable", status=3, path=summary, reason=error.strerror or "") from None
    return report.status
