"""The law of the one gate: texts that the public view has not passed are read in these places and no others.

A module is listed with its reason, or takes a corpus as it may be shown. A new entry is a decision about clause 4.2.
"""

import ast
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "cica_docs"


@cache
def _trees() -> dict[str, ast.Module]:
    return {
        path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
    }


def _attribute(name: str) -> Callable[[ast.AST], bool]:
    return lambda node: isinstance(node, ast.Attribute) and node.attr == name and isinstance(node.ctx, ast.Load)


def _is_read_of_snapshot(node: ast.AST) -> bool:
    """`snapshot.read`, `corpus.snapshot.read`, also where it is handed on without being called."""
    if not isinstance(node, ast.Attribute) or node.attr != "read":
        return False
    holder = node.value
    name = holder.attr if isinstance(holder, ast.Attribute) else holder.id if isinstance(holder, ast.Name) else ""
    return "snapshot" in name.lower()


def _imported(*functions: str) -> Callable[[ast.AST], bool]:
    """Whether a node imports one of these functions, each given as `documents.corpus.read_corpus`."""

    def finds(node: ast.AST) -> bool:
        names = [f"{node.module}.{name.name}" for name in node.names] if isinstance(node, ast.ImportFrom) else []
        return any(f"cica_docs.{function}" in names for function in functions)

    return finds


def _imports_git(node: ast.AST) -> bool:
    names = [name.name for name in node.names] if isinstance(node, ast.Import) else []
    return "pygit2" in names or (isinstance(node, ast.ImportFrom) and str(node.module).startswith("pygit2"))


LAWS: dict[str, tuple[Callable[[ast.AST], bool], dict[str, str]]] = {
    "what a register has held": (
        _attribute("past"),
        {
            "register/restricted/former_originals.py": "tells of it what passes the gate",
            "api/adoption.py": "hands it to the corpus as it would be",
            "api/checking/compare_base.py": "hands it to the corpus before the change",
            "api/checking/blame.py": "hands it to the corpus before each commit",
            "register/record/settling.py": "compares a final text with a later one, and shows none of it",
            "api/proving/entered.py": "asks whether there ever were keys",
            "api/proving/committed.py": "hands it to the corpus, and asks for the ids of commits",
            "api/history.py": "tells ids, days and authors of commits, no text",
            "api/redline.py": "tells day and author of the commit of a text that it shows, no other text",
            "api/negotiation/ledger.py": "tells days and ids of commits, no text",
            "api/feeds/changes_feed.py": "tells days of commits, no text",
            "api/site/versions.py": "tells days and ids of commits, and texts that the gate lets through",
            "api/drafting/revise.py": "asks whether all of it is there",
            "api/recording/send.py": "asks whether all of it is there",
            "cli/register.py": "hands it to the corpus",
            "translations/staleness.py": "asks whether it is on record, and shows none of it",
            "register/record/used_names.py": "tells numbers and symbols that were given, no text",
        },
    ),
    "all of a register": (
        _attribute("unredacted"),
        {
            "register/restricted/public_view.py": "is the gate",
            "register/restricted/former_originals.py": "asks the gate of an earlier text",
            "api/checking/check.py": "judges all, and words its findings by the redaction",
            "register/restricted/redaction.py": "says what findings may quote",
            "api/printing/refusals.py": "says why a withheld file cannot be printed, in words of the redaction",
            "api/checking/reasoning.py": "shows what a verdict rests on, less what the redaction hides",
            "api/impact.py": "judges all twice; findings as in a check, obligations by the public view",
            "register/restricted/leak_audit.py": "tells paths and ids of objects, no text",
            "api/fingerprint.py": "writes digests into the entry of an item, and shows none of it",
            "cli/check.py": "opens it for the check",
            "cli/approve.py": "opens it to compare digests before a tag, and tells none of the texts",
            "cli/recording.py": "opens it for the check of an act; status and obligations by the public view",
            "register/record/used_names.py": "tells numbers and symbols that were given, no text",
            "cli/verify.py": "opens it to compare digests, and tells none of the texts",
            "cli/why.py": "opens it for the trace of a verdict",
        },
    ),
    "a register read without the gate": (
        _imported("register.open.open_unredacted", "documents.corpus.read_corpus", "documents.corpus.read_documents"),
        {
            "register/open.py": "puts the gate before it",
            "api/drafting/bodies.py": "reads what the tool ships",
            "api/drafting/init.py": "reads what the tool ships",
            "api/drafting/new.py": "checks what it has just written",
            "api/recording/act.py": "checks what it has just written",
            "cli/register.py": "opens it for the check",
            "api/proving/entered.py": "opens it to compare digests, and tells none of the texts",
            "api/proving/committed.py": "opens it to compare digests, and tells none of the texts",
            "api/checking/compare_base.py": "opens the register before the change, for the check",
            "register/record/settling.py": "compares a final text with a later one, and shows none of it",
            "api/checking/blame.py": "opens the register before each commit, for the check",
        },
    ),
    "files past the corpus": (
        _is_read_of_snapshot,
        {
            "documents/source.py": "reads the documents of a corpus",
            "api/drafting/bodies.py": "reads what the tool ships",
            "api/drafting/init.py": "copies what the tool ships",
            "api/fix.py": "writes back a file that is shown whole",
            "api/adoption.py": "writes back a file that is shown whole",
            "api/fingerprint.py": "writes back the entry of an item, and shows none of it",
            "api/importing/answer.py": "writes back a file that is shown whole, and comments of which it shows none",
            "api/importing/edition_back.py": "writes back a file that is shown whole",
            "api/importing/kept.py": "asks whether a document came in before",
            "register/approvals/editions.py": "makes digests of editions, and shows none of them",
            "register/approvals/signatures.py": "reads signatures",
            "api/recording/act.py": "writes back an original with one act more, and shows none of it",
            "cli/decision.py": "puts back a file that it replaced",
            "translations/merge.py": "writes back a file that is shown whole",
            "register/restricted/usage.py": "searches files beside the documents, and shows none of them",
            "translations/sync.py": "writes back a file that is shown whole",
            "cli/audit.py": "looks for what should not be there, and tells none of it",
        },
    ),
    "all that Git keeps": (_attribute("objects"), {"cli/audit.py": "as above"}),
    "a document that is in no corpus": (
        _imported("documents.document.read_document", "documents.source.decode", "documents.source.read_source"),
        {
            "documents/document.py": "makes documents for the next two",
            "documents/corpus.py": "makes the corpus",
            "register/restricted/former_originals.py": "asks the gate of an earlier text",
            "register/restricted/leak_audit.py": "tells paths and ids of objects, no text",
            "api/drafting/skeleton.py": "reads what the tool ships",
            "api/editions.py": "reads a text that was given, and again what it is about to write",
            "api/fingerprint.py": "reads the texts of an item, of which it shows none",
            "api/fix.py": "reads again what it is about to write",
            "api/fix_layout.py": "reads again what it is about to write",
            "translations/sync.py": "reads again what it is about to write",
            "translations/merge.py": "reads again what it is about to write",
        },
    ),
}


def _breaking(finds: Callable[[ast.AST], bool]) -> Iterator[tuple[str, int]]:
    for path, tree in _trees().items():
        if not path.startswith("snapshot/"):
            yield from ((path, getattr(node, "lineno", 0)) for node in ast.walk(tree) if finds(node))


@pytest.mark.parametrize("law", LAWS)
def test_only_these_read(law: str) -> None:
    finds, allowed = LAWS[law]
    breaches = list(_breaking(finds))
    assert [(path, line) for path, line in breaches if path not in allowed] == []
    assert set(allowed) - {path for path, _ in breaches} == set(), "a reason is left of what is gone"


def test_git_is_opened_in_one_room() -> None:
    assert list(_breaking(_imports_git)) == []


def test_the_law_sees_what_it_forbids() -> None:
    code = "import pygit2\nfrom cica_docs.a import b\ncorpus.past\nself.snapshot.read(path)\nlater = snapshot.read\n"
    seen = [_imports_git, _imported("a.b"), _attribute("past"), _is_read_of_snapshot]
    assert [sum(map(finds, ast.walk(ast.parse(code)))) for finds in seen] == [1, 1, 1, 2]
