"""The keys of those who sign approvals, as the governing files hold them."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from cica_docs.documents.approvals.file_names import principal_of
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import DataFile
from cica_docs.documents.query import cached_query
from cica_docs.values.day import parse_day

EARLY, EXPIRED, REVOKED = "early", "expired", "revoked"


class Key(NamedTuple):
    """The public key of a principal, the body for which it signs, and the days between which it holds."""

    principal: str
    role: str
    text: str
    """Algorithm and key as `ssh-keygen` writes them, without a comment."""
    first: date
    last: date
    revoked: date | None

    def fault_on(self, day: date) -> str:
        """Say why it does not hold on a day: `early`, `expired` or `revoked`; "" if it holds."""
        if day < self.first:
            return EARLY
        if self.revoked is not None and day >= self.revoked:
            return REVOKED
        return EXPIRED if day > self.last else ""


@cached_query
def trusted_keys(corpus: Corpus) -> Mapping[str, Key]:
    """Map principals to the keys that the governing files hold; one that does not have the form of a key is none."""
    return _keys(corpus, corpus.keys)


@cached_query
def stated_keys(corpus: Corpus) -> Mapping[str, Key]:
    """Map principals to the keys that the register itself holds, trusted or not."""
    return _keys(corpus, (file for file in corpus.data if principal_of(file.path)))


def _keys(corpus: Corpus, files: Iterable[DataFile]) -> Mapping[str, Key]:
    shape = corpus.kinds.data("key")
    keys = {}
    for file in files:
        data = file.front.value
        if file.problems or shape is None or not shape.fits(data):
            continue
        principal = principal_of(file.path)
        algorithm, text, *_ = str(data["key"]).split()
        keys[principal] = Key(
            principal,
            str(data["role"]),
            f"{algorithm} {text}",
            parse_day(str(data["from"])) or date.max,
            parse_day(str(data.get("until") or "")) or date.max,
            parse_day(str(data.get("revoked") or "")) or (date.min if "revoked" in data else None),
        )
    return keys
