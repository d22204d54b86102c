"""The comments of delegations, place by place in the order of the text: what each asked, and what it was answered."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.negotiation.comments import WHOLE, Comment
from cica_docs.documents.segments import TITLE, Segment
from cica_docs.i18n.labels import Labels
from cica_docs.i18n.words import Words
from cica_docs.register.negotiation.comments import comment_files, comments_on, places_in
from cica_docs.register.negotiation.delegations import delegations
from cica_docs.register.sources import names_of
from cica_docs.register.works import works
from cica_docs.text.escape import escape_ci
from cica_docs.text.proposal_views import as_drafted
from cica_docs.text.terminal import WIDTH, join_lines, wrap
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language
from cica_docs.views.listing import Listing, Row

_REPLACING = frozenset({"replacement", "deletion"})
_RECEIVED = ("kind", "words", "text", "reason", "author")
_COLUMNS = ("work", "paragraph", "from", "received", "language", *_RECEIVED, "status", "answer", "line")


class PlacedComments(NamedTuple):
    """The comments on one place of a text, by delegation in the order of their receipt."""

    place: str
    """The id of the place."""
    title: str
    """The number of the paragraph, the title of the section, or empty."""
    draft: str
    """The draft at this place, as Markdown without what States propose; empty where it is not in the text."""
    comments: tuple[Comment, ...]


def commented_works(corpus: Corpus, names: Sequence[str]) -> tuple[str, ...]:
    """Return the works among some, or all, that are commented on; raise `Failure` if none of those named is."""
    chosen = tuple(name for name in names or sorted(works(corpus)) if name in comment_files(corpus))
    if names and not chosen:
        raise Failure("no-comments", works=tuple(names))
    return chosen


def placed_comments(corpus: Corpus, name: str, language: Language) -> Iterator[PlacedComments]:
    """Yield the comments on a work by place, in the order of its text in a language."""
    work = works(corpus)[name]
    document = work.documents.get(language, work.original)
    texts = {id: _draft_of(corpus, segment) for id, segment in places_in(document).items()}
    order = {id: position for position, id in enumerate(texts)}
    comments = sorted(
        comments_on(corpus, name),
        key=lambda comment: (
            order.get(comment.text("paragraph"), len(order)),
            comment.text("paragraph"),
            comment.text("from"),
            comment.text("received"),
        ),
    )
    for place, listed in groupby(comments, key=lambda comment: comment.text("paragraph")):
        yield PlacedComments(place, _title_of(document, place), texts.get(place, ""), tuple(listed))


def _draft_of(corpus: Corpus, segment: Segment | None) -> str:
    """Return the draft at a place; that of a section is no more than its title."""
    if segment is None or segment.kind == "heading":
        return ""
    return as_drafted(segment.text, delegations(corpus)) if "[" in segment.text else segment.text


def _title_of(document: Document, place: str) -> str:
    """Return the number of a numbered paragraph, or of the last before the place; else the title of its section."""
    if place in {WHOLE, TITLE}:
        return ""
    anchor = place.partition(":")[0]
    number = next((each.number for each in document.outline.numbered if f"p{each.number}" == anchor), "")
    section = document.outline.section(anchor)
    return number or (section.title if section else place)


def list_comments(corpus: Corpus, names: Sequence[str]) -> Listing:
    """List the comments on some works, in the order of the texts."""
    rows = (
        _row(corpus, name, comment)
        for name in names
        for placed in placed_comments(corpus, name, corpus.reference.original)
        for comment in placed.comments
    )
    return Listing("comments", _COLUMNS, tuple(rows))


def _row(corpus: Corpus, name: str, comment: Comment) -> Row:
    return {
        "work": name,
        **{field: comment.text(field) for field in ("paragraph", "from", "received", "language", *_RECEIVED)},
        "status": comment.status,
        "answer": answer_in(comment, corpus.reference.original),
        "line": str(comment.place.span.line),
    }


def name_comments(corpus: Corpus, listing: Listing, labels: Labels) -> Listing:
    """Return the list in the reader's words: names of States, of what they ask for, and of what became of it."""
    rows = tuple(
        {
            **row,
            "from": names_of(corpus, (row["from"],), corpus.as_of)[labels.language],
            "kind": labels.word("comments.kinds", row["kind"], otherwise=row["kind"]),
            "status": labels.word("comments.statuses", row["status"], otherwise=row["status"]),
        }
        for row in listing.rows
    )
    return listing._replace(rows=rows)


def answer_in(comment: Comment, language: Language) -> str:
    """Return the answer to a comment in a language, else in the first in which it is given."""
    says = comment.answer.get("says")
    texts: Mapping[str, object] = says if isinstance(says, dict) else {}
    return str(texts.get(language.value) or next(iter(texts.values()), ""))


def format_comments(corpus: Corpus, names: Sequence[str], words: Words, labels: Labels, width: int = WIDTH) -> str:
    """Format the comments for a terminal: by work and place, each with the delegation, its texts and the answer."""
    return join_lines(_lines(corpus, names, words, labels, width))


def _lines(corpus: Corpus, names: Sequence[str], words: Words, labels: Labels, width: int) -> Iterator[str]:
    counts = {"open": 0, "all": 0}
    for name in names:
        yield from wrap(escape_ci(f"{works(corpus)[name].title(words.language)} ({name})"), most=width)
        for placed in placed_comments(corpus, name, words.language):
            title = placed.title or labels.word("comments.places", placed.place, otherwise=placed.place)
            yield from wrap(escape_ci(f"{title}  {placed.draft}".strip(), 1_000), first="  ", rest="    ", most=width)
            for comment in placed.comments:
                counts["all"] += 1
                counts["open"] += comment.status == "open"
                for position, line in enumerate(_described(corpus, comment, labels)):
                    yield from wrap(escape_ci(line, 2_000), first="    " if position == 0 else "      ", most=width)
    yield from ("",) if names else ()
    yield words.sentence("comments.total", number=counts["all"], open=counts["open"])


def _described(corpus: Corpus, comment: Comment, labels: Labels) -> Iterator[str]:
    who = names_of(corpus, (comment.text("from"),), corpus.as_of)[labels.language]
    kind = labels.word("comments.kinds", comment.text("kind"), otherwise=comment.text("kind"))
    status = labels.word("comments.statuses", comment.status, otherwise=comment.status)
    yield f"{who} · {kind} · {comment.text('received')} · {status}"
    quoted, text = (" ".join(comment.text(name).split()) for name in ("words", "text"))
    if quoted and comment.text("kind") in _REPLACING:
        yield f"{quoted} → {text or '–'}"
    else:
        yield from filter(None, (quoted, text))
    if reason := " ".join(comment.text("reason").split()):
        yield f"{labels.word('comments', 'reason')}: {reason}"
    if answer := " ".join(answer_in(comment, labels.language).split()):
        yield f"{labels.word('comments', 'answer')}: {answer}"
