"""What came in: a Word document and its bytes, which are kept beside the work as evidence."""

from hashlib import sha256
from itertools import count
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.negotiation.received_files import received_path
from cica_docs.values.failure import Failure
from cica_docs.word.received import Received


class Arrival(NamedTuple):
    """A Word document that came in: its name, its bytes, what it says, and the day."""

    name: str
    content: bytes
    received: Received
    day: str
    ending: str = "docx"
    """That of its format as it came, if LibreOffice converted it."""


def received_output(corpus: Corpus, work: str, name: str, arrival: Arrival) -> tuple[str, bytes]:
    """Return the path under which what came in is kept, and its bytes; raise `Failure` if it was taken in before."""
    taken = set(corpus.snapshot.paths())
    number = next(each for each in count(1) if _path(work, name, each, arrival) not in taken)
    for before in range(1, number):
        if corpus.snapshot.read(_path(work, name, before, arrival)) == arrival.content:
            raise Failure("word-again", path=arrival.name, kept=_path(work, name, before, arrival))
    return _path(work, name, number, arrival), arrival.content


def _path(work: str, name: str, number: int, arrival: Arrival) -> str:
    return received_path(work, name if number == 1 else f"{name}-{number}", arrival.ending)


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of what came in."""
    return sha256(content).hexdigest()
