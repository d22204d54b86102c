"""The workflow that checks pull requests: whether a change can start it late, weaken it or pass it by.

Workflows of GitHub, Forgejo and Gitea have one form. A workflow is read and never run.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from cica_docs.api.gate.remark import Remark, fault
from cica_docs.documents.document import DataFile
from cica_docs.text.escape import escape_pointer

_COMMAND = re.compile(r"(?:^|[\s\"'/;&|(])cica(?:\.exe)?[\"']?\s+(?:-\S+\s+)*check(?:\s|$)")
_ACTION = re.compile(r"(?:\./.*|.+/cica-docs(?:/[^@]*)?(?:@.*)?)")
_PINNED = re.compile(r".+@[0-9a-f]{40}")
_CHECKOUT = "actions/checkout@"
_EVENTS = ("opened", "synchronize", "reopened", "edited")
_FILTERS = ("paths", "paths-ignore", "branches", "branches-ignore")
_READ = frozenset({"read", "none"})


class _Job(NamedTuple):
    """A job of a workflow that checks a register, with the pointers of its steps."""

    file: DataFile
    pointer: str
    data: Mapping[str, Any]
    steps: tuple[tuple[str, Mapping[str, Any]], ...]


def checks_of(file: DataFile) -> bool:
    """Whether a workflow checks a register on pull requests."""
    return bool(_jobs(file)) and any(event in _events(file) for event in ("pull_request", "pull_request_target"))


def remarks_on_workflow(file: DataFile, *, has_queue: bool) -> Iterator[Remark]:
    """Yield the faults of a workflow that checks pull requests; `has_queue` where the forge knows merge queues."""
    events = _events(file)
    if "pull_request_target" in events:
        yield fault("rights", file, "/on/pull_request_target")
    if "pull_request" in events:
        yield from _trigger(file, events["pull_request"])
    if has_queue and "merge_group" not in events:
        yield fault("merge-group", file, "/on")
    for job in _jobs(file):
        yield from _rights(job)
        yield from _conditions(job)
        yield from _steps(job)


def _events(file: DataFile) -> Mapping[str, Any]:
    """Return what is said of each event that starts a workflow: `on` is a name, a list, or a mapping."""
    written = file.front.get("/on")
    if isinstance(written, str):
        return {written: None}
    if isinstance(written, list):
        return {str(name): None for name in written}
    return written if isinstance(written, dict) else {}


def _jobs(file: DataFile) -> list[_Job]:
    jobs = file.front.get("/jobs")
    named = jobs.items() if isinstance(jobs, dict) else ()
    every = [_job(file, f"/jobs/{escape_pointer(str(name))}", data) for name, data in named if isinstance(data, dict)]
    return [job for job in every if any(_is_check(step) for _, step in job.steps)]


def _job(file: DataFile, pointer: str, data: Mapping[str, Any]) -> _Job:
    listed = data.get("steps")
    steps = [(f"{pointer}/steps/{at}", step) for at, step in enumerate(listed if isinstance(listed, list) else ())]
    return _Job(file, pointer, data, tuple((at, step) for at, step in steps if isinstance(step, dict)))


def _is_check(step: Mapping[str, Any]) -> bool:
    return bool(_COMMAND.search(str(step.get("run") or "")) or _ACTION.fullmatch(str(step.get("uses") or "")))


def _trigger(file: DataFile, event: Any) -> Iterator[Remark]:
    said = event if isinstance(event, dict) else {}
    types = said.get("types")
    lacking = [name for name in _EVENTS if name not in (types if isinstance(types, list) else _EVENTS[:3])]
    if lacking:
        at = "/on/pull_request/types" if types else "/on/pull_request"
        yield fault("types", file, at, types=tuple(lacking))
    for name in _FILTERS:
        if name in said:
            yield fault("filter", file, f"/on/pull_request/{name}", name=name)


def _rights(job: _Job) -> Iterator[Remark]:
    at, rights = f"{job.pointer}/permissions", job.data.get("permissions")
    if rights is None:
        at, rights = "/permissions", job.file.front.get("/permissions")
    if rights is None:
        yield fault("permissions-missing", job.file, job.pointer)
    elif isinstance(rights, dict):
        for name in [name for name, level in rights.items() if level not in _READ]:
            yield fault("permission", job.file, f"{at}/{escape_pointer(str(name))}", name=name)
    elif rights != "read-all":
        yield fault("permission", job.file, at, name=rights)


def _conditions(job: _Job) -> Iterator[Remark]:
    for at, data in ((job.pointer, job.data), *((at, step) for at, step in job.steps if _is_check(step))):
        if data.get("if") is not None:
            yield fault("condition", job.file, f"{at}/if")
        if data.get("continue-on-error") not in {None, False}:
            yield fault("errors-ignored", job.file, f"{at}/continue-on-error")


def _steps(job: _Job) -> Iterator[Remark]:
    checkouts = []
    for at, step in job.steps:
        uses, given = str(step.get("uses") or ""), step.get("with")
        values = given if isinstance(given, dict) else {}
        if uses and not uses.startswith("./") and not _PINNED.fullmatch(uses):
            yield fault("unpinned", job.file, f"{at}/uses", name=uses)
        if uses.startswith(_CHECKOUT):
            checkouts.append((at, values))
        if _is_check(step) and str(values.get("base") or ""):
            yield fault("base-given", job.file, f"{at}/with/base", base=str(values["base"]))
        if _COMMAND.search(str(step.get("run") or "")) and "--base" not in str(step["run"]):
            yield fault("no-base", job.file, f"{at}/run")
    for at, values in checkouts:
        if str(values.get("persist-credentials", "true")).casefold() != "false":
            yield fault("credentials", job.file, at)
    if checkouts and not any(str(values.get("fetch-depth", "1")) == "0" for _, values in checkouts):
        yield fault("shallow", job.file, checkouts[0][0])
