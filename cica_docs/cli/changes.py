"""The command `cica changes`."""

from datetime import tzinfo
from typing import Annotated

import typer

from cica_docs.cli.answer import AnswerFormat, Form, On, read_command_words, write_answer
from cica_docs.cli.options import Lang, Register, Revision, choose_language
from cica_docs.cli.register import OpenedRegister, open_register
from cica_docs.values.day import parse_day
from cica_docs.values.failure import Failure


def changes(
    since: Annotated[
        str, typer.Option("--since", metavar="DAY|REV", help="A day, as 2026-03-01, or a revision, as v1 or main~5.")
    ],
    on: On = None,
    format: Form = AnswerFormat.TEXT,
    register: Register = None,
    revision: Revision = None,
    lang: Lang = None,
) -> int:
    """Show what is new in the register: documents, acts, and texts that changed.

    Since a day means: since the last commit before that day. Acts count by when they came on record, not by their
    own day, so what was recorded late is not missed.

      cica changes --since 2026-11-01

      cica changes --since v1 --format csv
    """
    from cica_docs.api.changes import format_changes, list_changes
    from cica_docs.i18n.labels import read_labels
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates

    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    words, labels = read_command_words(catalogue), read_labels(packaged_templates(), catalogue.language)
    opened = open_register(register, revision, on)
    corpus = opened.corpus()
    earlier = _earlier(opened, since, corpus.reference.zone)
    listing = list_changes(earlier.corpus() if earlier else None, corpus, words)
    shown = f"{since} ({earlier.snapshot.commit[:12]})" if earlier else since
    return write_answer(format, lambda: listing, lambda: format_changes(listing, words, labels, shown), words)


def _earlier(opened: OpenedRegister, since: str, zone: tzinfo) -> OpenedRegister | None:
    """Return the register at a revision, or at the last commit before a day; None if it is younger."""
    if opened.repository is None:
        raise Failure("no-repository", folder=str(opened.root))
    day = parse_day(since)
    head = opened.snapshot.commit or "HEAD"
    commit = opened.repository.last_commit_before(head, day, zone) if day else opened.repository.commit(since)
    if commit is None or not opened.repository.holds_register(commit, opened.snapshot.prefix):
        return None
    return opened._replace(snapshot=opened.repository.snapshot(commit, opened.snapshot.prefix))
