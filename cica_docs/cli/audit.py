"""The command `cica audit leaks`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from cica_docs.cli.console import say
from cica_docs.cli.options import AsOf, Lang, Register, choose_language
from cica_docs.cli.register import OpenedRegister, open_register
from cica_docs.snapshot.snapshot import Unreadable
from cica_docs.snapshot.worktree import WorktreeSnapshot
from cica_docs.values.failure import Failure

if TYPE_CHECKING:
    from cica_docs.register.restricted.leak_audit import File

audit = typer.Typer(
    name="audit",
    help="Search a repository for restricted information.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@audit.callback()
def common() -> None:
    """Search a repository for restricted information."""
    # With a callback the group keeps its one command's name: `cica audit leaks`.


@audit.command()
def leaks(
    history: Annotated[
        bool,
        typer.Option("--history", help="Search every object in Git too, even if no branch reaches it."),
    ] = False,
    register: Register = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Search the work tree, and the history, for texts of restricted information (clause 4.2).

    Reports texts of restricted items and sections, copies of such texts, and quotations of those with fingerprints.
    Prints path and object, never the text. Exit status 1: something was found; 2: nothing was found, but something
    could not be read, or the key of fingerprints is not at hand.

      cica audit leaks

      cica audit leaks --history     before a repository is published
    """
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates
    from cica_docs.register.restricted.leak_audit import count_unsearched, find_leaks
    from cica_docs.report.words import report_words_of
    from cica_docs.text.escape import escape_ci

    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    opened = open_register(register, None, as_of)
    files = _files(opened, history=history)
    corpus = opened.corpus()
    audit = find_leaks(corpus, files)
    unsearched = report_words_of(catalogue).unsearched(count_unsearched(corpus))
    for leak in audit.leaks:
        where = escape_ci(leak.path or "–") + (f" ({leak.object})" if leak.object else "")
        say(f"{where}: {catalogue.commands.sentence(f'audit-{leak.category}')}\n")
    if audit.too_large:
        say(catalogue.commands.sentence("audit-too-large", listed=audit.too_large) + "\n")
    for file in audit.unreadable:
        say(f"{escape_ci(file.path)}: {catalogue.commands.sentence('audit-unreadable')}\n")
    if unsearched:
        say(f"{unsearched}\n")
    is_undecided = bool(audit.unreadable or unsearched)
    key = "audit-found" if audit.leaks else "audit-undecided" if is_undecided else "audit-nothing"
    say(catalogue.commands.sentence(key, found=len(audit.leaks), count=audit.searched) + "\n")
    return 1 if audit.leaks else 2 if is_undecided else 0


def _files(opened: OpenedRegister, *, history: bool) -> Iterator["File"]:
    from cica_docs.register.restricted.leak_audit import MAX_BYTES_HASHED, File

    if history and opened.repository is None:
        raise Failure("no-repository", folder=str(opened.root))
    git_history = opened.repository.history() if history and opened.repository else None
    is_bare = opened.repository is not None and opened.repository.is_bare
    snapshot = (
        opened.snapshot if is_bare else WorktreeSnapshot(opened.repository.root if opened.repository else opened.root)
    )
    for path, reason in snapshot.refused.items():
        if reason == "unreadable":
            yield File(path, "", None, reason)
    for path in snapshot.paths():
        try:
            yield File(path, "", snapshot.read(path) if snapshot.size(path) <= MAX_BYTES_HASHED else None)
        except Unreadable as unreadable:
            yield File(path, "", None, unreadable.reason)
    for file in git_history.objects(MAX_BYTES_HASHED) if git_history else ():
        yield File(file.path, file.id, file.content)
