"""The last line of a printed paper: a fingerprint of what was approved, and the commit."""

from hashlib import sha256

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.i18n.labels import Labels
from cica_docs.register.approvals.editions import stored_content
from cica_docs.register.approvals.records import record_of
from cica_docs.register.approvals.requirements import is_approval
from cica_docs.register.events import events_of
from cica_docs.register.works import Work
from cica_docs.render.origin import SHORT_COMMIT, format_fingerprint


def proof_of(corpus: Corpus, work: Work, document: Document, commit: str, *, is_draft: bool) -> tuple[str, str]:
    """Return the key of the line and its fingerprint: of the record of the last approval, else of the file.

    A draft has none, nor has a text that is not shown whole, which a fingerprint could confirm.
    """
    if not commit:
        return "uncommitted", ""
    if is_draft:
        return "draft", ""
    if not all(each.is_shown_whole for each in work.documents.values()):
        return "withheld", ""
    record = _record_path(corpus, work)
    return ("record", _fingerprint(corpus, record)) if record else ("text", _fingerprint(corpus, document.path))


def format_proof(labels: Labels, key: str, digits: str, commit: str) -> str:
    """Format the line in the language of the page."""
    return labels.sentence("proof", key, digits=digits, commit=commit[:SHORT_COMMIT])


def _record_path(corpus: Corpus, work: Work) -> str:
    approvals = [act for act in events_of(work.original) if is_approval(work, act)]
    records = [record for act in approvals if (record := record_of(corpus, work, act))]
    return records[-1].path if records else ""


def _fingerprint(corpus: Corpus, path: str) -> str:
    return format_fingerprint(sha256(stored_content(corpus.snapshot, path)).hexdigest())
