"""Comments that were on record before a change, and what the change does to them."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.negotiation.comments import Comment, comments_path, read_comments
from cica_docs.register.negotiation.comments import comment_files, comments_on
from cica_docs.register.works import works
from cica_docs.values.span import Place, Span

_ADDED = frozenset({"answer", "withdrawn"})
"""Fields that a comment may get afterwards; an answer may be revised."""
_SAME = ("from", "received", "paragraph")
"""Fields by which a comment that was altered is known."""

_TOP = Span.point(1)


class CommentChange(NamedTuple):
    """A comment that was altered, in this field, or removed; the field is then empty."""

    was: Comment
    place: Place
    field: str


def comment_changes(corpus: Corpus) -> Iterator[CommentChange]:
    """Yield what a change under judgement does to comments that were on record before it."""
    before = corpus.before
    for name, file in comment_files(before).items() if before else ():
        if name in works(corpus):  # `record/document-gone` tells of a work that is gone
            yield from _changes(read_comments(file), comments_on(corpus, name), Place(comments_path(name), _TOP))


def _changes(former: Sequence[Comment], present: Sequence[Comment], top: Place) -> Iterator[CommentChange]:
    """Yield the former comments that are not among the present ones, each with the place of what it became."""
    left: dict[str, list[Comment]] = {}
    for comment in present:
        left.setdefault(_as_received(comment), []).append(comment)
    altered = [was for was in former if not _take(left.get(_as_received(was), []), was)]
    by_origin = {_origin(comment): comment for comments in left.values() for comment in comments}
    for was in altered:
        now = by_origin.pop(_origin(was), None)
        yield CommentChange(was, now.place, _differing(was.data, now.data)) if now else CommentChange(was, top, "")


def _take(candidates: list[Comment], was: Comment) -> bool:
    """Take the comment out of some that has at least what the former one had; say whether there is one."""
    match = next((each for each in candidates if not _differing(was.data, each.data)), None)
    if match is not None:
        candidates.remove(match)
    return match is not None


def _as_received(comment: Comment) -> str:
    received = {name: value for name, value in _as_it_was(comment.data).items() if name not in _ADDED}
    return json.dumps(received, sort_keys=True)


def _as_it_was(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the fields of a comment with what stood in them before they were put right."""
    was = data.get("was")
    fields = {name: value for name, value in data.items() if name != "was"}
    return {**fields, **was} if isinstance(was, dict) else fields


def _origin(comment: Comment) -> tuple[str, ...]:
    data = _as_it_was(comment.data)
    return tuple(str(data.get(name)) for name in _SAME)


def _differing(was: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    """Return the first field that differs, less what may be added; "" if none does."""
    was, now = _as_it_was(was), _as_it_was(now)
    names = dict.fromkeys((*was, *now))
    changed = (name for name in names if was.get(name) != now.get(name))
    return next((name for name in changed if name not in _ADDED or (name == "withdrawn" and name in was)), "")
