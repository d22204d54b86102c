"""A register beside the revision that it is to be merged into: whose settings decide, and what has changed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from cica_docs.api.checking.changes import find_differing_paths
from cica_docs.documents.corpus import Corpus
from cica_docs.register.open import open_unredacted
from cica_docs.report.report import Comparison
from cica_docs.snapshot.repository import Repository
from cica_docs.snapshot.repository_change import RepositoryChange
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.values.failure import Failure

_TOOL = "cica_docs"
_OF_TOOL = (f"{_TOOL}/", "schemas/", "templates/")
_DATA_THAT_DECIDES = ("reference/", "decision/", "keys/")
_LAW = ("reference/settings.yaml", "decision/")


def compare(
    repository: Repository,
    snapshot: Snapshot,
    base: str,
    day: Callable[[Snapshot], date],
    quotation_keys: tuple[bytes, ...] = (),
) -> tuple[Corpus, Comparison]:
    """Read a register under the settings and provisions of a base revision, with the register at that base.

    The tip of the base decides: a branch that begins at an old commit is not judged by what held then. The common
    ancestor says only what the change has changed. If the change alters settings or provisions, it is judged by its
    own as well, as the whole register will be once it is merged. `day` is the day to judge by, under given settings.
    """
    repository.refuse_replaced_history()
    tip = repository.commit(base)
    head = snapshot.commit or repository.commit("HEAD")
    ancestor = repository.merge_base(head, tip)
    prefix = snapshot.prefix
    is_new = not any(_holds(repository, commit, prefix, base) for commit in (tip, ancestor))
    snapshot = _committed(repository, snapshot, head)
    comparison = Comparison(base, tip, ancestor, has_register=not is_new)
    change = replace(
        repository.change(ancestor, head, [prefix + path for path in snapshot.paths()]),
        passing=repository.passing(tip, head, is_judged=bool(snapshot.commit)).files,
    )
    if is_new:
        alone = open_unredacted(snapshot, day(snapshot), quotation_keys=quotation_keys)
        return replace(alone, change=change), comparison
    governing = repository.snapshot(tip, prefix)
    as_of = day(governing)
    # Where main has got its register since, there is nothing older to compare with than that.
    earlier = ancestor if repository.holds_register(ancestor, prefix) else tip
    former = open_unredacted(repository.snapshot(earlier, prefix), as_of, governing, quotation_keys)
    # By the base: what has not been merged has not entered, whatever days its commits state.
    entries = repository.entries(tip, prefix)
    before = replace(former, past=repository.past(earlier, prefix), entries=entries)
    after = open_unredacted(snapshot, as_of, governing, quotation_keys)
    differing = sorted(find_differing_paths(snapshot, before.snapshot))
    own = None
    if any(path.startswith(_LAW) for path in differing):
        own = open_unredacted(snapshot, day(snapshot), quotation_keys=quotation_keys)
        own = replace(own, keys=after.keys, entries=entries)
    of_tool = _paths_of_tool(change) if repository.holds_folder(tip, _TOOL) else ()
    deciding = (*(prefix + path for path in differing if path.startswith(_DATA_THAT_DECIDES)), *of_tool)
    after = replace(after, before=before, change=change, under_own=own, entries=entries)
    return after, replace(comparison, deciding=deciding)


def _paths_of_tool(change: RepositoryChange) -> Iterator[str]:
    """Yield the changed paths of the tool itself in its own repository: program, schemas, templates and lexicons."""
    yield from (path.path for path in change.paths if path.path.startswith(_OF_TOOL))


def _holds(repository: Repository, commit: str, prefix: str, base: str) -> bool:
    """Whether a commit has a register in the same folder as the change; raise `Failure` if it has one elsewhere."""
    if repository.holds_register(commit, prefix):
        return True
    if registers := repository.registers(commit):
        raise Failure(
            "register-moved", base=base, commit=commit[:12], folder=prefix.rstrip("/") or ".", found=registers
        )
    return False


def _committed(repository: Repository, snapshot: Snapshot, head: str) -> Snapshot:
    """Return the committed bytes unless the disk differs, so that line ends and encodings are those to be merged."""
    if snapshot.commit or not repository.holds_register(head, snapshot.prefix):
        return snapshot
    return repository.snapshot(head, snapshot.prefix) if repository.checkout(snapshot.prefix).is_clean() else snapshot
