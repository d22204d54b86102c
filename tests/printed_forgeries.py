"""Forgeries of printed files, and what refuses each; `docs/inside/evidence.md` shows this table."""

import json
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from cica_docs.cli.run import run
from forgery import DAY, WORK, Ground
from proposal import git


def flip(path: Path, at: int, bit: int = 1) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= bit
    path.write_bytes(content)


def changed(ground: Ground) -> str:
    flip(ground.root / "out" / WORK / "en.pdf", 5000)
    return "en.pdf"


def added(ground: Ground) -> str:
    path = ground.root / "out" / WORK / "en.pdf"
    path.write_bytes(path.read_bytes() + b"\n1 0 obj\n<</Type/Pages>>\nendobj\n%%EOF")
    return "en.pdf"


def without_manifest(ground: Ground) -> str:
    (ground.root / "out" / "manifest.json").unlink()
    return "en.pdf"


def changed_without_manifest(ground: Ground) -> str:
    without_manifest(ground)
    return changed(ground)


def of_another_commit(ground: Ground) -> str:
    """A file that was printed from a later commit, with a text that nobody approved, in the place of the first."""
    edit(ground)
    assert run(["render", WORK, "--to", "docx", "-o", "later", "--as-of", DAY]) == 0
    shutil.copy(ground.root / "later" / WORK / "ru.docx", ground.root / "out" / WORK / "ru.docx")
    return "ru.docx"


def named_again(ground: Ground) -> str:
    """The same, with its digest in the manifest."""
    of_another_commit(ground)
    put_into_manifest(ground, sha256=sha256((ground.root / "out" / WORK / "ru.docx").read_bytes()).hexdigest())
    return "ru.docx"


def of_an_unapproved_text(ground: Ground) -> str:
    of_another_commit(ground)
    without_manifest(ground)
    return "ru.docx"


def unnamed(ground: Ground) -> str:
    path = ground.root / "out" / WORK / "en.txt"
    (path.parent / "tj.txt").write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    return "tj.txt"


def of_another_language(ground: Ground) -> str:
    shutil.copy(ground.root / "out" / WORK / "en.docx", ground.root / "out" / WORK / "ru.docx")
    return "ru.docx"


def with_other_sources(ground: Ground) -> str:
    put_into_manifest(ground, sources=[{"path": f"registry/{WORK}/ru.md", "blob": "0" * 40}])
    return "ru.docx"


def of_an_unknown_commit(ground: Ground) -> str:
    git(ground.root, "checkout", "-q", "-b", "other")
    edit(ground)
    assert run(["render", WORK, "--to", "docx", "-o", "out"]) == 0
    git(ground.root, "checkout", "-q", "main")
    without_manifest(ground)
    return "ru.docx"


def of_a_merged_branch(ground: Ground) -> str:
    name = of_an_unknown_commit(ground)
    git(ground.root, "merge", "-q", "--no-ff", "-m", "merge", "other")
    return name


def uncommitted(ground: Ground) -> str:
    without_manifest(ground)
    ground.swap(f"{WORK}/ru.md", "Воздух и вода не", "Воздух и вода  не")
    assert run(["render", WORK, "--to", "docx", "-o", "out"]) == 0
    return "ru.docx"


def edit(ground: Ground) -> None:
    ground.swap(f"{WORK}/ru.md", "Воздух и вода не", "Воздух и вода  не")
    ground.commit("2026-11-27")


def put_into_manifest(ground: Ground, **values: object) -> None:
    path = ground.root / "out" / "manifest.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    entry = next(each for each in record["outputs"] if each["path"] == f"{WORK}/ru.docx")
    entry.update(values)
    path.write_text(json.dumps(record), encoding="utf-8")


AGAIN = "cica verify FILE --print-again"
BY_MANIFEST = "cica verify FILE"
FORGERIES: dict[str, tuple[Callable[[Ground], str], str, str]] = {
    "one bit changed": (changed, BY_MANIFEST, "manifest differs"),
    "one bit changed, and no manifest": (changed_without_manifest, AGAIN, "printing differs"),
    "something added behind the end of a PDF": (added, BY_MANIFEST, "certificate added"),
    "no manifest": (without_manifest, BY_MANIFEST, "printing undecided"),
    "the file of another commit": (of_another_commit, BY_MANIFEST, "manifest differs"),
    "the file of another commit, with its digest in the manifest": (named_again, BY_MANIFEST, "manifest other-commit"),
    "the file of a commit whose text was not approved": (of_an_unapproved_text, AGAIN, "edition differs"),
    "the file of another language": (of_another_language, BY_MANIFEST, "manifest differs"),
    "a file that the manifest does not name": (unnamed, BY_MANIFEST, "manifest unnamed"),
    "a manifest with other texts than the commit has": (with_other_sources, BY_MANIFEST, "sources differs"),
    "a commit that the history does not have": (of_an_unknown_commit, AGAIN, "commit unknown"),
    "an approval that was on a branch only": (of_a_merged_branch, AGAIN, "approval branch"),
    "a text that no commit holds": (uncommitted, AGAIN, "commit undecided"),
}
