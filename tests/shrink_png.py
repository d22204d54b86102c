"""Write a PNG of true colours again with a palette, so that pictures of text take a third of the room."""

import struct
import zlib
from collections.abc import Iterator

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_STEPS = (1, 2, 4, 8, 16, 17, 20, 24, 32, 36, 51)
"""Distances between the values that a colour may take, the finest first."""
_COLOURS = 64


def shrink_png(picture: bytes) -> bytes:
    """Round the colours until 64 are left, and store each point as one byte; the picture has 8 bits a channel."""
    width, height, channels, packed = _read(picture)
    rows = list(_rows(zlib.decompress(packed), width * channels, channels))
    for step in _STEPS:
        rounded = bytes(min(255, (value + step // 2) // step * step) for value in range(256))
        points = [_points(row.translate(rounded), channels) for row in rows]
        palette = sorted({point for row in points for point in row})
        if len(palette) <= _COLOURS:
            break
    number = {point: index for index, point in enumerate(palette)}
    body = b"".join(b"\0" + bytes(number[point] for point in row) for row in points)
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    chunks = (b"IHDR", header), (b"PLTE", b"".join(palette)), (b"IDAT", zlib.compress(body, 9)), (b"IEND", b"")
    return _SIGNATURE + b"".join(_chunk(kind, content) for kind, content in chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _read(picture: bytes) -> tuple[int, int, int, bytes]:
    """Return width, height, channels and the packed rows."""
    width, height, depth, colour = struct.unpack(">IIBB", picture[16:26])
    assert depth == 8
    channels = {2: 3, 6: 4}[colour]
    packed, position = b"", len(_SIGNATURE)
    while position < len(picture):
        (length,) = struct.unpack(">I", picture[position : position + 4])
        if picture[position + 4 : position + 8] == b"IDAT":
            packed += picture[position + 8 : position + 8 + length]
        position += 12 + length
    return width, height, channels, packed


def _points(row: bytes, channels: int) -> list[bytes]:
    """Return the red, green and blue of each point; the pictures are opaque."""
    return [row[start : start + 3] for start in range(0, len(row), channels)]


def _rows(raw: bytes, length: int, back: int) -> Iterator[bytes]:
    """Undo the filter of each row (PNG 1.2, section 6)."""
    above = bytes(length)
    for start in range(0, len(raw), length + 1):
        kind, row = raw[start], bytearray(raw[start + 1 : start + 1 + length])
        if kind == 2:
            row = bytearray((value + up) & 255 for value, up in zip(row, above, strict=True))
        elif kind:
            for index, value in enumerate(row):
                left, corner = (row[index - back], above[index - back]) if index >= back else (0, 0)
                row[index] = (value + _predicted(kind, left, above[index], corner)) & 255
        above = bytes(row)
        yield above


def _predicted(kind: int, left: int, up: int, corner: int) -> int:
    if kind == 1:
        return left
    if kind == 3:
        return (left + up) // 2
    estimate = left + up - corner
    return min((left, up, corner), key=lambda value: abs(estimate - value))
