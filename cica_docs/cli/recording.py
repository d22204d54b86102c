"""Write what a command puts on record, and describe what follows from it."""

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from cica_docs.cli.console import say
from cica_docs.cli.register import OpenedRegister
from cica_docs.cli.writing import write_together
from cica_docs.text.escape import escape_terminal
from cica_docs.values.failure import Failure

if TYPE_CHECKING:
    from cica_docs.api.recording.act import RecordedAct
    from cica_docs.documents.corpus import Corpus
    from cica_docs.i18n.messages import Catalogue

_NOTHING_WRITTEN = 1


def read_to_record(opened: OpenedRegister, base: str = "HEAD") -> "Corpus":
    """Return all of a register on disk, compared with the last commit or another one.

    So an act is refused that would come before what others rest on. Raise `Failure` if there are no files to write.
    """
    if opened.snapshot.commit:
        raise Failure("no-files-here", folder=str(opened.root))
    has_commit = opened.repository is not None and not opened.repository.is_unborn
    return opened.compared(base)[0] if has_commit else opened.unredacted()


def write_recorded(
    recorded: "RecordedAct", opened: OpenedRegister, catalogue: "Catalogue", register: Path | None
) -> int:
    """Write an act unless the check finds new errors with it, describe it, and return the exit status."""
    if not recorded.report.findings:
        write_together(opened.root, recorded.files)
    say("".join(f"{line}\n" for line in _describe(recorded, opened, catalogue, register)))
    return _NOTHING_WRITTEN if recorded.report.findings else 0


def _describe(
    recorded: "RecordedAct", opened: OpenedRegister, catalogue: "Catalogue", register: Path | None
) -> Iterator[str]:
    """Describe what is in the way, or what was written and what follows from it."""
    from cica_docs.i18n.labels import read_labels
    from cica_docs.register.open import packaged_templates
    from cica_docs.report.text import format_finding
    from cica_docs.report.words import report_words_of
    from cica_docs.views.obligations import list_obligations
    from cica_docs.views.obligations_formats import format_entry

    words, shown = catalogue.commands, f"{recorded.act['kind']} ({recorded.act['on']})"
    if recorded.report.findings:
        for finding in recorded.report.findings:
            yield format_finding(finding, report_words_of(catalogue))
        yield words.sentence("record.refused", work=recorded.work, act=shown)
        return
    yield words.sentence("record.written", work=recorded.work, act=shown)
    yield from (f"  {escape_terminal(opened.snapshot.prefix + path)}" for path in recorded.files)
    labels = read_labels(packaged_templates(), catalogue.language)
    gender = recorded.public.kinds.kinds[recorded.work.partition("/")[0]].gender[labels.language]
    before, after = (labels.stage(*status, gender=gender) for status in recorded.status)
    yield words.sentence("record.status" if before != after else "record.same-status", before=before, after=after)
    rows = [row for row in list_obligations(recorded.public, catalogue).rows if row.obligation.id in recorded.owed]
    if recorded.discharged:
        yield words.sentence("record.discharged", listed=", ".join(sorted(recorded.discharged)))
    if rows:
        yield words.word("record.owed")
        for row in rows:
            yield from format_entry(row, words)
    where = ["--register", str(register)] if register else []
    yield words.sentence("record.next", check=shlex.join(["cica", "check", *where]))
