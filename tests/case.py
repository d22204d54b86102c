"""The cases of rules: pull requests in miniature, added to the worked example, and what a rule says of each.

The cases of the rule `<group>/<fault>` are in `tests/cases/<group>/<fault>.yaml`, each under its label. A case may hold

- `edits`: in `file`, `find` occurs exactly once and becomes `replace`;
- `files`: whole files by path, as text, or as `{base64: …}` where the bytes are no text;
- `copies`: by path, the path of a file of the base whose copy it is before the `edits`;
- `approvals`: records of approvals that are made by the tool of what is there after the edits, each `{work, act, day}`,
  with the principals who sign it (`by`; where another key signs, `principal: key`); `then` edits follow. In files,
  `KEY-OF-name` is a public key of that name, and `change-signatures` are those of key changes, `{file, by}`;
- `restricted`: by the path of an item, a text that is invented and restricted, whose fingerprints the item lists;
- `without`: files that are removed; `refused`: by path, why a snapshot refuses a file;
- `base` (`corpus`, its `originals` alone, or `registry`), `as-of`, `lang`; `prefix`: where the register lies in its
  repository;
- `compared: true` where the rule compares with the base as it is, or `before` with the `edits`, `files` and `without`
  that make the former register from the base; the former one's settings decide. What makes the register that is judged
  is applied to the base, not to the former register. `change` says what the change does to the repository besides;
- `finds`, the last key: what the rule says, `[]` for nothing; `make accept RULE=<group>/<fault>` writes it.
"""

import re
from base64 import b64decode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from cica_docs.api.checking.check import run_rule
from cica_docs.documents.corpus import Corpus, read_corpus
from cica_docs.documents.document import read_data_file, read_document
from cica_docs.i18n.messages import Catalogue, read_catalogue
from cica_docs.register.open import packaged_kinds, packaged_templates
from cica_docs.register.restricted.fingerprints import make_fingerprints, name_of_key
from cica_docs.report.text import format_finding
from cica_docs.report.words import report_words_of
from cica_docs.rules.rule import find_rule
from cica_docs.snapshot.memory import MemorySnapshot, OverlaySnapshot
from cica_docs.snapshot.passing import PassingFile
from cica_docs.snapshot.repository_change import NewAttribute, PathChange, RepositoryChange
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.snapshot.worktree import WorktreeSnapshot
from cica_docs.text.words import read_words
from cica_docs.values.language import Language
from signatories import approve_in, sign_change, with_keys

TESTS = Path(__file__).parent
CASES = TESTS / "cases"
KEY = b"the key of the worked example is no secret"
"""The key of fingerprints in tests."""
_COMMIT = "0123456789abcdef0123456789abcdef01234567"
_LAST = "handling: restricted\n"
_BASES = {"corpus": TESTS / "corpus", "originals": TESTS / "corpus", "registry": TESTS.parent / "registry"}
_SETTINGS = "reference/settings.yaml"
_TRANSLATIONS = ("/ru.md", "/kk.md")
_LABEL = re.compile(r"""(?P<quote>["']?)(?P<label>[^\s"':]+)(?P=quote):\s*""")
_KEPT: dict[tuple[str, str], Any] = {}
"""All that was read so far, by path and blob: what a file says follows from its bytes."""


@dataclass(frozen=True)
class Case:
    """One case of a rule; `content` is what its file holds under its label."""

    rule: str
    label: str
    content: Mapping[str, Any]

    @property
    def name(self) -> str:
        """Group, rule and case."""
        return f"{self.rule}/{self.label}"

    @property
    def expected(self) -> str:
        """What the rule is to say; empty where it finds nothing."""
        return self.content["finds"] or ""

    def said(self) -> str:
        """What the rule says."""
        rule = find_rule(self.rule)
        assert rule is not None, f"{self.rule} is no rule"
        catalogue = _catalogue(Language(self.content.get("lang", "en")))
        words = report_words_of(catalogue)
        findings = sorted(run_rule(self.corpus, rule, catalogue), key=lambda finding: (finding.path, finding.place))
        return "".join(format_finding(finding, words) for finding in findings)

    @property
    def corpus(self) -> Corpus:
        """The base with what the case lays over it; what the case leaves alone is read once for all cases."""
        former = self._former
        now = self._laid(self.content)
        before = None if former is None else self._read(former)
        corpus = replace(self._read(now, governing=former), before=before)
        for signed in self.content.get("change-signatures", ()):
            now = OverlaySnapshot(now, MemorySnapshot(sign_change(corpus, signed["file"], signed["by"])))
            corpus = replace(self._read(now, governing=former), before=before)
        return replace(corpus, change=_change(self.content.get("change")))

    @property
    def _former(self) -> Snapshot | None:
        """The register before the change, where the case has one."""
        if "before" in self.content:
            return self._laid(self.content["before"])
        return self._laid({}) if self.content.get("compared") else None

    def _laid(self, changes: Mapping[str, Any]) -> Snapshot:
        """The base with the files and edits of a case, or of its former register put in."""
        below = replace(_base(str(self.content.get("base", "corpus"))), prefix=self.content.get("prefix", ""))
        files = {path: below.read(source) for path, source in changes.get("copies", {}).items()}
        files |= {path: _bytes_of(content) for path, content in changes.get("files", {}).items()}
        for edit in changes.get("edits", ()):
            path = edit["file"]
            content = files[path] if path in files else below.read(path)
            files[path] = _edited(content, edit, self.name)
        files = {path: with_keys(content) for path, content in files.items()}
        for approval in changes.get("approvals", ()):
            after = read_corpus(OverlaySnapshot(below, MemorySnapshot(files)), _kinds(), self._day)
            files |= approve_in(after, approval)
        for edit in changes.get("then", ()):
            files[edit["file"]] = _edited(files[edit["file"]], edit, self.name)
        for path, text in changes.get("restricted", {}).items():
            content = files[path] if path in files else below.read(path)
            files[path] = _edited(content, {"file": path, "find": _LAST, "replace": _fingerprinted(text)}, self.name)
        above = MemorySnapshot(files, refused=changes.get("refused", {}))
        return OverlaySnapshot(below, above, frozenset(changes.get("without", ())))

    @property
    def _day(self) -> date:
        return date.fromisoformat(str(self.content.get("as-of", "2026-12-01")))

    def _read(self, snapshot: Snapshot, governing: Snapshot | None = None) -> Corpus:
        with pytest.MonkeyPatch.context() as patch:
            for read in (read_data_file, read_document):
                patch.setattr(f"cica_docs.documents.corpus.{read.__name__}", kept(read))
            corpus = read_corpus(snapshot, _kinds(), self._day, governing)
        return replace(corpus, quotation_keys=(KEY,))


def kept(read: Callable[..., Any]) -> Callable[..., Any]:
    """Read a file once for all cases in which it has the same bytes."""

    def reading(*arguments: Any) -> Any:
        file = read(*arguments)
        return _KEPT.setdefault((file.path, file.blob), file) if file.blob else file

    return reading


@cache
def all_cases() -> tuple[Case, ...]:
    """All cases, by name."""
    return tuple(
        Case(path.relative_to(CASES).with_suffix("").as_posix(), label, content)
        for path in sorted(CASES.rglob("*.yaml"))
        for label, content in sorted(YAML(typ="safe").load(path.read_text(encoding="utf-8")).items())
    )


def accept(case: Case, said: str) -> None:
    """Write what the rule says into the `finds` of a case; every other line of the file stays as it is."""
    path = CASES / f"{case.rule}.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    labels = {match["label"]: at for at, line in enumerate(lines) if (match := _LABEL.fullmatch(line))}
    start = labels[case.label] + 1
    end = min((at for at in labels.values() if at >= start), default=len(lines))
    finds = next((at for at in range(start, end) if lines[at].startswith("  finds:")), end)
    written = [f"    {line}" for line in said.splitlines(keepends=True)]
    gap = ["\n"] if end < len(lines) else []
    lines[finds:end] = ["  finds: |\n", *written, *gap] if said else ["  finds: []\n", *gap]
    path.write_text("".join(lines), encoding="utf-8")


def _bytes_of(content: str | Mapping[str, str]) -> bytes:
    return content.encode() if isinstance(content, str) else b64decode(content["base64"], validate=True)


def _edited(content: bytes, edit: dict[str, str], name: str) -> bytes:
    find, replace = edit["find"].encode(), edit["replace"].encode()
    assert content.count(find) == 1, f"{name}: “{edit['find']}” stands {content.count(find)} times in {edit['file']}"
    return content.replace(find, replace)


def _fingerprinted(text: str) -> str:
    digests = make_fingerprints([read_words(text)], KEY)
    assert digests, text
    return f"{_LAST}fingerprints: {{key: '{name_of_key(KEY)}', digests: '{' '.join(digests)}'}}\n"


def _change(data: dict[str, Any] | None) -> RepositoryChange | None:
    """What a case says of the repository; modes are written as Git shows them."""
    if data is None:
        return None
    paths, passing = data.get("paths", ()), data.get("passing", {})
    return RepositoryChange(
        tuple(PathChange(path["path"], _mode(path, "before"), _mode(path, "after")) for path in paths),
        data.get("clashes", {}),
        tuple(data.get("bare", ())),
        tuple(NewAttribute(**attribute) for attribute in data.get("attributes", ())),
        lambda most: iter(PassingFile(path, path, _COMMIT, _bytes(text, most)) for path, text in passing.items()),
    )


def _bytes(text: str, most: int) -> bytes | None:
    content = text.encode()
    return content if len(content) <= most else None


def _mode(data: dict[str, Any], key: str) -> int:
    return int(str(data.get(key, 0)), 8)


@cache
def _base(name: str) -> MemorySnapshot:
    folder = _BASES[name]
    read = WorktreeSnapshot(folder)
    files = {path: read.read(path) for path in read.paths()}
    if name == "originals":
        files = {path: content for path, content in files.items() if not path.endswith(_TRANSLATIONS)}
        files[_SETTINGS] = files[_SETTINGS].replace(b"\nlanguages: [en, ru, kk]\n", b"\nlanguages: [en]\n")
    return MemorySnapshot(files)


@cache
def _kinds() -> Any:
    return packaged_kinds()


@cache
def _catalogue(language: Language) -> Catalogue:
    return read_catalogue(packaged_templates(), language)
