"""The words of a file that is no document: a plain text, or the parts of an office file such as DOCX or ODT."""

import io
import re
import zipfile
import zlib
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from html import unescape

MOST_INFLATED = 16 * 1024 * 1024
"""Bytes that the parts of an office file may have together; one that inflates to more is not read."""
_ZIP = b"PK\x03\x04"
# The ends of paragraphs, headings, cells and lines in Word, Excel, PowerPoint and OpenDocument files; any other tag
# may stand within a word.
_END = re.compile(r"</(?:\w++:)?+(?:p|h|tc|tr|td|th|si)\s*+>|<(?:\w++:)?+(?:br|cr|tab|line-break)\b[^<>]*+>")
_TAG = re.compile(r"<[^<>]*+>")


def is_office_file(content: bytes) -> bool:
    """Whether bytes are those of an archive, as files of office programs are."""
    return content.startswith(_ZIP)


def text_in(content: bytes) -> str | None:
    """Return the text of a file; None if it is an office file that cannot be read within bounds."""
    if is_office_file(content):
        return _text_of_parts(content)
    return _decode(content)


def _text_of_parts(content: bytes) -> str | None:
    texts: list[str] = []
    left = MOST_INFLATED
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                if not name.lower().endswith(".xml"):
                    continue
                with archive.open(name) as part:
                    inflated = part.read(left + 1)  # The size that the archive states may be wrong.
                left -= len(inflated)
                if left < 0:
                    return None
                texts.append(unescape(_TAG.sub("", _END.sub("\n\n", _decode(inflated)))))
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError, ValueError):
        return None
    return "\n\n".join(texts)


def _decode(content: bytes) -> str:
    is_wide = content.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    return content.decode("utf-16" if is_wide else "utf-8-sig", "replace")
