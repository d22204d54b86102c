"""The command `cica audit leaks`."""

from collections.abc import Iterator
from typing import Annotated

import typer

from cica_docs.cli.console import say
from cica_docs.cli.options import AsOf, Lang, Register, choose_language
from cica_docs.cli.register import OpenedRegister, open_register
from cica_docs.register.restricted.leak_audit import MAX_BYTES_HASHED, File
from cica_docs.snapshot.snapshot import Unreadable
from cica_docs.snapshot.worktree import WorktreeSnapshot
from cica_docs.values.failure import Failure

audit = typer.Typer(
    name="audit",
    help="Look for what should not be in a repository.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@audit.callback()
def common() -> None:
    """Look for what should not be in a repository."""
    # With a callback the group keeps its one command's name: `cica audit leaks`.


@audit.command()
def leaks(
    history: Annotated[
        bool,
        typer.Option("--history", help="Look through all that Git keeps too, whether a branch leads there or not."),
    ] = False,
    register: Register = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Look for texts of restricted information (clause 4.2) in the work tree, and in history.

    Found are texts of restricted items and sections, and whatever has the SHA-256 of such a text or of one of its
    paragraphs. Shown are path and object, never the text. Exit status 1 means that something was found, 2 that nothing
    was but something could not be read.

      cica audit leaks

      cica audit leaks --history     before a repository is shown to others
    """
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates
    from cica_docs.register.restricted.leak_audit import find_leaks
    from cica_docs.text.escape import escape_ci

    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    opened = open_register(register, None, as_of)
    files = _files(opened, history=history)
    audit = find_leaks(opened.corpus(), files)
    for leak in audit.leaks:
        where = escape_ci(leak.path or "–") + (f" ({leak.object})" if leak.object else "")
        say(f"{where}: {catalogue.word('commands', f'audit-{leak.category}')}\n")
    if audit.too_large:
        say(catalogue.word("commands", "audit-too-large", listed=audit.too_large) + "\n")
    for file in audit.unreadable:
        say(f"{escape_ci(file.path)}: {catalogue.word('commands', 'audit-unreadable')}\n")
    key = "audit-found" if audit.leaks else "audit-undecided" if audit.unreadable else "audit-nothing"
    say(catalogue.word("commands", key, found=len(audit.leaks), count=audit.searched) + "\n")
    return 1 if audit.leaks else 2 if audit.unreadable else 0


def _files(opened: OpenedRegister, *, history: bool) -> Iterator[File]:
    if history and opened.repository is None:
        raise Failure("no-repository", folder=str(opened.root))
    kept = opened.repository.history() if history and opened.repository else None
    bare = opened.repository is not None and opened.repository.is_bare
    snapshot = (
        opened.snapshot if bare else WorktreeSnapshot(opened.repository.root if opened.repository else opened.root)
    )
    for path, reason in snapshot.refused.items():
        if reason == "unreadable":
            yield File(path, "", None, reason)
    for path in snapshot.paths():
        try:
            yield File(path, "", snapshot.read(path) if snapshot.size(path) <= MAX_BYTES_HASHED else None)
        except Unreadable as unreadable:
            yield File(path, "", None, unreadable.reason)
    for one in kept.objects(MAX_BYTES_HASHED) if kept else ():
        yield File(one.path, one.id, one.content)
