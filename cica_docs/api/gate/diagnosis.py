"""Diagnose a repository: what lets a change pass the check by, and what only the settings of the forge can show."""

from collections.abc import Iterator, Mapping

from cica_docs.api.gate.owners import PLACES, remarks_on_owners
from cica_docs.api.gate.remark import FAULT, UNSEEN, Remark, fault
from cica_docs.api.gate.workflows import checks_of, remarks_on_workflow
from cica_docs.documents.document import DataFile, read_data_file
from cica_docs.snapshot.memory import MemorySnapshot

WORKFLOWS = (".github/workflows/", ".forgejo/workflows/", ".gitea/workflows/")
GITLAB = ".gitlab-ci.yml"
ATTRIBUTES = ".gitattributes"
FOLDERS = frozenset({".github", ".forgejo", ".gitea", ".gitlab", "workflows", "docs"})
"""The names of the folders that hold these files."""
MOST = 524_288
"""Bytes of a file that is read."""
_FORGES = (".github/", ".forgejo/", ".gitea/")
_GITHUB = ".github/workflows/"
_DECIDE = (".gitattributes", ".gitmodules")
_OF_REGISTER = ("reference/", "decision/", "keys/")
_HIDING = ("working-tree-encoding", "filter", "ident", "-diff", "linguist-generated")
_OUTSIDE = ("required", "up-to-date", "no-force", "owners-asked", "bypass")


def diagnose(files: Mapping[str, bytes], prefix: str) -> tuple[Remark, ...]:
    """Diagnose the files of a repository that its forge reads; `prefix` is the folder of the register in it."""
    snapshot = MemorySnapshot(files)
    read = {path: read_data_file(snapshot, path) for path in snapshot.paths()}
    return tuple(_remarks(read, prefix))


def is_read_by_forge(path: str) -> bool:
    """Whether a path of a repository is one that the diagnosis reads."""
    is_workflow = path.startswith(WORKFLOWS) and path.endswith((".yml", ".yaml"))
    return is_workflow or path in {GITLAB, ATTRIBUTES, *PLACES}


def _remarks(files: dict[str, DataFile], prefix: str) -> Iterator[Remark]:
    workflows = [file for path, file in files.items() if path.startswith(WORKFLOWS)]
    gitlab = files.get(GITLAB)
    for file in (*workflows, *((gitlab,) if gitlab else ())):
        if file.problems:
            yield Remark(FAULT, "unreadable", file.path, file.problems[0].span.line)
    checking = [file for file in workflows if checks_of(file)]
    for file in checking:
        yield from remarks_on_workflow(file, has_queue=file.path.startswith(_GITHUB))
    jobs = _gitlab_jobs(gitlab) if gitlab else ()
    for pointer, job in jobs:
        yield from _gitlab_remarks(files[GITLAB], pointer, job)
    if not checking and not jobs:
        yield Remark(FAULT, "no-check", next(iter(WORKFLOWS)))
    forge = sorted({f"{path.partition('/')[0]}/" for path in files if path.startswith(_FORGES)})
    deciding = (*forge, *((GITLAB,) if gitlab else ()), *_DECIDE, *(prefix + folder for folder in _OF_REGISTER))
    yield from remarks_on_owners(files, deciding)
    yield from _attributes(files)
    yield from (Remark(UNSEEN, key) for key in _OUTSIDE)


def _gitlab_jobs(file: DataFile) -> tuple[tuple[str, Mapping[str, object]], ...]:
    jobs = file.front.value if isinstance(file.front.value, dict) else {}
    return tuple(
        (f"/{name}", job)
        for name, job in jobs.items()
        if isinstance(job, dict) and "cica" in str(job.get("script")) and " check" in str(job.get("script"))
    )


def _gitlab_remarks(file: DataFile, pointer: str, job: Mapping[str, object]) -> Iterator[Remark]:
    if job.get("allow_failure") not in {None, False}:
        yield fault("errors-ignored", file, f"{pointer}/allow_failure")
    if "--base" not in str(job.get("script")):
        yield fault("no-base", file, f"{pointer}/script")
    variables = [job.get("variables"), file.front.get("/variables")]
    depths = [str(each["GIT_DEPTH"]) for each in variables if isinstance(each, dict) and "GIT_DEPTH" in each]
    if not depths or depths[0] != "0":
        yield fault("shallow-gitlab", file, pointer)


def _attributes(files: dict[str, DataFile]) -> Iterator[Remark]:
    file = files.get(ATTRIBUTES)
    for number, line in enumerate(file.source.text.split("\n") if file else (), 1):
        for name in line.partition("#")[0].split()[1:]:
            if name.partition("=")[0] in _HIDING:
                yield Remark(FAULT, "hidden", ATTRIBUTES, number, {"name": name})
