"""The files by which approvals are proved: records, signatures, and the keys of those who sign.

    concept-paper/tourism-2027/approved-2027-06-24.txt                  the record: the statement that is signed
    concept-paper/tourism-2027/approved-2027-06-24.chairmanship.sig     a signature of it, by one of the keys
    keys/chairmanship.yaml                                              a key
    keys/chairmanship.yaml.secretariat.sig                              a signature of a change of that file

The path of a record is named after the act and its day, that of a signature also after who signed.
"""

import re
from functools import cache
from typing import NamedTuple

_ID = r"[a-z0-9][a-z0-9-]{0,39}"
_FOLDER_OF_KEYS = "keys/"


# Compiled on first use: most registers have no such files, and every command lists the files of its register.
@cache
def _evidence() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<kind>[a-z0-9-]{{1,80}})/(?P<id>[a-z0-9][a-z0-9-]{{0,79}})/"
        rf"(?P<act>[a-z][a-z-]{{0,39}})-(?P<day>\d{{4}}(?:-\d\d){{0,2}})(?:\.txt|\.(?P<signer>{_ID})\.sig)"
    )


@cache
def _key() -> re.Pattern[str]:
    return re.compile(rf"{_FOLDER_OF_KEYS}(?P<principal>{_ID})\.yaml")


@cache
def _signed_change() -> re.Pattern[str]:
    deciding = r"reference/settings|decision/[a-z0-9-]{1,80}/provisions"
    return re.compile(rf"(?P<file>(?:{_FOLDER_OF_KEYS}{_ID}|{deciding})\.yaml)\.(?P<signer>{_ID})\.sig")


class EvidenceName(NamedTuple):
    """What the path of a record or signature says: the work, the act and its day, and who signs; "" for a record."""

    kind: str
    id: str
    act: str
    day: str
    signer: str

    @property
    def work(self) -> str:
        """Kind and id."""
        return f"{self.kind}/{self.id}"

    @property
    def record(self) -> str:
        """The path of the record to which it belongs, or that it is."""
        return record_path(self.work, self.act, self.day)


class SignedChange(NamedTuple):
    """What the path of a signature of a change of keys says: the file that is changed, and who signs."""

    file: str
    signer: str


def read_evidence_name(path: str) -> EvidenceName | None:
    """Read the path of a record or of a signature; None if it is neither."""
    match = _evidence().fullmatch(path) if path.endswith((".txt", ".sig")) else None
    return EvidenceName(**match.groupdict(default="")) if match else None


def read_signed_change(path: str) -> SignedChange | None:
    """Read the path of a signature of a change of keys, or of what weighs signatures; None if it is none."""
    match = _signed_change().fullmatch(path) if path.endswith(".sig") else None
    return SignedChange(match["file"], match["signer"]) if match else None


def principal_of(path: str) -> str:
    """Return whose key a file holds, by its path; "" if it is no file of a key."""
    match = _key().fullmatch(path) if path.startswith(_FOLDER_OF_KEYS) else None
    return match["principal"] if match else ""


def record_path(work: str, act: str, day: str) -> str:
    """Return the path of the record of an act."""
    return f"{work}/{act}-{day}.txt"


def signature_path(record: str, signer: str) -> str:
    """Return the path of a signature of a record."""
    return f"{record.removesuffix('.txt')}.{signer}.sig"


def change_signature_path(file: str, signer: str) -> str:
    """Return the path of a signature of a change of keys."""
    return f"{file}.{signer}.sig"
