"""The command `cica changes`."""

from collections.abc import Sequence
from datetime import date, tzinfo
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cica_docs.cli.answer import AnswerFormat, On, read_command_words, write_answer
from cica_docs.cli.console import emit
from cica_docs.cli.options import (
    EVERY_LANGUAGE,
    Lang,
    Output,
    Register,
    Revision,
    choose_language,
    read_day,
    warn_untranslated,
)
from cica_docs.cli.register import OpenedRegister, open_register
from cica_docs.cli.terminal import text_width
from cica_docs.render.writers import WRITERS
from cica_docs.values.day import day_in
from cica_docs.values.failure import Failure

if TYPE_CHECKING:
    from cica_docs.documents.corpus import Corpus
    from cica_docs.i18n.messages import Catalogue


class ChangesFormat(StrEnum):
    """Format of the changes: those of every answer, and a feed."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    ATOM = "atom"


def changes(
    since: Annotated[
        str, typer.Option("--since", metavar="DAY|REV", help="A day, as 2026-03-01, or a revision, as v1 or main~5.")
    ],
    on: On = None,
    format: Annotated[
        ChangesFormat,
        typer.Option("--format", help="Output format; atom is a feed. Keys in JSON and CSV do not change."),
    ] = ChangesFormat.TEXT,
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="FORMATS", help=f"Print it as a circular: {', '.join(WRITERS)}, by commas."),
    ] = None,
    languages: Annotated[
        str, typer.Option("--languages", metavar="LANGUAGES", help="Languages of the circular, by commas, or parallel.")
    ] = EVERY_LANGUAGE,
    output: Output = Path("build"),
    register: Register = None,
    revision: Revision = None,
    lang: Lang = None,
) -> int:
    """Show what is new in the register: documents, acts, and texts that changed.

    Since a day means: since the last commit before that day. Acts count by when they came on record, not by their
    own day, so what was recorded late is not missed. With --to it is printed as a circular in the languages of the
    register, to DIR/circular/DAY.

      cica changes --since 2026-11-01

      cica changes --since 2026-11-01 --to docx -o out

      cica changes --since v1 --format atom > changes.xml
    """
    from cica_docs.api.changes import format_changes, list_changes
    from cica_docs.i18n.labels import read_labels
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates

    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    words, labels = read_command_words(catalogue), read_labels(packaged_templates(), catalogue.language)
    opened = open_register(register, revision, on)
    corpus = opened.corpus()
    zone = corpus.reference.zone
    earlier = _earlier(opened, since, zone)
    before = earlier.corpus() if earlier else None
    if to is not None:
        return _print((before, corpus, _first_day(earlier, since, zone)), to, languages, output, catalogue)
    listing = list_changes(before, corpus, words)
    if format is ChangesFormat.ATOM:
        from cica_docs.api.feeds.changes_feed import format_changes_feed

        emit(format_changes_feed(corpus, listing, words, labels))
        return 0
    shown = f"{since} ({earlier.snapshot.commit[:12]})" if earlier else since
    form = AnswerFormat(format.value)
    return write_answer(
        form, lambda: listing, lambda: format_changes(corpus, listing, words, labels, shown, text_width()), words
    )


def _print(
    states: "tuple[Corpus | None, Corpus, date]", to: str, languages: str, output: Path, catalogue: "Catalogue"
) -> int:
    """Print the changes from one state of the register to another as a circular."""
    from cica_docs.api.circular import ChangesCircular
    from cica_docs.cli.printing import parse_languages, parse_list
    from cica_docs.cli.publishing import print_material
    from cica_docs.register.open import packaged_templates

    before, corpus, since = states
    editions, parallel = parse_languages(languages, corpus.languages)
    warn_untranslated(*editions)
    formats: Sequence[str] = parse_list(to, tuple(WRITERS), "format-unknown")
    made = ChangesCircular(before, corpus, packaged_templates(), since)
    return print_material(made, formats, editions, output, catalogue, parallel=parallel)


def _earlier(opened: OpenedRegister, since: str, zone: tzinfo) -> OpenedRegister | None:
    """Return the register at a revision, or at the last commit before a day; None if it is younger."""
    if opened.repository is None:
        raise Failure("no-repository", folder=str(opened.root))
    day = read_day(since)
    head = opened.snapshot.commit or "HEAD"
    commit = opened.repository.last_commit_before(head, day, zone) if day else opened.repository.commit(since)
    if commit is None or not opened.repository.holds_register(commit, opened.snapshot.prefix):
        return None
    return opened._replace(snapshot=opened.repository.snapshot(commit, opened.snapshot.prefix))


def _first_day(earlier: OpenedRegister | None, since: str, zone: tzinfo) -> date:
    """Return the day since which: the given one, or that of the revision."""
    day = read_day(since)
    if day is not None or earlier is None or earlier.repository is None:
        return day or date.min
    return day_in(zone, earlier.repository.committed_at(earlier.snapshot.commit))
