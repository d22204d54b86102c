"""From a register on disk or in Git to a corpus."""

from dataclasses import replace
from datetime import date, datetime
from functools import cache
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus, read_corpus, read_documents
from cica_docs.documents.document import Document, read_data_file
from cica_docs.documents.kind import Kinds, read_kinds
from cica_docs.documents.reference_data import ReferenceData
from cica_docs.register.restricted.public_view import public_view
from cica_docs.snapshot.memory import MemorySnapshot, OverlaySnapshot
from cica_docs.snapshot.packaged import packaged
from cica_docs.snapshot.past import Past
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.values.day import day_in
from cica_docs.values.failure import Failure

_SETTINGS = "reference/settings.yaml"


class Clock(NamedTuple):
    """The time of the run, or of the commit that is read; the register's zone gives the day."""

    now: datetime

    def day(self, snapshot: Snapshot) -> date:
        """Return the day in the zone of the register's settings."""
        if _SETTINGS not in snapshot.paths():
            return self.now.date()
        settings = read_data_file(snapshot, _SETTINGS)
        return day_in(ReferenceData({"settings": settings}).zone, self.now)


def open_corpus(
    snapshot: Snapshot,
    as_of: date,
    governing: Snapshot | None = None,
    past: Past | None = None,
    quotation_keys: tuple[bytes, ...] = (),
) -> Corpus:
    """Open the public view of a register with the packaged schemas; raise `Failure` if the folder is no register.

    Its `unredacted` is set if anything is withheld.
    """
    return public_view(replace(open_unredacted(snapshot, as_of, governing, quotation_keys), past=past))


def open_unredacted(
    snapshot: Snapshot, as_of: date, governing: Snapshot | None = None, quotation_keys: tuple[bytes, ...] = ()
) -> Corpus:
    """Open a register with its restricted content, for checks alone."""
    if _SETTINGS not in snapshot.paths():
        raise Failure("no-register", folder=snapshot.prefix or ".")
    return replace(read_corpus(snapshot, packaged_kinds(), as_of, governing), quotation_keys=quotation_keys)


def differing_originals(corpus: Corpus, other: Snapshot) -> tuple[Document, ...]:
    """Read the originals of another revision that this register does not hold as they are, for checks alone."""
    known = {document.blob for document in corpus.originals}
    name = f"/{corpus.reference.original}.md"
    same = frozenset(path for path in other.paths() if not path.endswith(name) or other.blob(path) in known)
    return read_documents(OverlaySnapshot(other, MemorySnapshot({}), same), corpus.kinds)


@cache
def packaged_kinds() -> Kinds:
    """Return the packaged kinds of document, read once: a check with a base opens two registers."""
    return read_kinds(packaged("schemas"), packaged("templates"))


def packaged_templates() -> Snapshot:
    """Return the packaged templates."""
    return packaged("templates")
