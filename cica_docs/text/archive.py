"""Archives that come out the same whenever and wherever they are made."""

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_STAMP = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_CONTENT_TYPES = "[Content_Types].xml"


def pack_archive(parts: Mapping[str, bytes]) -> bytes:
    """Pack the parts by name, the list of content types first, with no date or system recorded."""
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED, compresslevel=6) as container:
        for name in sorted(parts, key=lambda name: (name != _CONTENT_TYPES, name)):
            entry = ZipInfo(name, _STAMP)
            entry.create_system = _UNIX
            entry.external_attr = 0o644 << 16
            entry.compress_type = ZIP_DEFLATED
            container.writestr(entry, parts[name])
    return buffer.getvalue()


def unpack_archive(content: bytes) -> dict[str, bytes]:
    """Return the files of a zip by name."""
    with ZipFile(io.BytesIO(content)) as container:
        return {name: container.read(name) for name in container.namelist()}
