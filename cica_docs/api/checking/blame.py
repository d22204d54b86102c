"""A register beside its own history: what a commit changed past the gate, and no later one has put right.

The commits are judged one after the other, each by the works that it touches and by the rules that compare a register
with the one before a change. What a commit may not do does not become what later ones are compared with: a work stays
as it was on record until it is put right, so what was put right is not reported.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from cica_docs.api.checking.check import finding_of
from cica_docs.documents.corpus import Corpus, evidence_in, read_corpus, read_documents
from cica_docs.i18n.messages import Catalogue
from cica_docs.register.open import open_unredacted, packaged_kinds
from cica_docs.register.restricted.public_view import BY_CONSENT
from cica_docs.register.successors import successor_of
from cica_docs.register.works import works
from cica_docs.rules.rule import Rule
from cica_docs.snapshot.mainline import Mainline, Milestone
from cica_docs.snapshot.memory import MemorySnapshot, OverlaySnapshot
from cica_docs.snapshot.past import Past
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.values.finding import Finding
from cica_docs.values.provision import Severity

_Files = Mapping[str, bytes]
_KEYS = "keys"
_DATA = ("reference", "decision", _KEYS)
"""The folders of what rules look up, which is read whole where a commit changes it."""
_RESTRICTED = b"restricted"


class _Held(NamedTuple):
    """A work or file of data as it was before a change that is not allowed, and the names judged together with it."""

    files: _Files
    group: frozenset[str]


class _Key(NamedTuple):
    """What makes a fault the same after a later commit."""

    rule: str
    name: str
    variant: str
    message: str = ""
    excerpt: str = ""


class Blame:
    """The works that commits changed as they may not, each as it was before, and the commit of each fault."""

    def __init__(self, corpus: Corpus, line: Mainline, past: Past, rules: Sequence[Rule], catalogue: Catalogue) -> None:
        self._corpus = corpus
        self.past = past
        self._line = line
        self._rules = rules
        self._catalogue = catalogue
        self._tree = ""
        self._held: dict[str, _Held] = {}
        self._commits: dict[_Key, Milestone] = {}

    def follow(self, milestone: Milestone) -> None:
        """Judge the next commit of the line."""
        self._compare(milestone, self._tree, self._line.touched(self._tree, milestone.tree))
        for parent, fork in milestone.merged:
            # What the other line had on record, and the merge leaves as it is on this one.
            dropped = self._line.touched(fork, parent) - self._line.touched(self._tree, milestone.tree)
            dropped &= self._line.touched(parent, milestone.tree)
            self._compare(milestone, parent, dropped - self._held.keys())
        self._tree = milestone.tree

    def before(self, committed: Snapshot) -> Snapshot:
        """Return the committed register with what is held as it was before; the same snapshot if nothing is."""
        if not self._held:
            return committed
        files = {path: content for held in self._held.values() for path, content in held.files.items()}
        gone = {path for path in committed.paths() if name_of(path) in self._held and path not in files}
        return OverlaySnapshot(committed, MemorySnapshot(files, committed.prefix), frozenset(gone))

    def commit_of(self, finding: Finding) -> Milestone | None:
        """Return the commit to which a finding is due; None if it is not one of a commit."""
        key = _key(finding)
        same_rule = (commit for known, commit in self._commits.items() if known[:3] == key[:3])
        return self._commits.get(key) or next(same_rule, None)

    def _compare(self, milestone: Milestone, tree: str, touched: Iterable[str]) -> None:
        """Judge the works that a commit touches by what they were in another tree, or as they are held."""
        names = set(touched).union(*(self._held[name].group for name in touched if name in self._held))
        former = {name: self._before(tree, name) for name in names}
        # What is new alters nothing that was on record, but for a key, which decides from then on.
        if any(former.values()) or any(name.startswith(f"{_KEYS}/") for name in names):
            if any(_RESTRICTED in content for files in former.values() for content in files.values()):
                consents = {name for name in self._line.touched("", tree) if name.partition("/")[0] in BY_CONSENT}
                former |= {name: self._before(tree, name) for name in consents - names}
            self._judge(milestone, tree, former)

    def _before(self, tree: str, name: str) -> _Files:
        return self._held[name].files if name in self._held else self._line.files(tree, name)

    def _judge(self, milestone: Milestone, tree: str, former: Mapping[str, _Files]) -> None:
        present = {name: self._line.files(milestone.tree, name) for name in former}
        changes_data = any(name.partition("/")[0] in _DATA for name in former)
        before = replace(self._read(tree, former, whole=changes_data), past=self.past)
        now = replace(self._read(milestone.tree, present, whole=changes_data), before=before)
        findings = [finding for rule in self._rules for finding in self._findings(now, rule)]
        faulty = {name_of(finding.place.path) for finding in findings} | set(_unreadable(before, now))
        groups = _renamed_together(before, now)
        for name in former:
            group = next((group for group in groups if name in group), frozenset({name}))
            if group & faulty:
                self._held[name] = _Held(former[name], group)
            else:
                self._held.pop(name, None)
        self._blame(milestone, former.keys(), map(_key, findings))

    def _findings(self, now: Corpus, rule: Rule) -> Iterator[Finding]:
        """Yield the errors of a rule; anything less is said once, by the check of the change."""
        for violation in rule.check(now):
            finding = finding_of(now, rule, violation, self._catalogue)
            if finding and finding.is_held and finding.severity is Severity.ERROR and not finding.waived:
                yield finding

    def _blame(self, milestone: Milestone, names: Iterable[str], keys: Iterable[_Key]) -> None:
        """Record which faults there are now; one whose words alone are others is still that of its commit."""
        known = {key: self._commits.pop(key) for key in tuple(self._commits) if key.name in names}
        present = dict.fromkeys(keys)
        for key in present:
            reworded = (commit for former, commit in known.items() if former[:3] == key[:3] and former not in present)
            self._commits[key] = known.get(key) or next(reworded, milestone)

    def _read(self, tree: str, files_by_name: Mapping[str, _Files], *, whole: bool) -> Corpus:
        files = MemorySnapshot({path: content for files in files_by_name.values() for path, content in files.items()})
        if not whole:
            documents = read_documents(files, self._corpus.kinds)
            evidence = evidence_in(files, self._corpus.kinds)
            return replace(
                self._corpus, snapshot=files, documents=documents, data=(), stray=(), past=None, evidence=evidence
            )
        beside = self._line.snapshot(tree)
        gone = {path for path in beside.files if name_of(path) in files_by_name and path not in files.files}
        corpus = read_corpus(OverlaySnapshot(beside, files, frozenset(gone)), packaged_kinds(), self._corpus.as_of)
        documents = tuple(file for file in corpus.documents if file.work in files_by_name)
        return replace(corpus, documents=documents, entries=self._corpus.entries)


def before_own_faults(corpus: Corpus, committed: Snapshot, blame: Blame) -> Corpus | None:
    """Return the register as it would be without the faults of its history; None if it is what is checked."""
    snapshot = blame.before(committed)
    if snapshot is corpus.snapshot:
        return None
    return replace(open_unredacted(snapshot, corpus.as_of, quotation_keys=corpus.quotation_keys), past=blame.past)


def name_of(path: str) -> str:
    """Return the work to which a path belongs, else the path of a file of data."""
    return "/".join(path.split("/")[:2])


def _key(finding: Finding) -> _Key:
    return _Key(finding.rule, name_of(finding.place.path), finding.variant, finding.message, finding.excerpt)


def _unreadable(before: Corpus, now: Corpus) -> Iterator[str]:
    """Yield the works that can be read no more, so that nothing can be said of them."""
    return (name for name in works(before) if now.document(name) is not None and name not in works(now))


def _renamed_together(before: Corpus, now: Corpus) -> Sequence[frozenset[str]]:
    """Return the former and the present names of works that were renamed."""
    successors = ((old.name, successor_of(now, old)) for old in works(before).values())
    return [frozenset({name, new.name}) for name, new in successors if new is not None and new.name != name]
