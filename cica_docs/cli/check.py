"""The command `cica check`."""

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from cica_docs.api.checking.change_page import describe_changes
from cica_docs.api.checking.changes import report_change
from cica_docs.api.checking.check import check as check_corpus
from cica_docs.api.checking.past_gate import add_history
from cica_docs.cli.complete import complete_rules_and_clauses
from cica_docs.cli.console import emit, say, warn
from cica_docs.cli.options import AsOf, Colour, Lang, Register, Revision, choose_language
from cica_docs.cli.register import OpenedRegister, open_register, register_path_of
from cica_docs.cli.terminal import wants_colour
from cica_docs.cli.watching import watch
from cica_docs.cli.why import explain_verdicts
from cica_docs.i18n.labels import read_labels
from cica_docs.i18n.messages import Catalogue, read_catalogue
from cica_docs.register.naming.find import find_work_name
from cica_docs.register.open import packaged_templates
from cica_docs.report.limit import MOST_LISTED, MOST_REPEATED, limit_findings, limit_to_level
from cica_docs.report.report import Report
from cica_docs.report.reporters import REPORTERS
from cica_docs.report.statistics import format_statistics
from cica_docs.report.summary import LIMIT, format_summary
from cica_docs.report.text import format_text
from cica_docs.report.words import ReportWords, report_words_of
from cica_docs.values.failure import Failure
from cica_docs.values.provision import Severity


class Format(StrEnum):
    """Format of findings."""

    TEXT = "text"
    CONCISE = "concise"
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
            metavar="[PATHS]...",
            help="Report findings in these files, folders and works only; the whole register is read.",
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
    format: Annotated[
        Format, typer.Option("--format", help="Output format; concise has one line for each finding.")
    ] = Format.TEXT,
    level: Annotated[
        Severity,
        typer.Option("--level", help="The least severe findings to show. Errors alone fail a check, at every level."),
    ] = Severity.NOTICE,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Show how many findings there are of each rule, instead of each.")
    ] = False,
    watching: Annotated[
        bool, typer.Option("--watch", help="Check again whenever a file of the register changes, until Ctrl-C.")
    ] = False,
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

      cica check --level warning --format concise

      cica check --history                    and what was pushed to it unchecked

      cica check --revision v1 --as-of 2025-12-31

      cica check --why mandate/tenure-out-of-bounds registry/notice/x/en.md:9
    """
    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    if watching and revision is not None:
        raise Failure("watch-revision")
    if statistics and format is not Format.TEXT:
        raise Failure("statistics-format", format=format.value)
    opened = open_register(register, revision, as_of)
    if why:
        return explain_verdicts(opened, catalogue, why, paths or [], base, is_json=format is Format.JSON)
    if history and base is not None:
        raise Failure("history-with-base")
    asked = _Asked(paths or [], base, also or (), select or (), ignore or (), with_history=history)

    def act() -> int:
        again = open_register(register, revision, as_of) if watching else opened
        report = limit_to_level(_report_of(again, catalogue, asked, with_page=format in _PAGES), level)
        shown = (
            report if statistics else limit_findings(report, MOST_REPEATED if format is Format.TEXT else MOST_LISTED)
        )
        _print(replace(shown, pages=pages), report_words_of(catalogue), format, colour, with_statistics=statistics)
        return report.status

    return watch(opened.root, lambda: _act_again(act, catalogue)) if watching else act()


class _Asked(NamedTuple):
    """What is to be checked, and what is to be reported of it."""

    paths: Sequence[Path]
    base: str | None
    also: Sequence[str]
    select: Sequence[str]
    ignore: Sequence[str]
    with_history: bool


def _path_named(given: Path, opened: OpenedRegister) -> str:
    """Return the file or folder that is given, or the folder of the work that is named as readers name it."""
    try:
        return register_path_of(given, opened)
    except Failure as failure:
        corpus = opened.unredacted()
        try:
            return find_work_name(corpus, str(given))
        except Failure as unnamed:
            if unnamed.key == "name-ambiguous":
                raise
        raise failure from None


def _report_of(opened: OpenedRegister, catalogue: Catalogue, asked: _Asked, *, with_page: bool) -> Report:
    paths = [_path_named(path, opened) for path in asked.paths]
    base = asked.base
    # A branch without commits has no HEAD to compare with.
    if base is None or (base == "HEAD" and opened.repository is not None and opened.repository.is_unborn):
        corpus = opened.with_branches(opened.unredacted(), asked.also)
        report = check_corpus(corpus, catalogue, select=asked.select, ignore=asked.ignore, paths=paths)
        if not asked.with_history:
            return report
        past = opened.own_history()
        return add_history(report, corpus, catalogue, *past, select=asked.select, ignore=asked.ignore, paths=paths)
    now, compared = opened.compared(base)
    now = opened.with_branches(now, asked.also)
    report = report_change(now, catalogue, compared, select=asked.select, ignore=asked.ignore, paths=paths)
    if with_page and now.before is not None:
        labels = read_labels(packaged_templates(), catalogue.language)
        report = replace(report, change=describe_changes(now, now.before, catalogue, labels))
    return report


def _print(report: Report, words: ReportWords, format: Format, colour: Colour, *, with_statistics: bool) -> None:
    if with_statistics:
        say(format_statistics(report, words))
    elif format is Format.TEXT:
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


def _act_again(act: Callable[[], int], catalogue: Catalogue) -> int:
    """Check and say that more is waited for; what makes it unreadable at the moment is reported."""
    try:
        status = act()
    except Failure as failure:
        warn(f"cica: {catalogue.failure(failure)}\n")
        status = failure.status
    warn(catalogue.commands.word("watching") + "\n")
    return status
