"""A case: a pull request in miniature, laid over the worked example, and what one rule says of it."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from cica_docs.api.check import run_rule
from cica_docs.documents.corpus import Corpus, read_corpus
from cica_docs.documents.reference_data import ReferenceData
from cica_docs.documents.yaml.positioned import parse_yaml
from cica_docs.i18n.messages import Catalogue, read_catalogue
from cica_docs.register.open import packaged_kinds, packaged_templates
from cica_docs.report.text import format_finding
from cica_docs.report.words import Words
from cica_docs.rules.rule import find_rule
from cica_docs.snapshot.memory import MemorySnapshot, OverlaySnapshot
from cica_docs.snapshot.repository_change import NewAttribute, PathChange, RepositoryChange
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.snapshot.worktree import WorktreeSnapshot
from cica_docs.values.language import Language

TESTS = Path(__file__).parent
CASES = TESTS / "cases"
_BASES = {"corpus": TESTS / "corpus", "registry": TESTS.parent / "registry"}
_OWN = {"expected.txt", "case.yaml"}
_BEFORE = "before"
_KEPT: dict[tuple[str, str], Any] = {}
"""All that was read so far, by path and blob: what a file says follows from its bytes."""


@dataclass(frozen=True)
class Case:
    """One folder below `tests/cases/<group>/<rule>/`.

    `case.yaml` may hold `base` (`corpus` or `registry`), `as-of`, `lang`, `without` (files that are gone), `refused`
    (by path, why a snapshot refuses a file) and `edits`: in `file`, `find` stands exactly once and becomes `replace`.
    All other files lie over those of the base.

    A rule that compares a register with its former self needs one. `compared: true` means that it is the base as it is.
    `before` holds `edits` and `without` that make it from the base; files below `before/` lie over it. What makes the
    register that is judged is applied to the base, not to the former register; the former one's settings decide.
    `change` says what the change does to the repository besides, and `prefix` where the register lies in that.
    """

    folder: Path

    @property
    def name(self) -> str:
        """Group, rule and case."""
        return self.folder.relative_to(CASES).as_posix()

    @property
    def rule(self) -> str:
        """The rule that the case is about."""
        return self.name.rpartition("/")[0]

    @property
    def expected(self) -> str:
        """What the rule is to say."""
        return (self.folder / "expected.txt").read_text(encoding="utf-8")

    def said(self) -> str:
        """What the rule says."""
        found = find_rule(self.rule)
        assert found is not None, f"{self.rule} is no rule"
        catalogue = _catalogue(Language(self.settings.get("lang", "en")))
        words = Words(catalogue.language, catalogue.part("report"))
        findings = sorted(run_rule(self.corpus, found, catalogue), key=lambda one: (one.path, one.place))
        return "".join(format_finding(finding, words) for finding in findings)

    @property
    def corpus(self) -> Corpus:
        """The base with what the case lays over it; what the case leaves alone is read once for all cases."""
        former = self._former
        now = self._laid(self.settings, self._files(), self.settings.get("refused", {}))
        corpus = self._read(now, governing=former)
        before = None if former is None else self._read(former)
        return replace(corpus, before=before, change=_change(self.settings.get("change")))

    @property
    def _former(self) -> Snapshot | None:
        """The register before the change, where the case has one."""
        settings = self.settings.get("before") or ({} if self.settings.get("compared") else None)
        files = self._files(_BEFORE)
        return None if settings is None and not files else self._laid(settings or {}, files)

    def _laid(self, settings: dict[str, Any], files: dict[str, bytes], refused: Any = None) -> Snapshot:
        """The base with files and edits laid over it."""
        below = replace(_base(str(self.settings.get("base", "corpus"))), prefix=self.settings.get("prefix", ""))
        for edit in settings.get("edits", ()):
            path = edit["file"]
            content = files[path] if path in files else below.read(path)
            files[path] = _edited(content, edit, self.name)
        return OverlaySnapshot(
            below, MemorySnapshot(files, refused=refused or {}), frozenset(settings.get("without", ()))
        )

    def _read(self, snapshot: Snapshot, governing: Snapshot | None = None) -> Corpus:
        day = date.fromisoformat(str(self.settings.get("as-of", "2026-12-01")))
        corpus = read_corpus(snapshot, _kinds(), day, governing)
        return replace(
            corpus,
            documents=tuple(
                _KEPT.setdefault((document.path, document.blob), document) for document in corpus.documents
            ),
            data=tuple(_KEPT.setdefault((one.path, one.blob), one) for one in corpus.data),
            reference=ReferenceData(
                {name: _KEPT.setdefault((one.path, one.blob), one) for name, one in corpus.reference.files.items()}
            ),
        )

    @cached_property
    def settings(self) -> dict[str, Any]:
        """What `case.yaml` says."""
        path = self.folder / "case.yaml"
        return parse_yaml(path.read_text(encoding="utf-8")).value if path.is_file() else {}

    def _files(self, below: str = "") -> dict[str, bytes]:
        """The files of the register that lie in the folder of the case, or of the former one in a folder below that."""
        folder = self.folder / below
        found = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
        is_former = f"{_BEFORE}/"
        return {
            name: path.read_bytes()
            for name, path in found.items()
            if below or (name not in _OWN and not name.startswith(is_former))
        }


def all_cases() -> list[Case]:
    """All cases, by name."""
    found = {path.parent for name in _OWN for path in CASES.rglob(name)}
    return [Case(folder) for folder in sorted(found)]


def _edited(content: bytes, edit: dict[str, str], name: str) -> bytes:
    find, replace = edit["find"].encode(), edit["replace"].encode()
    assert content.count(find) == 1, f"{name}: “{edit['find']}” stands {content.count(find)} times in {edit['file']}"
    return content.replace(find, replace)


def _change(data: dict[str, Any] | None) -> RepositoryChange | None:
    """What a case says of the repository; modes are written as Git shows them."""
    if data is None:
        return None
    paths = data.get("paths", ())
    return RepositoryChange(
        tuple(PathChange(path["path"], _mode(path, "before"), _mode(path, "after")) for path in paths),
        data.get("clashes", {}),
        tuple(data.get("bare", ())),
        tuple(NewAttribute(**one) for one in data.get("attributes", ())),
    )


def _mode(data: dict[str, Any], key: str) -> int:
    return int(str(data.get(key, 0)), 8)


@cache
def _base(name: str) -> MemorySnapshot:
    folder = _BASES[name]
    read = WorktreeSnapshot(folder)
    return MemorySnapshot({path: read.read(path) for path in read.paths()})


@cache
def _kinds() -> Any:
    return packaged_kinds()


@cache
def _catalogue(language: Language) -> Catalogue:
    return read_catalogue(packaged_templates(), language)
