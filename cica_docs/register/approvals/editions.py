"""The bytes of editions as they are signed: those that Git stores, and the text in them."""

from cica_docs.documents.document import Document
from cica_docs.snapshot.snapshot import Snapshot, blob_id

_FENCE = b"---"


def stored_content(snapshot: Snapshot, path: str) -> bytes:
    """Return the bytes of a file as Git stores them: a checkout may have put other line ends on the disk."""
    content = snapshot.read(path)
    with_line_feeds = content.replace(b"\r\n", b"\n")
    return with_line_feeds if with_line_feeds != content and _is_stored(snapshot, path, with_line_feeds) else content


def _is_stored(snapshot: Snapshot, path: str, content: bytes) -> bool:
    return not snapshot.commit and snapshot.blob(path) == blob_id(content)


def text_in(document: Document, content: bytes) -> bytes | None:
    """Return the text of an edition, all lines after the second `---`; None if programs may differ about it.

    That is the case unless the file is in the one form of the register, NFC with line feeds up to the end.
    """
    if document.problems or b"\r" in content or not content.endswith(b"\n"):
        return None
    lines = content.split(b"\n")
    fences = [at for at, line in enumerate(lines) if line == _FENCE][:2]
    text = b"\n".join(lines[fences[1] + 1 :]) if len(fences) == 2 else None
    return text if text == document.text.encode() else None
