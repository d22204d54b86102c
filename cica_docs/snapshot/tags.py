"""The tags of a repository, as they are stored: nothing is resolved, and no program of Git judges them."""

from collections.abc import Mapping
from typing import NamedTuple

import pygit2

from cica_docs.values.failure import Failure

_TAGS = "refs/tags/"


class Tag(NamedTuple):
    """A tag: the object, or only a name for a commit or anything else."""

    is_object: bool
    content: bytes


def read_tags(git: pygit2.Repository, folder: str, most: int) -> Mapping[str, Tag]:
    """Map the names of the tags below a folder to them; of one with more than `most` bytes nothing is read."""
    tags = {}
    for name in git.references:
        if name.startswith(_TAGS + folder):
            target = git.references[name].raw_target
            tags[name.removeprefix(_TAGS)] = (
                _read(git, target, most) if isinstance(target, pygit2.Oid) else Tag(False, b"")
            )
    return dict(sorted(tags.items()))


def write_tag(git: pygit2.Repository, name: str, content: bytes) -> None:
    """Write a tag; raise `Failure` if there is one of this name, or it cannot be written."""
    if _TAGS + name in git.references:
        raise Failure("tag-exists", name=name)
    try:
        git.references.create(_TAGS + name, git.odb.write(pygit2.enums.ObjectType.TAG, content))
    except (OSError, ValueError, pygit2.GitError) as error:
        raise Failure("not-writable", status=3, path=_TAGS + name, reason=str(error)) from None


def _read(git: pygit2.Repository, id: pygit2.Oid, most: int) -> Tag:
    try:
        kind, size = git.odb.read_header(id)
        is_object = kind == pygit2.enums.ObjectType.TAG
        return Tag(is_object, git.odb.read(id)[1] if is_object and size <= most else b"")
    except (KeyError, ValueError, pygit2.GitError):
        raise Failure("object-unreadable", what=str(id)[:12], id=str(id)) from None
