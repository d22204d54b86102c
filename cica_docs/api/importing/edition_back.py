"""Take an edited edition back into its file: checked as if it were there, with the bytes that came in beside it."""

from typing import NamedTuple

from cica_docs.api.drafting.new import Draft, check_draft
from cica_docs.api.importing.edited import Comparison, compare_received, edited_text
from cica_docs.api.importing.kept import Arrival, received_output
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.edit import encode_text
from cica_docs.i18n.messages import Catalogue
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language
from cica_docs.word.received import Part


class EditionBack(NamedTuple):
    """An edition that came back: what differs, and the files that follow; none if nothing does."""

    comparison: Comparison
    draft: Draft | None

    @property
    def altered(self) -> tuple[Part, ...]:
        """Title and facts that were changed in the document, and are changed in the fields of the register."""
        return self.comparison.altered


def require_document(corpus: Corpus, work: str, language: Language) -> Document:
    """Return a language version of a work; raise `Failure` if there is none, or a part is withheld."""
    document = corpus.document(work, language)
    if document is None or not document.is_readable:
        raise Failure("word-no-edition", work=work, language=language.value)
    if not document.is_shown_whole:
        raise Failure("work-withheld", work=work)
    return document


def import_edition(
    corpus: Corpus, templates: Snapshot, catalogue: Catalogue, edition: tuple[str, Language], arrival: Arrival
) -> EditionBack:
    """Compare a document with the edition that it was printed from, and write its changes into the file."""
    work, language = edition
    document = require_document(corpus, work, language)
    comparison = compare_received(corpus, templates, document, arrival.received, file=arrival.name)
    if not comparison.changes:
        return EditionBack(comparison, None)
    text = edited_text(comparison)
    content = encode_text(text, corpus.snapshot.read(document.path))
    path, bytes_received = received_output(corpus, work, f"{arrival.day}-{language}", arrival)
    draft = check_draft(corpus, catalogue, work, {document.path: content, path: bytes_received})
    return EditionBack(comparison, draft)
