"""A delegation's answer in Word: proposals in brackets in the file, and comments beside it; the draft stays."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any, NamedTuple

from cica_docs.api.drafting.new import Draft, check_draft
from cica_docs.api.importing.edited import Comparison, compare_received
from cica_docs.api.importing.edition_back import require_document
from cica_docs.api.importing.hand import Hand
from cica_docs.api.importing.kept import Arrival, digest_of, received_output
from cica_docs.api.importing.printed import printed_origin
from cica_docs.api.importing.requests import Addition, Asked, Request, asked_by, place_of
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.edit import encode_text, replace_segments
from cica_docs.documents.markdown.blocks import DELETED
from cica_docs.documents.negotiation.comments import append_comments, comments_path
from cica_docs.documents.segments import TITLE, read_segments
from cica_docs.documents.source import Source
from cica_docs.i18n.messages import Catalogue
from cica_docs.register.negotiation.delegations import delegations
from cica_docs.snapshot.snapshot import Snapshot, blob_id
from cica_docs.text.proposal_views import as_drafted
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language
from cica_docs.word.convert import to_docx
from cica_docs.word.reader import read_word

_MOST_TEXT = 4_000
"""Characters of a text in a comment; what is longer is in the file that is kept."""

Row = Mapping[str, Any]


class Answer(NamedTuple):
    """What a delegation asked: the proposals that are in the file now, and the rows of the comments."""

    comparison: Comparison
    proposals: tuple[Request, ...]
    rows: tuple[Row, ...]
    untracked: int
    """Blocks that differ although the file tracks no change there."""
    arrival: Arrival
    draft: Draft | None


class _Sender(NamedTuple):
    """Who answers on which text: what all rows of an answer say."""

    state: str
    arrival: Arrival
    language: Language
    blob: str
    file: str

    def row(self, paragraph: str, kind: str, author: str = "", **said: str) -> Row:
        """Return a row of the comments, without the fields that are empty."""
        fields = {
            "paragraph": paragraph,
            "from": self.state,
            "received": self.arrival.day,
            "language": self.language.value,
            "kind": kind,
            **{name: text[:_MOST_TEXT] for name, text in said.items()},
            "author": author,
            "file": self.file,
            "sha256": digest_of(self.arrival.content),
            "edition": self.blob,
        }
        return {name: value for name, value in fields.items() if value}


def import_answer(
    corpus: Corpus,
    templates: Snapshot,
    catalogue: Catalogue,
    edition: tuple[str, Language],
    sender: tuple[str, Arrival],
) -> Answer:
    """Write what a State asks of an edition into the text as proposals; what has no place there, into the comments."""
    work, language = edition
    state, arrival = sender
    document = require_document(corpus, work, language)
    drafted = _as_sent(corpus, document, arrival)
    base = drafted.document(work, language)
    assert base is not None
    comparison = compare_received(drafted, templates, base, arrival.received, file=arrival.name)
    path, bytes_received = received_output(corpus, work, f"{arrival.day}-{state}-{language}", arrival)
    writer = _Sender(state, arrival, language, base.blob, path.rpartition("/")[2])
    asked = asked_by(comparison)
    text, written, refused = with_proposals(corpus, document, state, asked)
    rows = (
        *(
            writer.row(each.segment, _kind(each), words=each.words, text=each.text)
            for each in (*refused, *asked.renumbered)
        ),
        *_added(writer, asked.additions),
        *_remarks(writer, comparison, arrival),
    )
    if not written and not rows:
        return Answer(comparison, (), (), 0, arrival, None)
    files = {document.path: encode_text(text, corpus.snapshot.read(document.path))} if written else {}
    files |= _comments(corpus, work, rows)
    untracked = _untracked(drafted, templates, base, arrival)
    draft = check_draft(corpus, catalogue, work, {**files, path: bytes_received})
    return Answer(comparison, written, rows, untracked, arrival, draft)


def _as_sent(corpus: Corpus, document: Document, arrival: Arrival) -> Corpus:
    """Return the register with the text as the document was printed from it: as it is, or as it was drafted."""
    origin = printed_origin(arrival.received)
    front = document.source.text[: len(document.source.text) - len(document.text)]
    content = (front + as_drafted(document.text, delegations(corpus))).encode()
    if content == document.source.text.encode() or (origin is not None and origin.blob == document.blob):
        return corpus
    if origin is not None and origin.blob != blob_id(content):
        now = document.blob[:12]
        raise Failure("word-other-issue", path=arrival.name, work=document.path, issue=origin.blob[:12], now=now)
    drafted = replace(document, source=Source.of(content.decode(), blob=blob_id(content)))
    return replace(corpus, documents=tuple(drafted if each is document else each for each in corpus.documents))


def with_proposals(
    corpus: Corpus, document: Document, state: str, asked: Asked
) -> tuple[str, tuple[Request, ...], tuple[Request, ...]]:
    """Return the text with the requests that can be written into it, these, and those that cannot."""
    texts = {segment.id: segment.text for segment in read_segments(document) if segment.id != TITLE}
    hand = Hand(state, document.language, delegations(corpus))
    written: list[Request] = []
    refused: list[Request] = []
    for id, group in groupby(asked.requests, key=lambda request: request.segment):
        requests = tuple(group)
        # Places are those of the draft: a text that was sent with brackets in it is answered in the comments.
        is_draft = id in texts and as_drafted(texts[id], hand.delegations) == asked.sent.get(id)
        proposed = hand.write(texts[id], requests, asked.wanted.get(id, "")) if is_draft else None
        if proposed is None:
            refused += requests
        else:
            texts[id] = proposed
            written += requests
    return replace_segments(document, texts), tuple(written), tuple(refused)


def _kind(request: Request) -> str:
    if not request.words:
        return "addition"
    return "replacement" if request.text else "deletion"


def _added(sender: _Sender, additions: Sequence[Addition]) -> Iterator[Row]:
    for addition in additions:
        yield sender.row(addition.segment, "addition", text=addition.text)


def _remarks(sender: _Sender, comparison: Comparison, arrival: Arrival) -> Iterator[Row]:
    for comment in arrival.received.remarks:
        place = place_of(comment, comparison)
        yield sender.row(place, "remark", comment.author, words=comment.about, reason=comment.text)


def _comments(corpus: Corpus, work: str, rows: Sequence[Row]) -> Mapping[str, bytes]:
    if not rows:
        return {}
    path = comments_path(work)
    before = corpus.snapshot.read(path) if path in corpus.snapshot.paths() else b""
    after = append_comments(before.decode("utf-8", "replace").replace("\r\n", "\n"), rows)
    if after is None:
        raise Failure("word-comments-form", path=path)
    return {path: encode_text(after, before)}


def _untracked(corpus: Corpus, templates: Snapshot, base: Document, arrival: Arrival) -> int:
    """Return how many blocks differ even with all tracked changes rejected."""
    rejected = read_word(to_docx(arrival.content, arrival.name), arrival.name, wanted=DELETED)
    return len(compare_received(corpus, templates, base, rejected, file=arrival.name).changes)
