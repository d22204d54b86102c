"""Decode a file that comes back: UTF-8 or UTF-16, and never another encoding than the file declares."""

import codecs
import re
from dataclasses import dataclass

from cica_docs.values.failure import Failure

_SIGNATURES = {
    codecs.BOM_UTF8: "UTF-8",
    codecs.BOM_UTF16_LE: "UTF-16LE",
    codecs.BOM_UTF16_BE: "UTF-16BE",
}
# UTF-16 without a signature shows in the first two characters of an XML declaration.
_BEGINNINGS = {"<?".encode("utf-16-le"): "UTF-16LE", "<?".encode("utf-16-be"): "UTF-16BE"}
_NAMES = {
    "UTF-8": {"UTF-8", "UTF8", "CHARSET"},  # the last is what PO templates have in the place of a name
    "UTF-16LE": {"UTF-16", "UTF16", "UTF-16LE", "UNICODE", "CHARSET"},
    "UTF-16BE": {"UTF-16", "UTF16", "UTF-16BE", "UNICODE", "CHARSET"},
}
_ENCODING = re.compile(r"""encoding[ \t\r\n]*+=[ \t\r\n]*+["']([^"'<>]{1,40})["']""")
_CHARSET = re.compile(r"charset=([A-Za-z0-9_.:-]{1,40})")
_MOST_HEADER = 4096


@dataclass(frozen=True)
class Decoded:
    """The text of a file, and the encoding that it was found to be in."""

    text: str
    encoding: str

    def require_charset(self, content_type: str) -> None:
        """Raise a `Failure` if the header of a PO file declares another encoding than the file is in."""
        charset = _CHARSET.search(content_type)
        if charset:
            self._require(charset[1])

    def _require(self, declared: str) -> None:
        is_ascii = declared.upper() in {"ASCII", "US-ASCII"} and self.encoding == "UTF-8" and self.text.isascii()
        if not is_ascii and declared.upper() not in _NAMES[self.encoding]:
            raise Failure("import-unreadable-encoding", declared=declared)

    def without_declaration(self) -> str:
        """Decode an XML file without its declaration; line numbers stay."""
        if not self.text.startswith("<?xml") or self.text[5:6] not in {" ", "\t", "\r", "\n"}:
            return self.text
        declaration, end, rest = self.text.partition("?>")
        if not end:
            raise Failure("import-unreadable", reason="XML")
        encoding = _ENCODING.search(declaration)
        if encoding:
            self._require(encoding[1])
        # A blank takes its place, or a second declaration would be the first.
        return " " + "\n" * declaration.count("\n") + rest


def decode(content: bytes) -> Decoded:
    """Decode bytes as text; bytes that are no text are a `Failure`."""
    signature = next((mark for mark in _SIGNATURES if content.startswith(mark)), b"")
    encoding = _SIGNATURES.get(signature) or _BEGINNINGS.get(content[:4]) or "UTF-8"
    plain = content[len(signature) :]
    try:
        return Decoded(plain.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        header = plain[:_MOST_HEADER].decode("latin-1")
        declared = (_ENCODING if header.startswith("<?xml") else _CHARSET).search(header)
        if declared and declared[1].upper() not in _NAMES[encoding]:
            raise Failure("import-unreadable-encoding", declared=declared[1]) from None
        line = plain[: error.start].decode(encoding, "replace").count("\n") + 1
        raise Failure("import-unreadable-at", line=line, reason=encoding) from None
