"""Add a signature to a printed PDF as an update after its end, and take it off again.

A PDF from this tool has one form: a plain table of its objects, no compressed ones, the catalogue last. So an update
can be written without an engine, and has one form too, with two places that are free: the time and the signature.
Whoever verifies writes the update again and compares the bytes. Nothing but a signature can have been added, not even
what a reader would show in place of the text.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from typing import NamedTuple

SIGNED = ".signed"
"""What the name of a signed copy has before its ending."""
_END = re.compile(rb"\nstartxref\n[0-9]{1,10}\n%%EOF")
"""More than its last line, which the title of a document may hold too."""
_TRAILER = re.compile(
    rb"\ntrailer\n<</Size ([0-9]{1,8})/Root ([0-9]{1,8}) 0 R/Info ([0-9]{1,8}) 0 R/ID\[(\([^()\n]{1,64}\))"
    rb"\([^()\n]{1,64}\)\]>>\nstartxref\n([0-9]{1,10})\n%%EOF\Z"
)
_PAGES = re.compile(rb"/Pages ([0-9]{1,8}) 0 R")
_FIRST_PAGE = re.compile(rb"/Kids\[([0-9]{1,8}) 0 R")
_STATED = re.compile(rb"/Contents<([0-9a-f]{2,131072})>/M\(D:([0-9]{14})Z\)")
_TIME = "%Y%m%d%H%M%S"
_HEX = 2
_RANGE_DIGITS = 40


class SignedPdf(NamedTuple):
    """A printed file, what was signed of it and its update, the signature, and the time that its signer states."""

    printed: bytes
    signed: bytes
    signature: bytes
    at: datetime


class _Update(NamedTuple):
    """An update with room for a signature, in the parts before and after it."""

    before: bytes
    after: bytes

    @property
    def signed(self) -> bytes:
        return self.before + self.after

    def complete(self, signature: bytes, room: int) -> bytes:
        return self.before + b"<" + signature.hex().encode().ljust(room * _HEX, b"0") + b">" + self.after


def add_signature(printed: bytes, at: datetime, room: int, sign: Callable[[bytes], bytes]) -> bytes | None:
    """Sign a printed PDF; `room` is the most bytes of a signature. None for a PDF in another form than this tool's."""
    update = _update(printed, at, room)
    if update is None:
        return None
    signature = sign(update.signed)
    assert len(signature) <= room, len(signature)
    return update.complete(signature, room)


def printed_part(content: bytes) -> bytes:
    """Return a PDF up to its first end: without what was added."""
    end = _END.search(content)
    return content[: end.end()] if end and content[end.end() :].strip() else content


def read_signature(content: bytes) -> SignedPdf | None:
    """Take the signature off a PDF; None if what follows the first end is anything but one signature by this tool."""
    printed = printed_part(content)
    stated = _STATED.search(content, len(printed))
    at = _parse_time(stated[2].decode()) if stated else None
    if stated is None or at is None or len(stated[1]) % _HEX:
        return None
    signature, room = bytes.fromhex(stated[1].decode()), len(stated[1]) // _HEX
    update = _update(printed, at, room)
    if update is None or update.complete(signature, room) != content:
        return None
    return SignedPdf(printed, update.signed, signature, at)


def _parse_time(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, _TIME).replace(tzinfo=UTC)
    except ValueError:
        return None


def _update(printed: bytes, at: datetime, room: int) -> _Update | None:
    """Write the update: the signature, its invisible field on the first page, that page and the catalogue."""
    trailer = _TRAILER.search(printed, max(0, len(printed) - 1024))
    if trailer is None:
        return None
    size, root = int(trailer[1]), int(trailer[2])
    catalogue = _object(printed, root)
    pages = _PAGES.search(catalogue)
    first = _FIRST_PAGE.search(_object(printed, int(pages[1]))) if pages else None
    page = _object(printed, int(first[1])) if first else b""
    if first is None or not page.startswith(b"<</Type/Page/") or b"/AcroForm" in catalogue:
        return None
    signature, field = size, size + 1
    parts = {
        field: b"<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature1)/F 132/Rect[0 0 0 0]/P %d 0 R/V %d 0 R>>"
        % (int(first[1]), signature),
        int(first[1]): _with_annotation(page, field),
        root: catalogue[:-2] + b"/AcroForm<</Fields[%d 0 R]/SigFlags 3>>>>" % field,
    }
    opening = b"\n%d 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange" % signature
    start = len(printed) + len(opening) + _RANGE_DIGITS + len(b"/Contents")
    end = start + room * _HEX + len(b"<>")
    tail = b"/M(D:%s)>>\nendobj\n" % f"{at.astimezone(UTC):{_TIME}}Z".encode()
    offsets = {signature: len(printed) + 1}
    for number, content in parts.items():
        offsets[number] = end + len(tail)
        tail += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    tail += _table(offsets, end + len(tail), trailer, sha256(printed).hexdigest()[:32].encode())
    covered = b"[0 %d %d %d]" % (start, end, len(tail))
    return _Update(printed + opening + covered.ljust(_RANGE_DIGITS) + b"/Contents", tail)


def _object(printed: bytes, number: int) -> bytes:
    """Return a dictionary on one line; b"" if there is none of this number."""
    head = b"\n%d 0 obj\n" % number
    start = printed.rfind(head)
    content = printed[start + len(head) :].partition(b"\nendobj\n")[0] if start >= 0 else b""
    return content if content.startswith(b"<<") and content.endswith(b">>") and b"\n" not in content else b""


def _with_annotation(page: bytes, field: int) -> bytes:
    listed = b"/Annots["
    if listed in page:
        return page.replace(listed, listed + b"%d 0 R " % field, 1)
    return page[:-2] + listed + b"%d 0 R]>>" % field


def _table(offsets: dict[int, int], at: int, trailer: re.Match[bytes], digest: bytes) -> bytes:
    rows = b"".join(b"%d 1\n%010d 00000 n\r\n" % (number, offsets[number]) for number in sorted(offsets))
    values = (int(trailer[1]) + 2, trailer[2], trailer[3], trailer[4], digest, trailer[5], at)
    return (
        b"xref\n"
        + rows
        + b"trailer\n<</Size %d/Root %s 0 R/Info %s 0 R/ID[%s<%s>]/Prev %s>>\nstartxref\n%d\n%%%%EOF" % values
    )
