"""Changes of the keys, and of the settings that ask for signatures: each is signed by a key that was trusted before."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from cica_docs.documents.approvals.file_names import change_signature_path, principal_of, read_signed_change
from cica_docs.documents.approvals.statement import NONE, format_digest
from cica_docs.documents.corpus import Corpus
from cica_docs.register.approvals.editions import stored_content
from cica_docs.register.approvals.keys import Key, stated_keys, trusted_keys
from cica_docs.register.approvals.requirements import FIELD
from cica_docs.register.approvals.signatures import Signature, judge_signature

NAMESPACE = "cica-keys@1"
"""The namespace of signatures of changes of keys, so that none is taken for that of an approval."""
FORMAT = "cica change of keys 1"
_SETTINGS = "reference/settings.yaml"
_GROUP = "approval"
_PROVISIONS = ("house/approval-record", "house/signed-keys")
_WEIGHT = ("id", "force", "binds", "amended")
"""The fields of a provision that say what a breach weighs."""


class KeyChange(NamedTuple):
    """A file that says who may sign, or how many must, and the digests of its bytes before and after a change."""

    path: str
    before: str
    after: str

    @property
    def content(self) -> bytes:
        """The bytes that are signed; they name the former ones, so that no signature is good for another change."""
        return f"{FORMAT}\nfile: {self.path}\nbefore: {self.before}\nafter: {self.after}\n".encode()

    def signatures(self, corpus: Corpus) -> Iterator[Signature]:
        """Yield the signatures that the change brings along, with their faults."""
        for path in corpus.evidence:
            signed = read_signed_change(path)
            if signed is not None and signed.file == self.path:
                yield judge_signature(corpus, path, signed.signer, self.content, namespace=NAMESPACE)

    def signature_path(self, signer: str) -> str:
        """Return the path of the signature by a principal."""
        return change_signature_path(self.path, signer)


def key_changes(corpus: Corpus) -> Iterator[KeyChange]:
    """Yield what the change under judgement does to keys, and to the settings that ask for signatures."""
    before = corpus.before
    if before is None:
        return
    paths = {file.path for each in (before, corpus) for file in each.data if principal_of(file.path)}
    if trusted_keys(corpus):
        law = corpus.decision.file.path if corpus.decision.file else ""
        weighing = {_SETTINGS: _asked, law: _severity}
        paths |= {path for path, weigh in weighing.items() if path and weigh(before, path) != weigh(corpus, path)}
    for path in sorted(paths):
        change = KeyChange(path, _digest(before, path), _digest(corpus, path))
        if change.before != change.after:
            yield change


def keys_before_change(corpus: Corpus) -> Mapping[str, Key]:
    """Return the trusted keys that the change under judgement does not bring itself, by principal."""
    former = stated_keys(corpus.before) if corpus.before else {}
    changed = {principal_of(change.path) for change in key_changes(corpus)}
    return {
        name: key
        for name, key in trusted_keys(corpus).items()
        if name not in changed or (name in former and former[name].text == key.text)
    }


def _asked(corpus: Corpus, path: str) -> object:
    """Return what settings say of signatures: how many are asked for, what a breach weighs, what is excused."""
    file = corpus.file(path)
    if file is None:
        return None
    excused, stated = (file.front.get(f"/{name}") for name in ("known_faults", "provisions"))
    return (
        file.front.get(f"/{FIELD}"),
        file.front.get("/decision"),
        [each for each in _entries(excused) if str(each.get("rule")).startswith(f"{_GROUP}/")],
        [{name: each.get(name) for name in _WEIGHT} for each in _entries(stated) if each.get("id") in _PROVISIONS],
    )


def _severity(corpus: Corpus, path: str) -> object:
    """Return what a breach weighs by its force, as the decision says for the house too."""
    file = corpus.file(path)
    return file.front.get("/severity") if file else None


def _entries(value: object) -> Sequence[Mapping[str, Any]]:
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else ()


def _digest(corpus: Corpus, path: str) -> str:
    return format_digest(stored_content(corpus.snapshot, path)) if corpus.file(path) else NONE
