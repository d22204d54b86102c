"""A change of who may sign, or of how many must, is signed by nobody whom the register trusts.

## Why
Whoever can add a key can approve anything with it. So a change of `keys/`, of the settings that ask for
signatures, and of what a breach of them weighs, brings a signature by a key that the register had before.
It names the bytes before and after, so that it is good for this change alone. The first keys of a
register have nobody to sign them: a notice says so, and a person must look.

## Example
    keys/chairmanship.yaml                       # a new key, and no signature beside it

Use instead
    keys/chairmanship.yaml
    keys/chairmanship.yaml.secretariat.sig
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.approvals.key_changes import KeyChange, key_changes, keys_before_change
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.span import Place, Span

SCOPE = "change"
PROVISION = "house/signed-keys"
ALSO = ("house/first-keys",)
MESSAGE = {
    "": "this decides whose signatures count, and no key of the register has signed the change",
    "gone": "{path} decides whose signatures count; it is taken away, and no key of the register has signed the change",
    "bad": "this decides whose signatures count, and {signer} has not signed this very change, or could not",
    "first": "these are the first keys of the register, which nobody can have signed",
}
HELP = {
    "": "have the change signed by a key that the register had before it: {command}",
    "first": "compare the key with its owner, by another way, before you merge it",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    before = keys_before_change(corpus)
    for change in key_changes(corpus):
        is_gone = corpus.file(change.path) is None
        place = Place(change.path, Span.point(1))
        if not before:
            yield violation(place, variant="first", cure="first", provision="house/first-keys")
            continue
        signatures = list(change.signatures(corpus))
        if any(not signature.fault and signature.signer in before for signature in signatures):
            continue
        bad = next(iter(signatures), None)
        yield violation(
            place,
            variant="bad" if bad else "gone" if is_gone else "",
            cure="",
            path=change.path,
            signer=bad.signer if bad else "",
            command=_command(change),
        )


def _command(change: KeyChange) -> str:
    return f"cica approve {change.path} --sign --key KEY --as PRINCIPAL"
